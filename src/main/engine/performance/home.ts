// Puts together what Home shows beside the board: open deals, where the forecast sees the period end, and the steps of the job.
import { countFacts, sumOpenDeals } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { findLatestForecast } from '#engine/forecasts/store.ts'
import { findLatestAllocation, sumQuotas } from '#engine/quotas/store.ts'
import { listAssignments, listTerritories } from '#engine/territories/store.ts'
import { sum } from '#shared/math/sum.ts'
import { membershipOn } from '#shared/people/index.ts'
import type { BoardPeople } from '#shared/performance/rules.ts'
import type { Home, HomeSteps, PipelineNow } from '#shared/performance/types.ts'
import { addCushion } from '#shared/quotas/cushion.ts'
import { carriesQuota } from '#shared/quotas/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Period } from '#shared/units/period.ts'
import type { Frame } from './load.ts'

/** Open deals; those to close in the period count from the day on up to which facts are known. */
export const loadPipeline = (db: Reader, frame: Frame, period: Period, asOf: IsoDate): PipelineNow =>
  sumOpenDeals(db, {
    from: asOf > period.startsOn ? asOf : period.startsOn,
    to: period.endsOn,
    asOf,
    currency: frame.currency
  })

/** Where the latest company forecast of the scenario sees a period end: a range only where one point is the period. */
export function loadOutlook(db: Reader, frame: Frame, period: Period): Home['outlook'] {
  const run = findLatestForecast(db, frame.scenarioId)
  const points = run?.points.filter((each) => each.startsOn >= period.startsOn && each.endsOn <= period.endsOn) ?? []
  const isCovered = points[0]?.startsOn === period.startsOn && points.at(-1)?.endsOn === period.endsOn
  if (run === undefined || !isCovered) return null
  const only = points.length === 1 ? points[0] : undefined
  return {
    lowMinor: only?.low80Minor ?? null,
    middleMinor: sum(points.map((point) => point.middleMinor)),
    highMinor: only?.high80Minor ?? null,
    madeAt: run.madeAt
  }
}

export function loadSteps(db: Reader, frame: Frame, people: BoardPeople, asOf: IsoDate): HomeSteps {
  const carriers = people.sellers.filter(
    (seller) => carriesQuota(seller.role) && (seller.leftOn === null || seller.leftOn >= asOf)
  )
  const facts = countFacts(db, frame.currency)
  const run = findLatestForecast(db, frame.scenarioId)
  const allocation = findLatestAllocation(db, frame.scenarioId)
  const territories = listTerritories(db, frame.scenarioId)
  const mainIds = new Set(territories.flatMap(({ id, kind }) => (kind === 'main' ? id : [])))
  return {
    facts,
    people: {
      sellers: carriers.length,
      withoutTeam: carriers.filter(
        (seller) =>
          membershipOn(
            people.memberships.filter((each) => each.sellerId === seller.id),
            asOf
          ) === undefined
      ).length
    },
    territories: {
      territories: territories.length,
      accounts: facts.accounts,
      // Overlays lie beside: an account in nothing else has no territory.
      accountsAssigned: new Set(
        listAssignments(db, frame.scenarioId).flatMap((each) => (mainIds.has(each.territoryId) ? each.accountId : []))
      ).size
    },
    forecast:
      run === undefined
        ? null
        : {
            madeAt: run.madeAt,
            middleMinor: sum(run.points.map((point) => point.middleMinor)),
            periods: run.points.length
          },
    quotas: {
      ...sumQuotas(db, frame.scenarioId),
      streetMinor: allocation === undefined ? null : addCushion(allocation.targetMinor, allocation.inputs.cushionRatios)
    }
  }
}
