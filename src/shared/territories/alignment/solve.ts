// Finds a plan for an alignment problem, whichever kind it is.
import { orderProblem } from './canonical.ts'
import { solveContiguous } from './contiguous/solve.ts'
import type { Alignment, AlignmentProblem, AlignmentRun } from './problem.ts'
import { solveFree } from './solve-free.ts'

/**
 * Finds a plan that costs little and keeps what must hold, and proves how far it is at most from the best possible.
 *
 * With `neighbours` territories are kept in one piece (contiguous/). The plan depends on the problem and its seed alone, not on time, nor on the
 * order in which units and territories are listed.
 *
 * @param problem units and territories, costs and limits
 * @param run whom to tell of better plans, and whether to stop
 * @returns the best plan found, its cost, a lower bound and what it misses
 * @missing where no plan keeps everything, the one that misses least; gapRatio is then null
 * @source solve-free.ts and contiguous/, with the bound of prices.ts
 */
export function solveAlignment(problem: AlignmentProblem, run: AlignmentRun = {}): Alignment {
  const { problem: ordered, restore } = orderProblem(problem)
  const { onBest } = run
  const restoring: AlignmentRun = onBest
    ? { ...run, onBest: (best, done, total) => onBest(restore(best), done, total) }
    : run
  return restore(ordered.neighbours === null ? solveFree(ordered, restoring) : solveContiguous(ordered, restoring))
}
