// Says what was done about names: those nobody listed were added, those that differ in signs alone were joined.
import type { Notebook } from '../notebook.ts'
import type { Ref } from '../types.ts'
import type { NameBook } from './name-book.ts'

/**
 * Writes the findings about the names of one kind.
 *
 * @param book the names, after the whole plan was made
 * @param rules the rule for names that were added, and the one for names that were joined
 * @param isAdded whether a row was made because others name it
 * @param notes where they are written down
 */
export function tellNames(
  book: NameBook,
  rules: { unknown: string; loose: string },
  isAdded: (ref: Ref) => boolean,
  notes: Notebook
): void {
  const added = new Map<Ref, number>()
  for (const use of book.uses) {
    if (use.by === 'loose' && use.rows > 0)
      notes.find(rules.loose, `${use.name} = ${book.nameOf(use.ref)}`, use.amountMinor, use.rows)
    if (use.ref < 0) added.set(use.ref, (added.get(use.ref) ?? 0) + use.amountMinor)
  }
  for (const [ref, name] of book.all())
    if (ref < 0 && isAdded(ref)) notes.find(rules.unknown, name, added.get(ref) ?? 0)
}
