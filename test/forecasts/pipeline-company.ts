// Made-up companies whose truth is known: deals are made, go from stage to stage at their own pace, are won or lost, and go on doing so after the day
// on which the forecast is made. Written apart from the model: day by day, one deal at a time.
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineDeal, PipelineInput, PipelinePeriod, PipelineStage } from '#shared/forecasts/pipeline-types.ts'
import { makeRandom, type Random } from '#shared/math/random.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import { fromDayNumber, type IsoDate } from '#shared/units/date.ts'
import { currencyCode } from '#shared/units/money.ts'

export interface CompanyOptions {
  seed: number
  /** Deals made a day. */
  perDay: number
  historyDays: number
  periods: number
  periodDays: number
  sellers: number
  /** Standard deviation of the logarithm of all odds, drawn anew each quarter. */
  shock: number
  /** What the logarithm of all odds changes by a year. */
  drift: number
  /** Part of deals that nobody ever closes. */
  forgotten: number
  hasStageHistory: boolean
}

export const company: CompanyOptions = {
  seed: 1,
  perDay: 1,
  historyDays: 730,
  periods: 4,
  periodDays: 91,
  sellers: 6,
  shock: 0,
  drift: 0,
  forgotten: 0.03,
  hasStageHistory: true
}

export const stageId = (id: number): StageId => id as StageId
export const asOf = 20_000
export const dayOf = (day: number): IsoDate => fromDayNumber(day)

export const stages: PipelineStage[] = [
  { id: stageId(1), name: 'Qualified', position: 1, status: 'open', statedRatio: 0.2 },
  { id: stageId(2), name: 'Proposal', position: 2, status: 'open', statedRatio: 0.4 },
  { id: stageId(3), name: 'Negotiation', position: 3, status: 'open', statedRatio: 0.7 },
  { id: stageId(4), name: 'Won', position: 4, status: 'won', statedRatio: 1 },
  { id: stageId(5), name: 'Lost', position: 5, status: 'lost', statedRatio: 0 }
]

const advance = [0.62, 0.6, 0.7]
const paceDays = [18, 30, 22]

export const periodsFrom = (count: number, days: number): PipelinePeriod[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `P${at + 1}`,
    startsOn: dayOf(asOf + 1 + at * days),
    endsOn: dayOf(asOf + (at + 1) * days),
    bookedMinor: 0,
    targetMinor: null
  }))

export interface Company {
  input: PipelineInput
  /** What came in each period, minor units. */
  truth: number[]
  /** What became of deals open at the end of the data. */
  wonLater: Map<OpportunityId, number>
}

/** A Poisson count, by exponential waits. */
function countOf(mean: number, random: Random): number {
  let count = 0
  let wait = -Math.log(1 - random.next())
  while (wait < mean) {
    count += 1
    wait += -Math.log(1 - random.next())
  }
  return count
}

/** Makes a company and what came after. @returns the input of the forecast, and the truth by period */
export function makeCompany(options: CompanyOptions): Company {
  const random = makeRandom(options.seed, 'company')
  const end = asOf + options.periods * options.periodDays
  const start = asOf - options.historyDays
  const shocks = new Map<number, number>()
  const shockOn = (day: number): number => {
    const quarter = Math.floor((day - start) / 91)
    const known = shocks.get(quarter)
    if (known !== undefined) return known
    const drawn = options.shock * makeRandom(options.seed, `quarter ${quarter}`).normal()
    shocks.set(quarter, drawn)
    return drawn
  }
  const skills = Array.from({ length: options.sellers }, () => 0.3 * random.normal())
  const deals: PipelineDeal[] = []
  const truth = new Array<number>(options.periods).fill(0)
  const wonLater = new Map<OpportunityId, number>()
  let id = 0
  for (let day = start; day <= end; day += 1) {
    for (let made = countOf(options.perDay, random); made > 0; made -= 1) {
      id += 1
      const seller = random.integer(1, options.sellers)
      const isLarge = random.chance(0.4)
      const amount = Math.round(Math.exp((isLarge ? 13.5 : 12) + 0.6 * random.normal()))
      const isForgotten = random.chance(options.forgotten)
      const history: { stageId: StageId; enteredOn: IsoDate }[] = []
      let at = day
      let stage = 0
      let isWon = false
      let closed: number | null = null
      while (closed === null && at <= end) {
        history.push({ stageId: stageId(stage + 1), enteredOn: dayOf(at) })
        if (isForgotten) break
        // Two exponential steps: neither at once nor without memory.
        const stay = -0.5 * paceDays[stage]! * Math.log((1 - random.next()) * (1 - random.next()))
        at += Math.max(1, Math.round(stay * (isLarge ? 1.4 : 1)))
        const logit =
          Math.log(advance[stage]! / (1 - advance[stage]!)) +
          skills[seller - 1]! +
          shockOn(at) +
          (options.drift * (at - start)) / 365
        if (!random.chance(1 / (1 + Math.exp(-logit - (isLarge ? -0.2 : 0.2))))) closed = at
        else if (stage === 2) [closed, isWon] = [at, true]
        else stage += 1
      }
      if (isWon && closed !== null && closed > asOf && closed <= end)
        truth[Math.floor((closed - asOf - 1) / options.periodDays)]! += amount
      if (day > asOf) continue
      const isClosed = closed !== null && closed <= asOf
      const known = history.filter(({ enteredOn }) => enteredOn <= dayOf(asOf))
      if (!isClosed) wonLater.set(id as OpportunityId, isWon && closed !== null && closed <= end ? amount : 0)
      const current = known.at(-1)!
      deals.push({
        id: id as OpportunityId,
        label: `Deal ${id}`,
        accountName: null,
        sellerId: seller as SellerId,
        teamId: ((seller % 2) + 1) as TeamId,
        segment: isLarge ? 'Large' : 'Small',
        stageId: isClosed ? stageId(isWon ? 4 : 5) : current.stageId,
        status: isClosed ? (isWon ? 'won' : 'lost') : 'open',
        amountMinor: amount,
        createdOn: dayOf(day),
        closeOn: isClosed ? dayOf(closed!) : null,
        stageEnteredOn: options.hasStageHistory ? current.enteredOn : null,
        lastActivityOn: null,
        stageHistory: options.hasStageHistory ? known : [],
        activityDays: [],
        closeDates: [],
        isNewBusiness: null,
        category: null,
        calledChanceRatio: null,
        slips: 0
      })
    }
  }
  return {
    input: {
      asOf: dayOf(asOf),
      currency: currencyCode('EUR'),
      deals,
      stages,
      periods: periodsFrom(options.periods, options.periodDays),
      options: { seed: options.seed, runs: 1_000, hasNewDeals: true, staleDays: 60, shockSize: null, hasRecord: false }
    },
    truth,
    wonLater
  }
}
