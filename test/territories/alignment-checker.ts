// Weighs a plan of an alignment problem by itself: its own distances (haversine), its own loads, its own sums. It shares no code with the
// optimiser, so that both can't be wrong the same way.
import type { AlignmentMiss, AlignmentProblem, Place } from '#shared/territories/alignment/problem.ts'

export interface CheckedPlan {
  cost: number
  km: number
  visitKm: number
  balanceIndex: number | null
  /** Largest deviation of the load from its target, 0 to 1 and more. */
  maxDeviationRatio: number
  misses: AlignmentMiss[]
  /** What is wrong whatever the limits: a unit nowhere, a lock or a forbidden pair broken. */
  faults: string[]
}

export function haversineKm(one: Place, other: Place): number {
  const radians = (degrees: number): number => (degrees / 180) * Math.PI
  const rise = Math.sin(radians(other.lat - one.lat) / 2) ** 2
  const turn = Math.sin(radians(other.lon - one.lon) / 2) ** 2
  const half = rise + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * turn
  return 2 * 6371.0088 * Math.atan2(Math.sqrt(half), Math.sqrt(1 - half))
}

export function checkPlan(problem: AlignmentProblem, assigned: ArrayLike<number>): CheckedPlan {
  const { units, territories, weights } = problem
  const faults: string[] = []
  const misses: AlignmentMiss[] = []
  const forbidden = new Set(problem.forbidden.map(([unit, territory]) => `${unit} ${territory}`))
  if (assigned.length !== units.length) faults.push(`${assigned.length} places for ${units.length} units`)
  let [km, visitKm, disruption] = [0, 0, 0]
  units.forEach((unit, at) => {
    const territory = assigned[at] ?? Number.NaN
    const choices = territories.flatMap((_, other) =>
      forbidden.has(`${at} ${other}`) || (unit.isLocked && unit.current !== other) ? [] : [other]
    )
    if (choices.length === 0) {
      misses.push({ kind: 'noTerritory', unit: at })
      if (territory !== -1) faults.push(`unit ${at} may go nowhere and is in ${territory}`)
      return
    }
    if (!choices.includes(territory)) {
      faults.push(`unit ${at} must not be in ${territory}`)
      return
    }
    const base = territories[territory]?.base ?? null
    const distance = unit.place === null || base === null ? 0 : haversineKm(unit.place, base)
    km += distance
    visitKm += distance * unit.visits
    if (unit.current !== null && unit.current !== territory) disruption += unit.moveWeights[0] ?? 1
  })

  const capacities = territories.reduce((sum, { capacity }) => sum + capacity, 0)
  const shareOf = (territory: number): number => (territories[territory]?.capacity ?? 0) / capacities
  const carriedOf = (amounts: readonly number[]): number[] =>
    territories.map((_, territory) =>
      amounts.reduce((sum, amount, at) => (assigned[at] === territory ? sum + amount : sum), 0)
    )
  const deviationsOf = (amounts: readonly number[]): number[] => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0)
    return carriedOf(amounts).map((carried, at) => (total > 0 ? carried / (total * shareOf(at)) - 1 : 0))
  }

  const loads = units.map(({ load }) => load)
  const deviations = deviationsOf(loads)
  const band = problem.bandRatio
  deviations.forEach((deviationRatio, territory) => {
    if (band !== null && Math.abs(deviationRatio) > band + 1e-8)
      misses.push({ kind: 'band', territory, deviationRatio, bandRatio: band })
  })
  problem.limits.forEach(({ bandRatio }, limit) => {
    deviationsOf(units.map(({ others }) => others[limit] ?? 0)).forEach((deviationRatio, territory) => {
      if (Math.abs(deviationRatio) > bandRatio + 1e-8)
        misses.push({ kind: 'limit', limit, territory, deviationRatio, bandRatio })
    })
  })
  carriedOf(loads).forEach((load, territory) => {
    const maxLoad = territories[territory]?.maxLoad ?? null
    if (maxLoad !== null && load > maxLoad * (1 + 1e-8)) misses.push({ kind: 'maxLoad', territory, load, maxLoad })
  })
  problem.moveLimits.forEach(({ maxRatio }, limit) => {
    let [moved, total] = [0, 0]
    units.forEach(({ current, moveWeights }, at) => {
      total += moveWeights[limit] ?? 1
      if (current !== null && current !== assigned[at]) moved += moveWeights[limit] ?? 1
    })
    if (moved > maxRatio * total + 1e-8 * total)
      misses.push({ kind: 'moves', limit, movedRatio: moved / total, maxRatio })
  })

  const total = loads.reduce((sum, load) => sum + load, 0)
  const balanceIndex =
    total > 0
      ? 100 * (1 - deviations.reduce((sum, deviation, at) => sum + shareOf(at) * Math.abs(deviation), 0) / 2)
      : null
  return {
    cost:
      weights.visitKm * visitKm +
      weights.km * km +
      weights.disruption * disruption +
      weights.imbalance * (balanceIndex === null ? 0 : 100 - balanceIndex),
    km,
    visitKm,
    balanceIndex,
    maxDeviationRatio: Math.max(0, ...deviations.map(Math.abs)),
    misses,
    faults
  }
}
