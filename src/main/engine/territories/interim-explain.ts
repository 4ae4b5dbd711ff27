// Stands in until the optimiser's own explanation is there.
import { measureDistances } from '#shared/territories/alignment/distances.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'

export function explainMoves(problem: AlignmentProblem, from: Int32Array, to: Int32Array) {
  const cap = problem.territories.reduce((s, t) => s + t.capacity, 0)
  const total = problem.units.reduce((s, u, at) => s + ((from[at] ?? -1) >= 0 ? u.load : 0), 0)
  const load = problem.territories.map(() => 0)
  for (const [at, u] of problem.units.entries()) {
    const t = from[at] ?? -1
    if (t >= 0) load[t] = (load[t] ?? 0) + u.load
  }
  const index = () => {
    const sum = load.reduce((s, l) => s + l, 0)
    let off = 0
    let worst = 0
    for (const [t, l] of load.entries()) {
      const target = (sum * (problem.territories[t]?.capacity ?? 0)) / cap
      off += Math.abs(l - target)
      worst = Math.max(worst, target > 0 ? Math.abs(l / target - 1) : 0)
    }
    return [sum > 0 ? 100 - (50 * off) / sum : 100, worst] as const
  }
  const [before] = index()
  void total
  return problem.units.flatMap((unit, at) => {
    const [a, b] = [from[at] ?? -1, to[at] ?? -1]
    if (a === b || b < 0) return []
    if (a >= 0) load[a] = (load[a] ?? 0) - unit.load
    load[b] = (load[b] ?? 0) + unit.load
    const [after, worst] = index()
    if (a >= 0) load[a] = (load[a] ?? 0) + unit.load
    load[b] = (load[b] ?? 0) - unit.load
    const d = (t: number) =>
      t < 0 ? 0 : (measureDistances([unit.place], [problem.territories[t]?.base ?? null])[0] ?? 0)
    const km = d(b) - d(a)
    return [
      { unit: at, group: at, balancePoints: after - before, km, visitKm: km * unit.visits, deviationRatio: worst }
    ]
  })
}
