// The worker's part of an alignment: looks for a plan, and sends the best so far ahead.
import type { Alignment, AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import type { WorkerContext } from '../worker-tasks.ts'

/** What a search has found so far. */
export interface Found {
  readonly best: Alignment
  readonly done: number
  readonly total: number
  /** What the plan of today costs by the same measure; units that lie nowhere cost nothing. */
  readonly costBefore: number
}

export async function alignTask(problem: AlignmentProblem, context: WorkerContext<Found>): Promise<Found> {
  // Loaded when it is asked for: threads that read files do without.
  const [{ buildInstance }, { scorePlan }, { solveAlignment }] = await Promise.all([
    import('#shared/territories/alignment/instance.ts'),
    import('#shared/territories/alignment/score.ts'),
    import('#shared/territories/alignment/solve.ts')
  ])
  const today = Int32Array.from(problem.units, ({ current }) => current ?? -1)
  const costBefore = scorePlan(buildInstance(problem), today).cost
  let [done, total] = [0, 1]
  const best = solveAlignment(problem, {
    onBest: (found, at, of) => {
      ;[done, total] = [at, of]
      context.progress(at, of, 'territories.progress.align')
      context.send({ best: found, done, total, costBefore })
    }
  })
  return { best, done: total, total, costBefore }
}
