// The outlook: what was sold, what is likely to come with its range, how the method did before, and the forecasts kept so far.
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
import type { ForecastDraft, ForecastId, MethodId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { keepForecastView, useForecastView } from '../view-state.ts'
import { Choices, type ForecastChoices } from './choices.tsx'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastTable } from './forecast-table.tsx'
import { MethodChoice } from './method-choice.tsx'
import { Notes } from './notes.tsx'
import { Runs } from './runs.tsx'
import { useForecastWords } from './use-words.ts'
import { YearTotalPart } from './year-total.tsx'

export function OutlookTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { plan, isLocked, asOf, settings, go } = useSession()
  const { choices } = useForecastView()
  const [method, setMethod] = useState<MethodId | undefined>()
  const [seenId, setSeenId] = useState<ForecastId | undefined>()
  const yearHorizon = choices.grain === 'quarter' ? 4 : 12
  const asked = {
    scenarioId,
    grain: choices.grain,
    cut: choices.cut,
    dataAsOf: asOf,
    ...(method === undefined ? {} : { method }),
    ...(choices.reach === 'year' ? { horizon: yearHorizon } : {})
  }
  const preview = useQuery('forecasts.preview', asked)
  const runs = useQuery('forecasts.list', { scenarioId }).value ?? []
  const kept = useQuery('forecasts.get', seenId === undefined ? null : { forecastId: seenId })
  const keep = useCommand('forecasts.run')
  const run = seenId === undefined ? undefined : kept.value
  const draft: ForecastDraft | null | undefined = run ?? preview.value?.draft
  const finding = useFinding(draft, run?.madeAt)
  const yearName = plan ? t('ui.period.year', { year: String(plan.fiscalYear) }) : ''
  const choose = (next: ForecastChoices) => {
    // A method chosen for one history may not work for another, shorter one.
    if (next.cut !== choices.cut || next.grain !== choices.grain) setMethod(undefined)
    keepForecastView({ choices: next })
    setSeenId(undefined)
  }

  const sidePart = (
    <div className="forecast-side">
      {preview.value ? (
        <MethodChoice
          backtest={run?.backtest ?? preview.value.backtest}
          method={draft?.method ?? null}
          isDisabled={run !== undefined}
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
      <Choices
        choices={choices}
        yearName={yearName}
        hasReach={choices.reach === 'year' || (preview.value?.draft?.total.periods ?? 0) > yearHorizon}
        onChange={choose}
      />
      {preview.error?.code === 'forecasts.noSales' && !run ? (
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
                  <ForecastChart draft={draft} />
                  {/* A kept forecast was made from the data of its day. */}
                  {run ? null : (
                    <Soundness of={choices.cut.kind === 'company' ? ['bookings'] : ['bookings', 'credit']} isNamed />
                  )}
                </Section>
                <ForecastTable draft={draft} />
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
