// What people called of periods held against what came, and how each person's calls have turned out.
import { findDataAsOf, listWonBySellerAndPeriod } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { DayRange } from '#shared/crm/types.ts'
import { biasOfCalls, correctCall } from '#shared/forecasts/pipeline/calls.ts'
import type { CalledActual, PersonCall } from '#shared/forecasts/pipeline-types.ts'
import type { CallCut, CallRow, ForecastCall, PeopleCalls } from '#shared/forecasts/pipeline-view-types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { membershipOn, type SellerId, teamLine } from '#shared/people/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { listForecastCalls } from './store-pipeline.ts'

export const callCutKey = (cut: CallCut): string =>
  cut.kind === 'company' ? 'company' : cut.kind === 'team' ? `team:${cut.teamId}` : `seller:${cut.sellerId}`

/** A person who is no longer in the file is known by name. */
const personKeyOf = (call: ForecastCall): string =>
  call.bySellerId === null ? `name:${nameKey(call.byName)}` : `seller:${call.bySellerId}`

export function loadPeopleCalls(db: Reader, today: IsoDate): PeopleCalls {
  const { currency } = getSettings(db)
  const asOf = findDataAsOf(db) ?? today
  const all = listForecastCalls(db)
  const calls = all.filter((call) => call.currency === currency)
  const bookedOf = loadBooked(db, calls, asOf)
  // Only days that lie in the data, so that a period in the middle of its last week isn't taken for a poor one.
  const hasEnded = (call: ForecastCall) => call.endsOn <= asOf
  const actuals: CalledActual[] = calls
    .filter(hasEnded)
    .map((call) => ({ cutKey: callCutKey(call.cut), periodKey: call.periodKey, amountMinor: bookedOf(call) }))
  const biases = biasOfCalls(calls.map(toPersonCall), actuals)
  const biasOf = new Map(biases.map((bias) => [`${bias.personKey} ${bias.category}`, bias]))
  // Before any call of a kind has ended there is nothing to correct by.
  const isLearnt = new Set(biases.filter(({ n }) => n > 0).map(({ category }) => category))
  const nameOf = new Map(calls.toReversed().map((call) => [personKeyOf(call), call.byName]))
  return {
    asOf,
    currency,
    otherCurrency: all.length - calls.length,
    records: biases.map((bias) => ({ ...bias, byName: nameOf.get(bias.personKey) ?? '' })),
    calls: calls.map((call): CallRow => {
      const booked = bookedOf(call)
      const bias = biasOf.get(`${personKeyOf(call)} ${call.category}`)
      return {
        ...call,
        personKey: personKeyOf(call),
        bookedMinor: booked,
        hasEnded: hasEnded(call),
        errorRatio: hasEnded(call) && call.amountMinor > 0 ? booked / call.amountMinor - 1 : null,
        corrected:
          hasEnded(call) || bias === undefined || !isLearnt.has(call.category)
            ? null
            : correctCall(call.amountMinor, bias)
      }
    })
  }
}

const toPersonCall = (call: ForecastCall): PersonCall => ({
  personKey: personKeyOf(call),
  category: call.category,
  cutKey: callCutKey(call.cut),
  periodKey: call.periodKey,
  madeOn: call.madeOn,
  amountMinor: call.amountMinor
})

/** What was won in the period of a call by those it is about; a team's people are those of its last day, or of the last day of the data. */
function loadBooked(db: Reader, calls: readonly ForecastCall[], asOf: IsoDate): (call: ForecastCall) => number {
  const { currency } = getSettings(db)
  const { teams, memberships } = loadPeople(db)
  const held = groupBy(memberships, (each) => each.sellerId)
  const ranges = new Map<string, DayRange>()
  for (const { periodKey, startsOn, endsOn } of calls) {
    const key = `${periodKey} ${startsOn} ${endsOn}`
    ranges.set(key, { key, startsOn, endsOn: endsOn > asOf ? asOf : endsOn })
  }
  const sums = groupBy(listWonBySellerAndPeriod(db, [...ranges.values()], currency), (sum) => sum.periodKey)
  const isIn = (cut: CallCut, sellerId: SellerId | null, on: IsoDate): boolean => {
    if (cut.kind === 'company') return true
    if (sellerId === null) return false
    if (cut.kind === 'seller') return cut.sellerId === sellerId
    const own = membershipOn(held.get(sellerId) ?? [], on)
    return own !== undefined && teamLine(teams, own.teamId).some(({ id }) => id === cut.teamId)
  }
  return ({ periodKey, startsOn, endsOn, cut }) => {
    const on = endsOn > asOf ? asOf : endsOn
    return (sums.get(`${periodKey} ${startsOn} ${endsOn}`) ?? [])
      .filter(({ sellerId }) => isIn(cut, sellerId, on))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  }
}
