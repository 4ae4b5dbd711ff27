// The worker's part of an alignment: looks for a plan, sends the best so far ahead, and says what its moves are worth.
import type { ExplainedMove } from '#shared/territories/alignment/explain.ts'
import type { Alignment, AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import type { WorkerContext } from '../worker-tasks.ts'
import type { Units } from './align-units.ts'

/** What a search has found so far. */
export interface Found {
  readonly best: Alignment
  readonly done: number
  readonly total: number
  /** What the plan of today costs by the same measure; units that lie nowhere cost nothing. */
  readonly costBefore: number
  /** What the moves of accounts are worth; null on the way, when it is worked out by who asks. */
  readonly moves: readonly ExplainedMove[] | null
}

export async function alignTask(
  { accounts, units }: { accounts: AlignmentProblem; units: Units },
  context: WorkerContext<Found>
): Promise<Found> {
  // Loaded when it is asked for: threads that read files do without.
  const [{ buildInstance }, { scorePlan }, { solveAlignment }, { explainPlan, spreadPlan, todayOf }] =
    await Promise.all([
      import('#shared/territories/alignment/instance.ts'),
      import('#shared/territories/alignment/score.ts'),
      import('#shared/territories/alignment/solve.ts'),
      import('./align-units.ts')
    ])
  const { problem } = units
  const costBefore = scorePlan(buildInstance(problem), todayOf(problem)).cost
  let total = 1
  const best = solveAlignment(problem, {
    onBest: (found, done, of) => {
      total = of
      context.progress(done, of, 'territories.progress.align')
      context.send({ best: found, done, total, costBefore, moves: null })
    }
  })
  const moves = explainPlan(accounts, spreadPlan(accounts, units, best.assigned))
  return { best, done: total, total, costBefore, moves }
}
