// Shares an amount out by weights where some parts may not fall below a floor or rise above a ceiling, and some are held as they are.
// The rest is shared out again by the same weights, so that the parts always add up.
import { splitMinor } from '../units/money.ts'

export interface LimitedPart {
  /** 0 or more, in any unit. */
  readonly weight: number
  /** Whole minor units, 0 or more; null is no limit. A part whose floor is its ceiling is held. */
  readonly floorMinor: number | null
  readonly ceilingMinor: number | null
}

export type LimitedAnswer =
  | {
      readonly ok: true
      readonly partsMinor: readonly number[]
      /** Which limit decided a part; null where its weight did. */
      readonly heldBy: readonly ('floor' | 'ceiling' | null)[]
    }
  | {
      readonly ok: false
      /** `crossed`: a floor above its ceiling. `floors`: together more than there is. `ceilings`: together less. `weights`: nothing to share the rest by. */
      readonly reason: 'crossed' | 'floors' | 'ceilings' | 'weights'
      /** By how much it doesn't go, minor units; the place of the part for `crossed`. */
      readonly byMinor: number
    }

const refuse = (reason: 'crossed' | 'floors' | 'ceilings' | 'weights', byMinor: number): LimitedAnswer => ({
  ok: false,
  reason,
  byMinor
})

/**
 * Shares an amount out by weights within floors and ceilings.
 *
 * Each part is λ × weight, moved to its floor or ceiling where it lies outside, with the one λ for which the parts add up. That sum rises
 * with λ and is straight between the values at which a part meets a limit, so λ is found exactly. Parts between their limits then are
 * whole minor units by largest remainder, never outside a limit.
 *
 * @param totalMinor whole minor units, 0 or more
 * @param parts weights and limits
 * @returns one amount a part, summing to `totalMinor`, and which limits decided
 * @errors `crossed`, `floors`, `ceilings`, `weights` with what is too much, too little or not there
 * @missing a null floor is 0; a null ceiling is none
 * @source floors and ceilings, then the rest normalised again (territories-quotas, allocation); the one λ is the condition of the nearest
 *   shares in the sense of D. P. Bertsekas, "Nonlinear Programming", 2nd ed. (1999), section 3.4
 * @example shareWithin(100, [{ weight: 1, floorMinor: 40, ceilingMinor: null }, { weight: 3, floorMinor: null, ceilingMinor: null }]) // [40, 60]
 */
export function shareWithin(totalMinor: number, parts: readonly LimitedPart[]): LimitedAnswer {
  const floors = parts.map((part) => Math.max(0, part.floorMinor ?? 0))
  const ceilings = parts.map((part) => part.ceilingMinor ?? Number.POSITIVE_INFINITY)
  const crossed = floors.findIndex((floor, at) => floor > (ceilings[at] ?? 0))
  if (crossed >= 0) return refuse('crossed', crossed)
  const least = floors.reduce((sum, floor) => sum + floor, 0)
  if (least > totalMinor) return refuse('floors', least - totalMinor)
  const most = ceilings.reduce((sum, ceiling) => sum + ceiling, 0)
  if (most < totalMinor) return refuse('ceilings', totalMinor - most)

  const weights = parts.map((part) => part.weight)
  const at = (scale: number): number[] =>
    weights.map((weight, place) => clamp(scale * weight, floors[place] ?? 0, ceilings[place] ?? 0))
  const scale = findScale(totalMinor, weights, floors, ceilings, at)
  if (scale === undefined) {
    const reached = weights.map((weight, place) => (weight > 0 ? (ceilings[place] ?? 0) : (floors[place] ?? 0)))
    return refuse('weights', totalMinor - reached.reduce((sum, part) => sum + part, 0))
  }
  return { ok: true, ...roundWithin(totalMinor, at(scale), floors, ceilings) }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The λ for which the parts add up; undefined when they stay below the total however large it is. */
function findScale(
  total: number,
  weights: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[],
  at: (scale: number) => number[]
): number | undefined {
  const sumAt = (scale: number) => at(scale).reduce((sum, part) => sum + part, 0)
  const bends = weights
    .flatMap((weight, place) =>
      weight > 0 ? [(floors[place] ?? 0) / weight, (ceilings[place] ?? 0) / weight].filter(Number.isFinite) : []
    )
    .sort((one, other) => one - other)
  let before = 0
  for (const bend of bends) {
    if (sumAt(bend) >= total) return between(before, bend)
    before = bend
  }
  return between(before, undefined)

  // No part meets a limit within: those that move do so by their weights.
  function between(from: number, to: number | undefined): number | undefined {
    const inside = to === undefined ? from + 1 : (from + to) / 2
    let [still, moving] = [0, 0]
    weights.forEach((weight, place) => {
      const part = inside * weight
      const [floor, ceiling] = [floors[place] ?? 0, ceilings[place] ?? 0]
      if (weight > 0 && part > floor && part < ceiling) moving += weight
      else still += clamp(part, floor, ceiling)
    })
    if (moving === 0) return sumAt(from) >= total ? from : to !== undefined && sumAt(to) >= total ? to : undefined
    return (total - still) / moving
  }
}

/** Whole units for the parts between their limits; when rounding would cross one, that part is held and the rest is rounded again. */
function roundWithin(
  totalMinor: number,
  exact: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[]
): { partsMinor: number[]; heldBy: ('floor' | 'ceiling' | null)[] } {
  const heldBy = exact.map((part, place) =>
    part <= (floors[place] ?? 0) && (floors[place] ?? 0) > 0
      ? ('floor' as const)
      : part >= (ceilings[place] ?? 0)
        ? ('ceiling' as const)
        : null
  )
  for (;;) {
    const held = heldBy.map((by, place) =>
      by === 'floor' ? (floors[place] ?? 0) : by === 'ceiling' ? (ceilings[place] ?? 0) : 0
    )
    const rest = totalMinor - held.reduce((sum, part) => sum + part, 0)
    const free = exact.map((part, place) => (heldBy[place] === null ? part : 0))
    const parts = rest === 0 || free.every((part) => part === 0) ? free.map(() => 0) : splitMinor(rest, free)
    const outside = parts.findIndex(
      (part, place) =>
        heldBy[place] === null && (part < (floors[place] ?? 0) || part > (ceilings[place] ?? Number.POSITIVE_INFINITY))
    )
    if (outside < 0) return { partsMinor: parts.map((part, place) => part + (held[place] ?? 0)), heldBy }
    heldBy[outside] = (parts[outside] ?? 0) < (floors[outside] ?? 0) ? 'floor' : 'ceiling'
  }
}
