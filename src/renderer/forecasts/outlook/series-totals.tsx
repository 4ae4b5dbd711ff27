// Totals typed or pasted for whose sales are in view: how many there are and from when to when, and a block to paste.
import { Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { SeriesDetail, SeriesTotal } from '#shared/forecasts/series-types.ts'
import type { AskedCut, ForecastGrain } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { toMinor } from '#shared/units/money.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { type CutGroups, useCutGroups } from './series-cuts.ts'
import { SeriesPasteDialog } from './series-paste-dialog.tsx'

interface SeriesTotalsProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  readonly grain: ForecastGrain
  readonly detail: SeriesDetail
}

export function SeriesTotals({ scenarioId, cut, grain, detail }: SeriesTotalsProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const [isPasting, setPasting] = useState(false)
  const put = useCommand('forecasts.putTotals', { silent: true })
  const remove = useCommand('forecasts.removeTotals')
  const cuts = useCutGroups(scenarioId)
  const { totals, totalsLeftOut } = detail
  const columns = useMemo(
    (): Column<SeriesTotal>[] => [
      {
        key: 'startsOn',
        header: t('forecasts.series.totals.startsOn'),
        kind: 'date',
        width: 120,
        value: (row) => row.startsOn
      },
      {
        key: 'endsOn',
        header: t('forecasts.series.totals.endsOn'),
        kind: 'date',
        width: 120,
        value: (row) => row.endsOn
      },
      {
        key: 'amount',
        header: t('forecasts.series.totals.amount'),
        kind: 'money',
        currency: (row) => row.currency,
        width: 140,
        value: (row) => row.amountMinor
      }
    ],
    [t]
  )
  const first = totals[0]
  const lastEnd = totals
    .map((total) => total.endsOn)
    .toSorted()
    .at(-1)
  return (
    <>
      {first === undefined || lastEnd === undefined ? (
        <p className="muted">{t('forecasts.series.totals.none')}</p>
      ) : (
        <>
          <p>
            {t('forecasts.series.totals.count', {
              count: totals.length,
              from: format.date(first.startsOn),
              to: format.date(lastEnd)
            })}{' '}
            {totalsLeftOut > 0 ? t('forecasts.series.totals.leftOut', { count: totalsLeftOut }) : ''}
          </p>
          <DataTable
            label={t('forecasts.series.totals.table')}
            layoutName="forecasts.totals"
            columns={columns}
            rows={totals}
            rowKey={(row) => `${row.startsOn} ${row.endsOn}`}
            exportName="totals"
            search={false}
            height={totals.length > 8 ? 260 : 'auto'}
            isCompact
          />
        </>
      )}
      <Group gap={8}>
        <Button variant="default" size="xs" onClick={() => setPasting(true)}>
          {t('forecasts.series.totals.paste')}
        </Button>
        {totals.length > 0 ? (
          <Button variant="subtle" size="xs" loading={remove.isBusy} onClick={() => void remove.run({ cut })}>
            {t('forecasts.series.totals.remove')}
          </Button>
        ) : null}
      </Group>
      {isPasting ? (
        <SeriesPasteDialog
          what="totals"
          grain={grain}
          check={(value) =>
            Math.abs(value.value) > 1e12
              ? 'tooLarge'
              : value.name !== '' && findCut(cuts, value.name) === undefined
                ? 'cut'
                : undefined
          }
          onSave={async (values, mode) => {
            const reply = await put.run({
              scenarioId,
              mode,
              totals: values.map(({ startsOn, endsOn, value, name }) => ({
                startsOn,
                endsOn,
                amountMinor: toMinor(value, currency),
                cut: name === '' ? cut : (findCut(cuts, name) ?? cut)
              }))
            })
            return reply.ok ? undefined : tError(reply.error)
          }}
          onClose={() => setPasting(false)}
        />
      ) : null}
    </>
  )
}

/** The one cut of that name or label; undefined where there is none or more than one. */
function findCut({ byKey }: CutGroups, name: string): AskedCut | undefined {
  const key = nameKey(name)
  const found = [...byKey.values()].filter(
    ({ cut, label }) => nameKey(label) === key || ('name' in cut && nameKey(cut.name) === key)
  )
  return found.length === 1 ? found[0]?.cut : undefined
}
