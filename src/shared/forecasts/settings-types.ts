// What a scenario's forecasts go by, besides the data: the number to reach, what being wrong costs, lines of a budget, days off, and found
// breaks that someone has looked at and set aside.
import type { IsoDate } from '#shared/units/date.ts'
import type { BudgetLine, CostOfError } from './case-types.ts'

export interface ForecastSettings {
  /** What the plan's year should come to; null: nobody has said. Minor units of the workspace's currency. */
  readonly targetMinor: number | null
  /** Null: nobody has said what an error costs, so nothing is advised. */
  readonly costOfError: CostOfError | null
  readonly budgetLines: readonly BudgetLine[]
  /** Days without work, besides Saturdays and Sundays; in order, none twice. */
  readonly holidays: readonly IsoDate[]
  /** Keys of found breaks in a series that were looked at and are not proposed again. */
  readonly hiddenBreaks: readonly string[]
  /** Empty periods that are missing, not zero: 'company/FY2026-M08', 'seller:12/FY2026-Q1'. The company's hold for everybody. */
  readonly missingPeriods: readonly string[]
}
