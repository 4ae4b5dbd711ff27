// The units of an alignment and the accounts that each stands for: one by one, or by regions (align-regions.ts).
import { type ExplainedMove, explainMoves } from '#shared/territories/alignment/explain.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'

export interface Units {
  readonly problem: AlignmentProblem
  /** Accounts of each unit, by their places in the frame; null: unit and account are the same. */
  readonly members: readonly (readonly number[])[] | null
}

/** Where each unit of a problem lies today; -1 is nowhere. */
export const todayOf = ({ units }: AlignmentProblem): Int32Array =>
  Int32Array.from(units, ({ current }) => current ?? -1)

/**
 * Gives the territory of each account after a plan of the units.
 *
 * @param accounts the problem with one unit an account
 * @returns where the account is today for one that no unit stands for
 */
export function spreadPlan(accounts: AlignmentProblem, { members }: Units, assigned: Int32Array): Int32Array {
  const after = todayOf(accounts)
  for (let unit = 0; unit < assigned.length; unit += 1) {
    const territory = assigned[unit] ?? -1
    if (territory < 0) continue
    if (members === null) after[unit] = territory
    else for (const at of members[unit] ?? []) after[at] = territory
  }
  return after
}

/** What each account's move in a plan is worth. */
export function explainPlan(accounts: AlignmentProblem, plan: Int32Array): ExplainedMove[] {
  const today = todayOf(accounts)
  // Distances of what stays explain nothing, and are most of the work.
  const units = accounts.units.map((unit, at) => (today[at] === plan[at] ? { ...unit, place: null } : unit))
  return explainMoves({ ...accounts, units }, today, plan)
}
