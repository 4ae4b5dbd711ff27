// Changed definitions: those noted for these sales, and a break in the level that was found and may be one. A found break changes nothing
// until somebody notes it.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { FoundBreak, SeriesChange, SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { AskedCut, SalesSeries } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { ChangeDialog, type ChangeStart } from './series-change-dialog.tsx'
import { useForecastWords } from './use-words.ts'

interface SeriesChangesProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  readonly series: SalesSeries | undefined
  readonly detail: SeriesDetail
  readonly isLocked: boolean
}

export function SeriesChanges({ scenarioId, cut, series, detail, isLocked }: SeriesChangesProps) {
  const { t } = useText()
  const [start, setStart] = useState<ChangeStart>()
  const { changes, foundBreak } = detail
  return (
    <>
      {foundBreak ? (
        <FoundBreakPart
          found={foundBreak}
          scenarioId={scenarioId}
          isLocked={isLocked}
          onNote={() =>
            setStart({
              changedOn: foundBreak.changedOn,
              treatment: foundBreak.factorRatio === null ? 'mark' : 'rescale',
              factorRatio: foundBreak.factorRatio
            })
          }
        />
      ) : null}
      {changes.length === 0 && !foundBreak ? <p className="muted">{t('forecasts.series.changes.none')}</p> : null}
      {changes.length > 0 ? (
        <ul className="series-list">
          {changes.map((change) => (
            <ChangeLine key={change.id} change={change} onEdit={() => setStart(change)} />
          ))}
        </ul>
      ) : null}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => setStart({ changedOn: null, treatment: 'rescale', factorRatio: null })}
        >
          {t('forecasts.series.changes.add')}
        </Button>
      </div>
      {start ? (
        <ChangeDialog
          scenarioId={scenarioId}
          cut={cut}
          series={series}
          start={start}
          onClose={() => setStart(undefined)}
        />
      ) : null}
    </>
  )
}

function ChangeLine({ change, onEdit }: { readonly change: SeriesChange; readonly onEdit: () => void }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const remove = useCommand('forecasts.removeSeriesChange')
  const factor = change.factorRatio === null ? '' : format.number(change.factorRatio, 3)
  return (
    <li>
      <div>
        <strong>
          {t('forecasts.series.changes.line', { on: format.date(change.changedOn), cut: words.cut(change.cut) })}
        </strong>
        {': '}
        {t(`forecasts.series.changes.treatments.${change.treatment}`, { factor })}
        <p className="muted small">{change.reason}</p>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button size="compact-xs" variant="default" onClick={onEdit}>
          {t('forecasts.series.changes.edit')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          loading={remove.isBusy}
          onClick={() => void remove.run({ changeId: change.id })}
        >
          {t('forecasts.series.changes.remove')}
        </Button>
      </Group>
    </li>
  )
}

interface FoundBreakPartProps {
  readonly found: FoundBreak
  readonly scenarioId: ScenarioId
  readonly isLocked: boolean
  readonly onNote: () => void
}

function FoundBreakPart({ found, scenarioId, isLocked, onNote }: FoundBreakPartProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { currency } = useSession().settings
  const settings = useQuery('forecasts.getSettings', { scenarioId }).value
  const change = useCommand('forecasts.changeSettings')
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const hide = () =>
    settings &&
    change.run({ scenarioId, change: { hiddenBreaks: [...new Set([...settings.hiddenBreaks, found.key])] } })
  return (
    <div className="series-found">
      <p>
        {t('forecasts.series.changes.found', {
          period: words.period(found.periodKey),
          before: money(found.beforeMinor),
          after: money(found.afterMinor),
          beforeCount: found.beforeCount,
          afterCount: found.afterCount,
          factor: found.factorRatio === null ? '—' : format.number(found.factorRatio, 2),
          chance: format.percent(found.pRatio, 1)
        })}
      </p>
      <p className="muted small">
        {t(found.isOfWholeYears ? 'forecasts.series.changes.wholeYears' : 'forecasts.series.changes.parts')}{' '}
        {t('forecasts.series.changes.source')}
      </p>
      <Group gap={8}>
        <Button size="xs" variant="default" onClick={onNote}>
          {t('forecasts.series.changes.use')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          disabled={isLocked || settings === undefined}
          loading={change.isBusy}
          onClick={() => void hide()}
        >
          {t('forecasts.series.changes.hide')}
        </Button>
      </Group>
    </div>
  )
}
