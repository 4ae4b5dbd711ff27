// The tables of the accuracy tab, one at a time: scores by method, team, seller and caller, kept forecasts, snapshots, and each comparison.
import { SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import type { AccuracyView } from '#shared/forecasts/accuracy-types.ts'
import { useForecastWords } from '../outlook/use-words.ts'
import { useCallColumns, useComparedColumns, useKeptColumns, useStateColumns } from './list-columns.tsx'
import { isFew, type ScoreRow, useScoreColumns } from './score-columns.tsx'
import { keepAccuracyView, tableIds, useAccuracyView } from './view-state.ts'

export function AccuracyTables({ view }: { readonly view: AccuracyView }) {
  const { t } = useText()
  const { table } = useAccuracyView()
  return (
    <div className="accuracy-tables">
      <div>
        <SegmentedControl
          aria-label={t('forecasts.accuracy.tables.label')}
          value={table}
          data={tableIds.map((id) => ({ value: id, label: t(`forecasts.accuracy.tables.${id}`) }))}
          onChange={(id) => keepAccuracyView({ table: tableIds.find((each) => each === id) ?? 'methods' })}
        />
      </div>
      {table === 'methods' || table === 'teams' || table === 'sellers' ? <Scores view={view} of={table} /> : null}
      {table === 'callers' ? <Callers view={view} /> : null}
      {table === 'kept' ? <Kept view={view} /> : null}
      {table === 'states' ? <States view={view} /> : null}
      {table === 'compared' ? <Compared view={view} /> : null}
    </div>
  )
}

interface TableProps {
  readonly view: AccuracyView
}

function Scores({ view, of }: TableProps & { readonly of: 'methods' | 'teams' | 'sellers' }) {
  const { t } = useText()
  const words = useForecastWords()
  const columns = useScoreColumns(of, view.currency)
  const rows = useMemo(
    (): ScoreRow[] =>
      of === 'methods'
        ? view.methods.map(({ method, score, baseline }) => ({
            key: method,
            name: t(`forecasts.accuracy.methods.${method}`),
            score,
            baseline: method === 'baseline' ? null : baseline
          }))
        : view[of].map(({ cut, score, baseline }) => ({ key: words.cut(cut), name: words.cut(cut), score, baseline })),
    [view, of, t, words]
  )
  return (
    <DataTable
      key={of}
      label={t(`forecasts.accuracy.tables.${of}`)}
      layoutName={`accuracy-${of}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      height={rows.length > 12 ? 420 : 'auto'}
      search={of !== 'methods'}
      exportName={`accuracy-${of}`}
      empty={t(`forecasts.accuracy.empty.${of}`)}
      rowTone={(row) => (isFew(row.score) ? 'muted' : undefined)}
    />
  )
}

function Callers({ view }: TableProps) {
  const { t } = useText()
  const columns = useCallColumns(view.currency)
  return (
    <DataTable
      label={t('forecasts.accuracy.tables.callers')}
      layoutName="accuracy-callers"
      columns={columns}
      rows={view.callers}
      rowKey={(row) => `${row.category} ${row.name}`}
      height={view.callers.length > 12 ? 420 : 'auto'}
      exportName="accuracy-callers"
      empty={t('forecasts.accuracy.empty.callers')}
    />
  )
}

function Kept({ view }: TableProps) {
  const { t } = useText()
  const columns = useKeptColumns(view.currency)
  return (
    <DataTable
      label={t('forecasts.accuracy.tables.kept')}
      layoutName="accuracy-kept"
      columns={columns}
      rows={view.kept}
      rowKey={(row) => `${row.forecastId} ${row.periodKey}`}
      height={view.kept.length > 12 ? 420 : 'auto'}
      exportName="accuracy-kept"
      empty={t('forecasts.accuracy.empty.kept')}
    />
  )
}

function States({ view }: TableProps) {
  const { t } = useText()
  const columns = useStateColumns()
  return (
    <DataTable
      label={t('forecasts.accuracy.tables.states')}
      layoutName="accuracy-states"
      columns={columns}
      rows={view.states}
      rowKey={(row) => `${row.dataAsOf} ${row.origin} ${row.importTitle ?? ''} ${row.madeAt}`}
      height={view.states.length > 12 ? 420 : 'auto'}
      exportName="accuracy-snapshots"
      empty={t('forecasts.accuracy.empty.states')}
    />
  )
}

function Compared({ view }: TableProps) {
  const { t } = useText()
  const columns = useComparedColumns(view.currency)
  return (
    <DataTable
      label={t('forecasts.accuracy.tables.compared')}
      layoutName="accuracy-compared"
      columns={columns}
      rows={view.compared}
      rowKey={(row) => `${row.dataAsOf} ${row.method} ${row.periodKey}`}
      height={view.compared.length > 12 ? 420 : 'auto'}
      exportName="accuracy-compared"
      empty={t('forecasts.accuracy.empty.compared')}
    />
  )
}
