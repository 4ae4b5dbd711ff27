// Colours that keep neighbours apart: each territory gets one of the looks of the map (eight hues, then the same hues in variants), and two
// that touch never share a hue as long as eight are enough.

/** Hues of the palette; a look is hue + hues x variant. */
export const hueCount = 8

/**
 * Gives each territory a look so that neighbours differ in hue.
 *
 * Those whose neighbours already show most hues choose first (ties: most neighbours, then place in the list), and take the hue that fewest
 * neighbours have, then the one used least. Territories of one hue then differ by variant, as long as there are no more than 64.
 *
 * @param count how many territories
 * @param neighbours pairs of places below `count` that touch, in any order, repeats allowed
 * @param before looks of an earlier time by place, null for those new: a hue is kept where no neighbour before it in the list kept the same
 * @returns by territory its look, 0 to 63 for up to 64 territories; neighbours differ modulo `hueCount` unless nine or more all touch
 * @errors throws when a pair names a place that isn't there
 * @source Brélaz 1979, New methods to color the vertices of a graph (DSATUR)
 * @example colourNeighbours(3, [[0, 1], [1, 2]]) // [1, 0, 2]: the one in the middle chooses first
 */
export function colourNeighbours(
  count: number,
  neighbours: readonly (readonly [number, number])[],
  before: readonly (number | null)[] = []
): number[] {
  const beside: Set<number>[] = Array.from({ length: count }, () => new Set())
  for (const [a, b] of neighbours) {
    if (a === b) continue
    const [first, second] = [beside[a], beside[b]]
    if (first === undefined || second === undefined) throw new Error(`no territory ${a} or ${b} among ${count}`)
    first.add(b)
    second.add(a)
  }
  const hues = new Array<number>(count).fill(-1)
  const used = new Array<number>(hueCount).fill(0)
  const give = (place: number, hue: number): void => {
    hues[place] = hue
    used[hue]!++
  }
  for (let place = 0; place < count; place++) {
    const look = before[place] ?? null
    if (look === null) continue
    const hue = look % hueCount
    if (![...beside[place]!].some((other) => hues[other] === hue)) give(place, hue)
  }
  for (let left = hues.filter((hue) => hue < 0).length; left > 0; left--) {
    const place = mostConstrained(hues, beside)
    const among = new Array<number>(hueCount).fill(0)
    for (const other of beside[place]!) if (hues[other]! >= 0) among[hues[other]!]!++
    let best = 0
    for (let hue = 1; hue < hueCount; hue++)
      if (among[hue]! < among[best]! || (among[hue] === among[best] && used[hue]! < used[best]!)) best = hue
    give(place, best)
  }
  return looksOf(hues, before)
}

function mostConstrained(hues: readonly number[], beside: readonly Set<number>[]): number {
  let best = -1
  let bestSeen = -1
  hues.forEach((hue, place) => {
    if (hue >= 0) return
    const seen = new Set([...beside[place]!].map((other) => hues[other]!).filter((other) => other >= 0)).size
    if (seen > bestSeen || (seen === bestSeen && beside[place]!.size > beside[best]!.size)) {
      best = place
      bestSeen = seen
    }
  })
  return best
}

/** The hue with a variant that no other of the hue has: the earlier one where it is free. */
function looksOf(hues: readonly number[], before: readonly (number | null)[]): number[] {
  const taken = new Set<number>()
  const looks = hues.map((hue, place) => {
    const look = before[place] ?? null
    if (look === null || look % hueCount !== hue || taken.has(look)) return -1
    taken.add(look)
    return look
  })
  return looks.map((look, place) => {
    if (look >= 0) return look
    let free = hues[place]!
    while (taken.has(free)) free += hueCount
    taken.add(free)
    return free
  })
}

/**
 * Says which territories touch, from which regions touch and lie in which territory.
 *
 * @param territoryOf by region: place of its territory, -1 for none
 * @param regionNeighbours pairs of regions that share a border
 * @returns pairs of territories, the smaller place first, each once
 * @example touchingTerritories([0, 0, 1, -1], [[0, 1], [1, 2], [2, 3]]) // [[0, 1]]
 */
export function touchingTerritories(
  territoryOf: ArrayLike<number>,
  regionNeighbours: readonly (readonly [number, number])[]
): [number, number][] {
  const found = new Map<string, [number, number]>()
  for (const [a, b] of regionNeighbours) {
    const [first, second] = [territoryOf[a] ?? -1, territoryOf[b] ?? -1]
    if (first < 0 || second < 0 || first === second) continue
    const pair: [number, number] = first < second ? [first, second] : [second, first]
    found.set(pair.join(), pair)
  }
  return [...found.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1])
}
