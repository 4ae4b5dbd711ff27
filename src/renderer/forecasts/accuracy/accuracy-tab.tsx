// The tab of accuracy: how far off forecasts have been, whether their ranges held, against the baseline and by whom; past forecasts beside what came.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { fewestToTell } from '#shared/forecasts/accuracy/scores.ts'
import type { AccuracyView } from '#shared/forecasts/accuracy-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { Filters } from './filters.tsx'
import { KeyFigures } from './key-figures.tsx'
import { HorizonChart, PastChart } from './past-chart.tsx'
import { BandPart, KeepingPart } from './side.tsx'
import { AccuracyTables } from './tables.tsx'
import { useAccuracyWords } from './use-accuracy-words.ts'
import { useAccuracyView } from './view-state.ts'
import './accuracy.css'

export function AccuracyTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { plan, go } = useSession()
  const { choices } = useAccuracyView()
  const accuracy = useQuery('forecasts.accuracy', { scenarioId, ...choices })
  const band = useQuery('forecasts.samePointBand', choices.cut.kind === 'company' ? { scenarioId } : null).value
  const view = accuracy.error ? undefined : accuracy.value
  const finding = useFinding(view)
  if (accuracy.error?.code === 'forecasts.noSales')
    return (
      <ForecastPage>
        <EmptyState
          title={t('forecasts.accuracy.empty.noSales')}
          picture="chart"
          action={{ label: t('forecasts.accuracy.empty.import'), onRun: () => go('data') }}
        />
      </ForecastPage>
    )
  const automatic = view?.methods.find((each) => each.method === 'automatic')
  return (
    <ForecastPage finding={finding}>
      <Filters choices={choices} mostSteps={view?.mostSteps ?? 1} />
      {accuracy.error ? (
        <Problem title={tError(accuracy.error)} action={{ label: t('ui.again'), onRun: accuracy.reload }} />
      ) : view === undefined ? (
        <Skeleton kind="chart" />
      ) : (
        <div className="forecast-body">
          <div className="forecast-main">
            {automatic ? <KeyFigures method={automatic} currency={view.currency} /> : null}
            <Section isCard>
              <PastChart view={view} />
            </Section>
            <AccuracyTables view={view} />
          </div>
          <div className="forecast-side">
            {band && choices.cut.kind === 'company' ? (
              <BandPart answer={band} yearName={plan ? t('ui.period.year', { year: String(plan.fiscalYear) }) : ''} />
            ) : null}
            <HorizonChart view={view} />
            <KeepingPart />
          </div>
        </div>
      )}
    </ForecastPage>
  )
}

/** How far off, with n; which way; how often the range held. */
function useFinding(view: AccuracyView | undefined): string | undefined {
  const { t } = useText()
  const format = useFormat()
  const words = useAccuracyWords()
  if (view === undefined) return undefined
  const { score, baseline } = view.methods.find((each) => each.method === 'automatic') ?? {}
  if (score === undefined) return t('forecasts.accuracy.finding.none')
  if (score.wapeRatio === null || score.biasRatio === null) return t('forecasts.accuracy.finding.noSales')
  const { held, n } = score.coverage80
  const sentence = t('forecasts.accuracy.finding.scored', {
    ahead: words.ahead(view.steps, view.grain),
    wape: format.percent(score.wapeRatio),
    n: format.number(score.n),
    bias: words.bias(score.biasRatio),
    held:
      n === 0
        ? t('forecasts.accuracy.finding.noRange')
        : t('forecasts.accuracy.finding.held', { held: format.number(held), n: format.number(n) })
  })
  if (score.periods < fewestToTell)
    return `${sentence} ${t('forecasts.accuracy.finding.few', { count: score.periods })}`
  return baseline?.wapeRatio !== null && baseline !== undefined && baseline.wapeRatio < score.wapeRatio
    ? `${sentence} ${t('forecasts.accuracy.finding.behind', { ratio: format.percent(baseline.wapeRatio) })}`
    : sentence
}
