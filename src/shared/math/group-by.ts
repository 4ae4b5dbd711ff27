// Putting the entries of a list into groups.

/**
 * Groups the entries of a list by a key.
 *
 * @param entries a list
 * @param keyOf gives the key of an entry
 * @returns the entries of each key, in the order of the list; keys in the order of their first entry
 * @example groupBy(['a', 'bb', 'c'], (text) => text.length).get(1) // ['a', 'c']
 */
export function groupBy<Entry, Key>(entries: Iterable<Entry>, keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return groups
}
