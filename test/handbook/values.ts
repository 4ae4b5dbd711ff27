// Values of a small company for the handbook's tests: every figure is written here, so that a printed one can be checked by hand.
import { makePlanRules, type PayPlanId } from '#shared/compensation/index.ts'
import type { HandbookSeller, HandbookValues } from '#shared/handbook/values.ts'
import type { SellerId } from '#shared/people/types.ts'
import { type IsoDate, isoDate } from '#shared/units/date.ts'
import { currencyCode, splitMinor } from '#shared/units/money.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const people = [
  ['Ana Ruiz', 'Iberia', 48_000_000],
  ['Tomás Vidal', 'Iberia', 36_000_000],
  ['Inés Prat', 'Iberia', 30_000_001],
  ['Luca Conti', 'South', 41_000_000],
  ['Marta Soler', 'South', 28_500_050]
] as const

const makeSeller = (at: number, name: string, teamName: string | null): HandbookSeller => ({
  id: (at + 1) as SellerId,
  name,
  role: 'seller',
  teamName,
  leaderName: teamName === 'Iberia' ? 'Celia Rouche' : null,
  hiredOn: null,
  leftOn: null,
  basePayMinor: 4_000_000,
  variablePayMinor: 2_400_000
})

/** Five sellers in two teams, quotas by month, one pay plan of 75 % own and 25 % team result; `change` overrides any of it. */
export function makeValues(change: Partial<HandbookValues> = {}): HandbookValues {
  const sellers = people.map(([name, team], at) => makeSeller(at, name, team))
  const months = periodsOfYear(2027, 'month', calendar)
  const quotas = people.flatMap(([, , yearMinor], at) => {
    const parts = splitMinor(
      yearMinor,
      months.map(() => 1)
    )
    return months.map((month, index) => ({
      sellerId: (at + 1) as SellerId,
      periodKey: month.key,
      startsOn: month.startsOn,
      amountMinor: parts[index] ?? 0
    }))
  })
  const targetMinor = people.reduce((sum, [, , yearMinor]) => sum + yearMinor, 0)
  const rules = makePlanRules('individualTeamSplit', currencyCode('EUR'))
  return {
    company: 'Solano Instruments',
    currency: currencyCode('EUR'),
    numberLocale: 'en-GB',
    fiscalYear: 2027,
    startsOn: isoDate(2027, 1, 1),
    endsOn: isoDate(2027, 12, 31),
    quarters: periodsOfYear(2027, 'quarter', calendar),
    scenarioName: 'Baseline',
    approvedOn: null,
    versionOn: isoDate(2026, 11, 23),
    dataAsOf: isoDate(2026, 11, 12) as IsoDate | null,
    sellers,
    results: {
      fiscalYear: 2026,
      deals: 412,
      bookingsMinor: 150_000_050,
      quarters: [
        { index: 1, deals: 80, bookingsMinor: 27_000_000 },
        { index: 2, deals: 101, bookingsMinor: 38_000_050 },
        { index: 3, deals: 103, bookingsMinor: 36_500_000 },
        { index: 4, deals: 128, bookingsMinor: 48_500_000 }
      ],
      sellers: [
        { name: 'Ana Ruiz', deals: 120, bookingsMinor: 44_000_000 },
        { name: 'Luca Conti', deals: 96, bookingsMinor: 35_000_000 },
        { name: 'Tomás Vidal', deals: 77, bookingsMinor: 28_000_050 },
        { name: 'Inés Prat', deals: 60, bookingsMinor: 22_000_000 },
        { name: 'Marta Soler', deals: 44, bookingsMinor: 16_000_000 },
        { name: null, deals: 15, bookingsMinor: 5_000_000 }
      ]
    },
    territories: [
      {
        name: 'Iberia',
        teamName: 'Iberia',
        sellers: sellers.slice(0, 3).map(({ id, name }) => ({ id, name })),
        accounts: 214,
        bookingsMinor: 94_000_050
      },
      {
        name: 'Italy and the south',
        teamName: 'South',
        sellers: sellers.slice(3).map(({ id, name }) => ({ id, name })),
        accounts: 131,
        bookingsMinor: 51_000_000
      }
    ],
    accountsWithoutTerritory: 0,
    allocation: {
      method: 'history',
      source: 'typed',
      targetMinor,
      streetMinor: targetMinor,
      baseYear: 2026,
      madeOn: isoDate(2026, 11, 20)
    },
    quotas,
    payPlans: [
      {
        id: 1 as PayPlanId,
        name: 'Account executives',
        rules,
        members: sellers.map(({ id }) => ({
          sellerId: id,
          targetPayMinor: 2_400_000,
          targetInYearMinor: 2_400_000
        }))
      }
    ],
    ...change
  }
}
