// The periods that the pipeline is forecast over: those of a fiscal year from the running one on, with what is booked and aimed at in each.
import { listTargets, listWonByPeriod } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { TargetRow } from '#shared/crm/types.ts'
import type { PipelinePeriod } from '#shared/forecasts/pipeline-types.ts'
import type { FoundTarget, PipelineChoices } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type IsoDate, isAfter } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import {
  type FiscalCalendar,
  fiscalYearOf,
  type Grain,
  type Period,
  periodOf,
  periodsOfYear,
  periodsWithin
} from '#shared/units/period.ts'
import { getForecastSettings } from './store-settings.ts'

export interface PipelineSpan {
  readonly planYear: number
  readonly runningYear: number
  /** The fiscal year whose periods these are, from the running one on where the year is running; null by week. */
  readonly fiscalYear: number | null
  readonly periods: readonly PipelinePeriod[]
  /** Booked in that year's periods before the first one; 0 by week. */
  readonly beforeMinor: number
  readonly yearTarget: FoundTarget | null
}

/** A week belongs to the quarter in which it starts; the first one is the week that is running. */
function listWeeks(asOf: IsoDate, calendar: FiscalCalendar): Period[] {
  const running = periodOf(asOf, 'week', calendar)
  const weeks = periodsWithin(periodOf(asOf, 'quarter', calendar), 'week', calendar)
  return [running, ...weeks.filter((week) => isAfter(week.startsOn, running.startsOn))]
}

/** @param asked a plan's year that is over gives way to the running one: nothing of it can come any more */
export function loadSpan(
  db: Reader,
  scenarioId: ScenarioId,
  asked: Pick<PipelineChoices, 'grain' | 'reach'>,
  asOf: IsoDate
): PipelineSpan {
  const { calendar, currency } = getSettings(db)
  const planYear = getFiscalYear(db, scenarioId)
  const runningYear = fiscalYearOf(asOf, calendar)
  const { grain } = asked
  const fiscalYear =
    grain === 'week' ? null : asked.reach === 'planYear' ? Math.max(planYear, runningYear) : runningYear
  const all = fiscalYear === null ? listWeeks(asOf, calendar) : periodsOfYear(fiscalYear, grain, calendar)
  const isOver = ({ endsOn }: Period) => endsOn < periodOf(asOf, grain, calendar).startsOn
  const booked = new Map(
    listWonByPeriod(
      db,
      all.map((period) => upTo(period, asOf)),
      currency
    ).map((sum) => [sum.periodKey, sum.amountMinor])
  )
  const bookedIn = ({ key }: Period) => booked.get(key) ?? 0
  const findTarget = targetFinder(db)
  return {
    planYear,
    runningYear,
    fiscalYear,
    periods: all
      .filter((period) => !isOver(period))
      .map((period) => ({
        key: period.key,
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        bookedMinor: bookedIn(period),
        targetMinor: findTarget(period, calendar)
      })),
    beforeMinor: all.filter(isOver).reduce((sum, period) => sum + bookedIn(period), 0),
    yearTarget: fiscalYear === null ? null : findYearTarget(db, scenarioId, fiscalYear, findTarget)
  }
}

/** What is typed is the goal of the plan's year, and stands over what was imported. */
function findYearTarget(
  db: Reader,
  scenarioId: ScenarioId,
  fiscalYear: number,
  findTarget: ReturnType<typeof targetFinder>
): FoundTarget | null {
  const { calendar } = getSettings(db)
  const typed = getForecastSettings(db, scenarioId).targetMinor
  if (typed !== null && getFiscalYear(db, scenarioId) === fiscalYear) return { amountMinor: typed, source: 'typed' }
  const [year] = periodsOfYear(fiscalYear, 'year', calendar)
  return year === undefined ? null : importedTarget(findTarget(year, calendar))
}

const importedTarget = (amountMinor: number | null): FoundTarget | null =>
  amountMinor === null ? null : { amountMinor, source: 'imported' }

/** What is won is known only up to the end of the data; periods that haven't begun are empty. */
const upTo = (period: Period, asOf: IsoDate): Period => (period.endsOn > asOf ? { ...period, endsOn: asOf } : period)

/** Measures of a target that are what is won, in either language. */
const bookingWords = new Set(
  [
    'bookings',
    'booking',
    'sales',
    'revenue',
    'won',
    'amount',
    'contratación',
    'ventas',
    'ingresos',
    'facturación',
    'importe'
  ].map(nameKey)
)

const finer: Partial<Record<Grain, readonly Grain[]>> = { year: ['quarter', 'month'], quarter: ['month'] }

/**
 * Gives the company's imported target of a period: one for these very days, or the sum of those of its quarters or months when all are there. A
 * target of a longer period is not split: nobody has said how.
 */
function targetFinder(db: Reader): (period: Period, calendar: FiscalCalendar) => number | null {
  const { currency } = getSettings(db)
  const isWanted = (row: TargetRow) =>
    row.scope === 'company' && row.currency === currency && bookingWords.has(nameKey(row.measure))
  const byDays = new Map(
    listTargets(db)
      .filter(isWanted)
      .map((row) => [`${row.startsOn} ${row.endsOn}`, row.amountMinor])
  )
  const find = (period: Period, calendar: FiscalCalendar): number | null => {
    const exact = byDays.get(`${period.startsOn} ${period.endsOn}`)
    if (exact !== undefined) return exact
    for (const grain of finer[period.grain] ?? []) {
      const parts = periodsWithin(period, grain, calendar).map((part) => find(part, calendar))
      if (parts.every((part) => part !== null)) return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    }
    return null
  }
  return find
}
