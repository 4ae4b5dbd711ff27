// The steps of the main job and what each has come to, in the order in which they build on each other.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Home, StepState } from '#shared/performance/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

/** Named like the screen on which it is done, but for the import, which is done on the data screen. */
export const stepIds = ['import', 'people', 'territories', 'forecasts', 'quotas', 'compensation', 'handbook'] as const
export type StepId = (typeof stepIds)[number]

export interface Step {
  readonly id: StepId
  readonly state: StepState
  readonly words: string
}

export function useSteps(scenarioId: ScenarioId | undefined, home: Home | undefined): readonly Step[] {
  const { t } = useText()
  const format = useFormat()
  const plans = useQuery('compensation.listPlans', scenarioId === undefined ? null : { scenarioId })
  if (home === undefined) return []
  const { facts, people, territories, forecast, quotas } = home.steps
  const { currency } = home.board
  const money = (minor: number) => format.money(minor, currency)
  const step = (id: StepId, state: StepState, words: string): Step => ({ id, state, words })
  const accounts = format.number(facts.accounts)
  const withoutTerritory = territories.accounts - territories.accountsAssigned
  const difference = quotas.streetMinor === null ? 0 : quotas.sumMinor - quotas.streetMinor
  const members = plans.value?.reduce((sum, plan) => sum + plan.memberCount, 0) ?? 0
  const isPaid = members > 0
  const hasQuotas = quotas.sellers > 0

  const peopleStep =
    people.sellers === 0
      ? step('people', 'todo', t('home.stepDetails.peopleTodo'))
      : people.withoutTeam > 0
        ? step(
            'people',
            'started',
            t('home.stepDetails.peopleStarted', { count: people.withoutTeam, all: format.number(people.sellers) })
          )
        : step('people', 'done', t('home.stepDetails.peopleDone', { count: people.sellers }))
  const territoryStep =
    territories.territories === 0
      ? step('territories', 'todo', t('home.stepDetails.territoriesTodo'))
      : withoutTerritory > 0
        ? step(
            'territories',
            'started',
            t('home.stepDetails.territoriesStarted', { count: withoutTerritory, all: accounts })
          )
        : step(
            'territories',
            'done',
            t('home.stepDetails.territoriesDone', { count: territories.territories, accounts })
          )
  const quotaStep = !hasQuotas
    ? step('quotas', 'todo', t('home.stepDetails.quotasTodo'))
    : difference === 0
      ? step(
          'quotas',
          'done',
          t('home.stepDetails.quotasDone', { count: quotas.sellers, amount: money(quotas.sumMinor) })
        )
      : step(
          'quotas',
          'started',
          t('home.stepDetails.quotasStarted', { difference: format.moneyInFull(difference, currency) })
        )
  return [
    facts.opportunities === 0
      ? step('import', 'todo', t('home.stepDetails.importTodo'))
      : step('import', 'done', t('home.stepDetails.importDone', { count: facts.opportunities, accounts })),
    peopleStep,
    territoryStep,
    forecast === null
      ? step('forecasts', 'todo', t('home.stepDetails.forecastTodo'))
      : step(
          'forecasts',
          'done',
          t('home.stepDetails.forecastDone', {
            amount: money(forecast.middleMinor),
            periods: format.number(forecast.periods),
            date: format.date(forecast.madeAt.slice(0, 10) as IsoDate)
          })
        ),
    quotaStep,
    isPaid
      ? step(
          'compensation',
          'done',
          t('home.stepDetails.payDone', { count: plans.value?.length ?? 0, members: format.number(members) })
        )
      : (plans.value?.length ?? 0) > 0
        ? step('compensation', 'started', t('home.stepDetails.payStarted'))
        : step('compensation', 'todo', t('home.stepDetails.payTodo')),
    isPaid && hasQuotas
      ? step('handbook', 'done', t('home.stepDetails.handbookDone'))
      : step('handbook', 'todo', t('home.stepDetails.handbookTodo'))
  ]
}
