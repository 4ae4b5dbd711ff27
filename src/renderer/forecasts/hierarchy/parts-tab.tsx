// Parts and whole: every team, seller, territory or segment forecast by itself, made to add up to the company, with what that moved and why.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCommand, useJob, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PageAction } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Work } from '#renderer/ui/work.tsx'
import { summariseParts } from '#shared/forecasts/hierarchy/parts.ts'
import type { KeptParts, PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'
import { PartPane } from './part-pane.tsx'
import { PartsChoices } from './parts-choices.tsx'
import { PartsFigures } from './parts-figures.tsx'
import { PartsTable } from './parts-table.tsx'
import { readShown, settleShown, usePartWords, useShownWords } from './use-part-words.ts'
import { type ShownPeriod, usePartsView } from './view-state.ts'
import './hierarchy.css'

/** How long to wait before the forecasts made so far are asked for again. */
const lookAgainMs = 1_000

export function PartsTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const format = useFormat()
  const { isLocked, go } = useSession()
  const { tree, grain, reconciler, leavers, shown: chosen } = usePartsView()
  const words = usePartWords()
  const asked = { scenarioId, tree, grain, reconciler, leavers }
  const parts = useQuery('forecasts.parts', asked)
  const job = useJob('forecasts.forecastParts', { silent: true })
  const keep = useCommand('forecasts.keepParts')
  const [problem, setProblem] = useState<string>()
  const [selectedKey, setSelectedKey] = useState<string>()
  const { reload, value: view } = parts
  const { isBusy } = job
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(reload, lookAgainMs)
    return () => clearInterval(timer)
  }, [isBusy, reload])

  const forecast = view?.forecast ?? null
  const shown = forecast ? settleShown(forecast, chosen) : chosen
  const finding = useFinding(forecast, shown)
  const run = async () => {
    setProblem(undefined)
    const running = job.run({ scenarioId, tree, grain })
    const reply = await running
    reload()
    if (!reply.ok && reply.error.code !== 'engine.cancelled') setProblem(tError(reply.error))
  }
  const isComplete = forecast !== null && forecast.summary !== null && !view?.isFromKept
  const again: PageAction = { label: t('forecasts.hierarchy.again'), onRun: () => void run(), isDisabled: isBusy }
  const first: PageAction = {
    label: t('forecasts.hierarchy.run'),
    onRun: () => void run(),
    isDisabled: isBusy || view === undefined
  }
  const keepAction: PageAction = {
    label: t('forecasts.hierarchy.keep'),
    onRun: () => void keep.run(asked),
    isBusy: keep.isBusy,
    isDisabled: isLocked || isBusy || !isComplete,
    hint: t(
      isLocked ? 'forecasts.locked' : isComplete ? 'forecasts.hierarchy.keepHint' : 'forecasts.hierarchy.keepFirst'
    )
  }
  const selected = forecast?.parts.find((part) => part.key === selectedKey)
  const next = forecast?.parts.find((part) => part.key === forecast.nextKey)
  const hasNothing = parts.error !== undefined && view === undefined
  return (
    <ForecastPage
      finding={finding}
      primary={hasNothing ? undefined : forecast ? keepAction : first}
      actions={forecast ? [again] : []}
      detail={selected && forecast ? <PartPane part={selected} forecast={forecast} /> : undefined}
      detailTitle={selected && words.name(selected)}
      onCloseDetail={() => setSelectedKey(undefined)}
      isFilling={forecast !== null}
    >
      <div className="parts">
        <PartsChoices forecast={forecast} isFixed={view?.isFromKept ?? false} isBusy={isBusy} />
        {isBusy ? (
          <Work
            progress={job.progress && { ...job.progress, total: job.progress.total ?? 0 }}
            label={next ? t('forecasts.hierarchy.working', { name: words.name(next) }) : t('forecasts.progress.parts')}
            onCancel={job.cancel}
          />
        ) : null}
        {problem ? <Problem title={problem} /> : null}
        {hasNothing && parts.error ? (
          parts.error.code === 'forecasts.noSales' ? (
            <EmptyState
              title={t('forecasts.empty.noSales')}
              picture="chart"
              action={{ label: t('forecasts.empty.import'), onRun: () => go('data') }}
            />
          ) : parts.error.code === 'forecasts.noParts' ? (
            <EmptyState title={tError(parts.error)} picture="table" />
          ) : (
            <Problem title={tError(parts.error)} action={{ label: t('ui.again'), onRun: reload }} />
          )
        ) : view === undefined ? (
          <Skeleton kind="table" />
        ) : forecast === null ? (
          isBusy ? null : (
            <EmptyState
              title={t('forecasts.hierarchy.empty', { count: Math.max(0, view.partCount - 1) })}
              picture="table"
            />
          )
        ) : (
          <>
            {view.isFromKept && view.kept ? (
              <p className="muted small parts-line">
                {t('forecasts.hierarchy.fromKept', { on: format.dateTime(view.kept.keptAt) })}
              </p>
            ) : null}
            {forecast.changedParts > 0 && !isBusy ? (
              <p className="parts-line">{t('forecasts.hierarchy.changed', { count: forecast.changedParts })}</p>
            ) : null}
            {forecast.isFinished || isBusy ? null : (
              <p className="parts-line">
                {t('forecasts.hierarchy.stopped', {
                  done: format.number(forecast.done),
                  toDo: format.number(forecast.toDo)
                })}
              </p>
            )}
            {/* Beside an open pane the table needs the room. */}
            {selected ? null : <PartsFigures forecast={forecast} shown={shown} />}
            <div className="parts-table">
              <PartsTable forecast={forecast} shown={shown} selectedKey={selectedKey} onSelect={setSelectedKey} />
            </div>
          </>
        )}
        {view?.kept && !view.isFromKept ? (
          <KeptLine kept={view.kept} forecast={forecast} scenarioId={scenarioId} isLocked={isLocked} />
        ) : null}
      </div>
    </ForecastPage>
  )
}

interface KeptLineProps {
  readonly kept: KeptParts
  readonly forecast: PartsForecast | null
  readonly scenarioId: ScenarioId
  readonly isLocked: boolean
}

function KeptLine({ kept, forecast, scenarioId, isLocked }: KeptLineProps) {
  const { t } = useText()
  const format = useFormat()
  const { settings } = useSession()
  const remove = useCommand('forecasts.removeKeptParts')
  const currency = forecast?.currency ?? settings.currency
  return (
    <p className="muted small parts-line">
      {t('forecasts.hierarchy.keptLine', {
        on: format.dateTime(kept.keptAt),
        tree: t(`forecasts.hierarchy.trees.${kept.tree}`),
        reconciler: t(`forecasts.hierarchy.reconcilers.${kept.reconciler}.name`),
        amount: kept.companyMinor === null ? '—' : format.money(kept.companyMinor, currency, { digits: 0 })
      })}
      <Button
        variant="default"
        size="xs"
        disabled={isLocked}
        loading={remove.isBusy}
        onClick={() => void remove.run({ scenarioId })}
      >
        {t('forecasts.hierarchy.remove')}
      </Button>
    </p>
  )
}

/** The finding: how far parts and whole were apart in the periods in view, and what making them add up moved. */
function useFinding(forecast: PartsForecast | null, shown: ShownPeriod): string | undefined {
  const { t } = useText()
  const format = useFormat()
  const shownWords = useShownWords()
  if (forecast === null) return undefined
  const { currency, parts } = forecast
  const summary = summariseParts(parts, (part) => readShown(part, forecast, shown))
  if (summary === null)
    return t('forecasts.hierarchy.finding.running', {
      done: format.number(forecast.done),
      toDo: format.number(forecast.toDo)
    })
  const gap = summary.topPartsBaseMinor - summary.companyBaseMinor
  const sign = gap === 0 || summary.companyBaseMinor === 0 ? 'same' : gap > 0 ? 'more' : 'less'
  const apart = t(`forecasts.hierarchy.finding.${sign}`, {
    ratio: format.percent(Math.abs(gap / (summary.companyBaseMinor || 1)), 1),
    span: shownWords(forecast, shown)
  })
  const moved = t('forecasts.hierarchy.finding.moved', {
    count: summary.leaves,
    moved: format.money(summary.movedMinor, currency, { digits: 0 })
  })
  return `${apart} ${moved}`
}
