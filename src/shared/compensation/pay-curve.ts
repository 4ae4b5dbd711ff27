// Pay against attainment, for the chart and for worked examples: the engine itself is run on a person who sells the same
// share of quota in every period, whose team does the same. Kinks and jumps are found at the edges the rules name.
import type { OpportunityId } from '../crm/types.ts'
import type { SellerId, TeamId } from '../people/types.ts'
import { splitMinor } from '../units/money.ts'
import { type FiscalCalendar, periodsOfYear } from '../units/period.ts'
import { entryOf } from './components/index.ts'
import {
  compare,
  decimal,
  type Fraction,
  fraction,
  multiply,
  roundHalfUp,
  toNumber,
  toText,
  whole
} from './fraction.ts'
import { computePay, type PayResult } from './rules.ts'
import type { PayCurvePoint, PayPlanRules, WorkedExample } from './types.ts'

/** For whom a curve or an example is drawn. */
export interface ExamplePerson {
  readonly targetPayMinor: number
  /** Quota of the whole year. */
  readonly quotaMinor: number
}

// An example's days: a calendar year, because shares by days need one. It isn't anyone's fiscal calendar.
const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const exampleYear = 2027
const seller = 1 as SellerId
const team = 1 as TeamId
const parent = 2 as TeamId

/** Pays one person of the example who reaches `attainment` of the year's quota, in equal shares of every period. */
function payExample(rules: PayPlanRules, person: ExamplePerson, bookedMinor: number): PayResult {
  const periods = periodsOfYear(exampleYear, rules.period.grain, calendar)
  const equal = periods.map(() => 1)
  const quotas = splitMinor(person.quotaMinor, equal)
  const booked = splitMinor(bookedMinor, equal)
  const measures = [...new Set(rules.components.map((component) => component.measure))]
  return computePay({
    rules,
    calendar,
    fiscalYear: exampleYear,
    throughPeriodKey: null,
    members: [{ sellerId: seller, targetPayMinor: person.targetPayMinor, fromOn: null, toOn: null }],
    people: [],
    teams: [
      { teamId: team, parentId: parent },
      { teamId: parent, parentId: null }
    ],
    memberships: [{ sellerId: seller, teamId: team, fromOn: null, toOn: null }],
    quotas: measures.flatMap((measure) =>
      periods.map((period, index) => ({
        sellerId: seller,
        measure,
        periodKey: period.key,
        amountMinor: quotas[index] ?? 0
      }))
    ),
    credits: periods.map((period, index) => ({
      dealId: (index + 1) as OpportunityId,
      sellerId: seller,
      closedOn: period.endsOn,
      amountMinor: booked[index] ?? 0,
      isNewBusiness: true
    }))
  })
}

const defaultPerson: ExamplePerson = { targetPayMinor: 4_000_000, quotaMinor: 40_000_000 }

/**
 * Gives the points of pay against attainment.
 *
 * @param rules rules as `parsePlanRules` accepts them
 * @param person target pay and yearly quota; they matter only to commissions and bonuses in amounts
 * @returns points with ascending attainment from 0 to a third beyond the last edge, at least 150 %; at a jump there are
 *   two with the same attainment, the lower first; empty when the plan pays nothing that can be computed
 * @example payCurve(rules).find((point) => point.attainmentRatio === 1)?.payRatio // 1
 */
export function payCurve(rules: PayPlanRules, person: ExamplePerson = defaultPerson): PayCurvePoint[] {
  const edges = edgesOf(rules, person)
  const highest = edges.reduce((high, edge) => Math.max(high, toNumber(edge)), 1)
  const end = Math.ceil((highest + Math.max(0.5, highest / 3)) * 10)
  const all = [...edges, ...Array.from({ length: end + 1 }, (_, tenth) => fraction(BigInt(tenth), 10n))]
  const attainments = [...new Map(all.map((each) => [toText(each), each])).values()].sort(compare)
  const inRange = attainments.filter((each) => compare(each, fraction(BigInt(end), 10n)) <= 0)
  const isEdge = new Set(edges.map(toText))
  const points: PayCurvePoint[] = []
  for (const attainment of inRange) {
    const bookedMinor = roundHalfUp(multiply(attainment, whole(person.quotaMinor)))
    const at = pointAt(rules, person, bookedMinor)
    if (at === undefined) return []
    const attainmentRatio = toNumber(attainment)
    const jump = isEdge.has(toText(attainment)) ? findJump(rules, person, bookedMinor, at) : undefined
    if (jump !== undefined) points.push({ ...jump, attainmentRatio, mark: 'jump' })
    points.push({ ...at, attainmentRatio, mark: jump === undefined ? null : 'jump' })
  }
  return markKinks(points)
}

type Paid = Omit<PayCurvePoint, 'attainmentRatio' | 'mark'>

function pointAt(rules: PayPlanRules, person: ExamplePerson, bookedMinor: number): Paid | undefined {
  const { lines } = payExample(rules, person, bookedMinor)
  const byComponent: Record<string, number> = {}
  let payMinor = 0
  for (const line of lines) {
    if (line.amountMinor === null) return undefined
    payMinor += line.amountMinor
    byComponent[line.componentId] = (byComponent[line.componentId] ?? 0) + line.amountMinor
  }
  return { payMinor, payRatio: person.targetPayMinor === 0 ? 0 : payMinor / person.targetPayMinor, byComponent }
}

/** Pay just below an edge: a few minor units less sold. More than a few cents of difference is a jump. */
function findJump(rules: PayPlanRules, person: ExamplePerson, bookedMinor: number, at: Paid): Paid | undefined {
  const periods = periodsOfYear(exampleYear, rules.period.grain, calendar).length
  if (bookedMinor < periods) return undefined
  const below = pointAt(rules, person, bookedMinor - periods)
  if (below === undefined) return undefined
  const smooth = Math.max(
    2 * periods,
    Math.ceil((20 * periods * person.targetPayMinor) / Math.max(1, person.quotaMinor))
  )
  return Math.abs(at.payMinor - below.payMinor) > smooth * 2 ? below : undefined
}

function markKinks(points: readonly PayCurvePoint[]): PayCurvePoint[] {
  return points.map((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (point.mark !== null || before === undefined || after === undefined) return point
    const left = slopeBetween(before, point)
    const right = slopeBetween(point, after)
    return Math.abs(left - right) > 0.001 ? { ...point, mark: 'kink' } : point
  })
}

function slopeBetween(a: PayCurvePoint, b: PayCurvePoint): number {
  return (b.payRatio - a.payRatio) / (b.attainmentRatio - a.attainmentRatio)
}

function edgesOf(rules: PayPlanRules, person: ExamplePerson): Fraction[] {
  const periods = BigInt(periodsOfYear(exampleYear, rules.period.grain, calendar).length)
  const perPeriod = rules.period.mode === 'discrete' ? periods : 1n
  return rules.components
    .flatMap((component) => {
      if (component.kind !== 'commission' || component.tiers.by === 'attainment')
        return entryOf(component).edges(component)
      if (person.quotaMinor <= 0) return []
      return component.tiers.steps.map((tier) =>
        fraction(BigInt(tier.fromMinor) * perPeriod, BigInt(person.quotaMinor))
      )
    })
    .filter((edge) => compare(edge, whole(4)) <= 0)
}

const levels = [
  ['low', '0.8'],
  ['target', '1'],
  ['high', '1.2']
] as const

/**
 * Works out three examples of a year: at 80 %, 100 % and 120 % of every goal, the team with the seller.
 *
 * @param rules rules as `parsePlanRules` accepts them
 * @param targetPayMinor target pay of a year, minor units of the plan's currency
 * @param quotaMinor quota of a year, more than 0
 * @returns three examples with a sum per component over the year; the trace of a component is that of the first period
 * @missing an example whose total can't be computed has null, and its lines say why
 * @example workedExamples(rules, 4000000, 40000000)[1]?.totalMinor // 4000000: at target, target pay
 */
export function workedExamples(rules: PayPlanRules, targetPayMinor: number, quotaMinor: number): WorkedExample[] {
  return levels.map(([level, attainment]) => {
    const bookedMinor = roundHalfUp(multiply(decimal(attainment), whole(quotaMinor)))
    const { lines } = payExample(rules, { targetPayMinor, quotaMinor }, bookedMinor)
    const ids = [...new Set(lines.map((line) => line.componentId))]
    const sums = ids.flatMap((componentId) => {
      const own = lines.filter((line) => line.componentId === componentId)
      const first = own[0]
      if (first === undefined) return []
      const isOpen = own.some((line) => line.amountMinor === null)
      const amountMinor = isOpen ? null : own.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)
      return [{ componentId, amountMinor, trace: first.trace }]
    })
    const isOpen = sums.some((sum) => sum.amountMinor === null)
    const totalMinor = isOpen ? null : sums.reduce((sum, each) => sum + (each.amountMinor ?? 0), 0)
    const attainmentRatio = toNumber(decimal(attainment))
    return { level, attainmentRatio, bookedMinor, quotaMinor, targetPayMinor, totalMinor, lines: sums }
  })
}
