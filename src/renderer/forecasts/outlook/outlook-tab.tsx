// The outlook: what was sold, what is likely to come with its range, how the method did before, and the forecasts kept so far.
import { Checkbox, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { seasonLengths } from '#shared/forecasts/series.ts'
import type { ForecastDraft, ForecastId, MethodId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { keepForecastView, useForecastView } from '../view-state.ts'
import { Choices, type ForecastChoices } from './choices.tsx'
import { ComponentsPart } from './components-part.tsx'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastTable } from './forecast-table.tsx'
import { MethodChoice } from './method-choice.tsx'
import { Notes } from './notes.tsx'
import { Runs } from './runs.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { useLookBack } from './use-look-back.ts'
import { useForecastWords } from './use-words.ts'
import { YearTotalPart } from './year-total.tsx'
import './outlook.css'

export function OutlookTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { plan, isLocked, asOf, settings, go } = useSession()
  const { choices } = useForecastView()
  const [method, setMethod] = useState<MethodId | undefined>()
  const [seenId, setSeenId] = useState<ForecastId | undefined>()
  const [view, setView] = useState<'forecast' | 'parts'>('forecast')
  const [isBackWanted, setBackWanted] = useState(false)
  const yearHorizon = seasonLengths[choices.grain]
  // Whatever the method: the comparison is of all.
  const askedAny = {
    scenarioId,
    grain: choices.grain,
    cut: choices.cut,
    source: choices.source,
    dataAsOf: asOf,
    ...(choices.reach === 'year' ? { horizon: yearHorizon } : {})
  }
  const asked = { ...askedAny, ...(method === undefined ? {} : { method }) }
  const preview = useQuery('forecasts.preview', asked)
  const runs = useQuery('forecasts.list', { scenarioId }).value ?? []
  const kept = useQuery('forecasts.get', seenId === undefined ? null : { forecastId: seenId })
  const keep = useCommand('forecasts.run')
  const run = seenId === undefined ? undefined : kept.value
  const draft: ForecastDraft | null | undefined = run ?? preview.value?.draft
  const finding = useFinding(draft, run?.madeAt)
  const ofSeries = {
    scenarioId,
    cut: choices.cut,
    source: choices.source,
    grain: choices.grain,
    dataAsOf: asOf,
    horizon: preview.value?.draft?.total.periods
  }
  const { horizon: _, ...withoutHorizon } = ofSeries
  // The same question as the panel's below, so that it is asked once.
  const detail = useQuery(
    'forecasts.seriesDetail',
    ofSeries.horizon === undefined ? withoutHorizon : { ...withoutHorizon, horizon: ofSeries.horizon }
  )
  const back = useLookBack(askedAny, run ? null : draft, isBackWanted)
  const yearName = plan ? t('ui.period.year', { year: String(plan.fiscalYear) }) : ''
  const choose = (next: ForecastChoices) => {
    // A method chosen for one history may not work for another, shorter one.
    if (next.cut !== choices.cut || next.grain !== choices.grain || next.source !== choices.source) setMethod(undefined)
    keepForecastView({ choices: next })
    setSeenId(undefined)
  }

  // Deciding about the history is for what is forecast now; where nothing was sold, totals can still be pasted.
  const seriesPart = run ? null : <SeriesPanel {...ofSeries} series={preview.value?.series} isLocked={isLocked} />
  const sidePart = (
    <div className="forecast-side">
      {preview.value ? (
        <MethodChoice
          asked={run ? null : askedAny}
          backtest={run?.backtest ?? preview.value.backtest}
          draft={draft ?? null}
          onChange={setMethod}
        />
      ) : null}
      {preview.value && !run ? (
        <YearTotalPart
          year={preview.value.year}
          yearName={yearName}
          currency={settings.currency}
          onSetQuotas={runs.length > 0 ? () => go('quotas') : undefined}
        />
      ) : null}
      {draft ? <Notes draft={draft} leftOut={run ? undefined : preview.value?.leftOut} /> : null}
      <Runs runs={runs} seenId={seenId} isLocked={isLocked} onOpen={setSeenId} />
    </div>
  )

  return (
    <ForecastPage
      finding={finding}
      primary={
        run
          ? { label: t('forecasts.back'), onRun: () => setSeenId(undefined) }
          : {
              label: t('forecasts.keep'),
              onRun: () => void keep.run(asked),
              isBusy: keep.isBusy,
              isDisabled: isLocked || !draft,
              hint: t(isLocked ? 'forecasts.locked' : 'forecasts.keepHint')
            }
      }
    >
      <div className="forecast-outlook">
        <Choices
          choices={choices}
          yearName={yearName}
          hasReach={choices.reach === 'year' || (preview.value?.draft?.total.periods ?? 0) > yearHorizon}
          onChange={choose}
        />
        {preview.error?.code === 'forecasts.noTotals' && !run ? (
          <>
            <p className="muted">{tError(preview.error)}</p>
            {seriesPart}
          </>
        ) : preview.error?.code === 'forecasts.noSales' && !run ? (
          choices.cut.kind === 'company' ? (
            <EmptyState
              title={t('forecasts.empty.noSales')}
              picture="chart"
              action={{ label: t('forecasts.empty.import'), onRun: () => go('data') }}
            />
          ) : (
            <EmptyState title={t('forecasts.empty.noCut')} picture="chart" />
          )
        ) : preview.error && !run ? (
          <Problem title={tError(preview.error)} action={{ label: t('ui.again'), onRun: preview.reload }} />
        ) : (
          <div className="forecast-body">
            <div className="forecast-main">
              {draft ? (
                <>
                  <h2 className="only-read">{t('forecasts.table')}</h2>
                  <Section isCard>
                    {run ? null : (
                      <div className="forecast-views">
                        <SegmentedControl
                          size="xs"
                          aria-label={t('forecasts.methodWords.view')}
                          value={view}
                          data={[
                            { value: 'forecast', label: t('forecasts.methodWords.views.forecast') },
                            { value: 'parts', label: t('forecasts.methodWords.views.parts') }
                          ]}
                          onChange={(value) => setView(value === 'parts' ? 'parts' : 'forecast')}
                        />
                        {view === 'forecast' ? (
                          <Checkbox
                            size="xs"
                            label={t('forecasts.methodWords.lookBack')}
                            checked={isBackWanted}
                            onChange={(event) => setBackWanted(event.currentTarget.checked)}
                          />
                        ) : null}
                      </div>
                    )}
                    {view === 'parts' && !run ? (
                      <ComponentsPart asked={askedAny} series={draft.series} />
                    ) : (
                      <ForecastChart draft={draft} seenBack={back.found} detail={run ? undefined : detail.value} />
                    )}
                    {view === 'forecast' && back.sentence ? <p className="small">{back.sentence}</p> : null}
                    {/* A kept forecast was made from the data of its day. */}
                    {run ? null : (
                      <Soundness of={choices.cut.kind === 'company' ? ['bookings'] : ['bookings', 'credit']} isNamed />
                    )}
                  </Section>
                  <ForecastTable draft={draft} />
                  {seriesPart}
                </>
              ) : preview.isLoading || !preview.value ? (
                <Skeleton kind="chart" />
              ) : (
                <EmptyState
                  title={t('forecasts.finding.noMethod', { period: t(`forecasts.period.${choices.grain}`) })}
                  picture="chart"
                />
              )}
            </div>
            {sidePart}
          </div>
        )}
      </div>
    </ForecastPage>
  )
}

/** The finding in one line: the range before the middle. */
function useFinding(draft: ForecastDraft | null | undefined, madeAt: string | undefined): string | undefined {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  if (!draft) return undefined
  const { total, series } = draft
  const money = (minor: number) => format.money(minor, series.currency, { digits: 0 })
  const span = words.span(total.fromKey, total.toKey)
  const middle = money(total.middleMinor)
  const sentence =
    total.low80Minor === null || total.high80Minor === null
      ? t('forecasts.finding.noRange', { middle, span })
      : t('forecasts.finding.range', { low: money(total.low80Minor), high: money(total.high80Minor), span, middle })
  const kept = madeAt === undefined ? [] : [t('forecasts.finding.kept', { on: format.dateTime(madeAt) })]
  const short = draft.rangeBasis === 'spread' ? [t('forecasts.finding.short')] : []
  return [...kept, sentence, ...short].join(' ')
}
