// A fiscal year by quarters: bookings of the company and its teams as charts, and each seller's attainment or bookings.
import { SegmentedControl, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { Chart } from '#renderer/ui/chart.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Format } from '#renderer/ui/make-format.ts'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { Grid, GridCell } from '#shared/performance/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Period } from '#shared/units/period.ts'
import './performance.css'

export interface YearViewProps {
  readonly scenarioId: ScenarioId
  readonly fiscalYear: number
  readonly asOf: IsoDate
}

type Measure = 'attainment' | 'bookings'

export function YearView({ scenarioId, fiscalYear, asOf }: YearViewProps) {
  const { t, tError } = useText()
  const [year, setYear] = useState(fiscalYear)
  const [measure, setMeasure] = useState<Measure>()
  const setup = useQuery('quotas.getAllocationSetup', { scenarioId })
  const grid = useQuery('performance.getGrid', { scenarioId, fiscalYear: year, asOf })
  if (grid.error !== undefined) return <Problem title={tError(grid.error)} />
  if (grid.value === undefined) return <Skeleton kind="chart" />
  const years = [...new Set([fiscalYear, ...(setup.value?.baseYears.map((each) => each.fiscalYear) ?? [])])]
  const hasQuotas = grid.value.totals.some((cell) => cell.quotaMinor !== null)
  const shown = measure ?? (hasQuotas ? 'attainment' : 'bookings')
  return (
    <>
      <div className="year-controls">
        <Select
          aria-label={t('performance.year.label')}
          w={120}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
          data={years
            .toSorted((a, b) => b - a)
            .map((each) => ({ value: String(each), label: t('ui.period.year', { year: String(each) }) }))}
        />
        <SegmentedControl
          aria-label={t('performance.year.measure')}
          value={shown}
          onChange={(value) => setMeasure(value === 'bookings' ? 'bookings' : 'attainment')}
          data={(['attainment', 'bookings'] as const).map((each) => ({
            value: each,
            label: t(`performance.year.${each}`)
          }))}
        />
        <span className="muted small">
          {hasQuotas && grid.value.quotasOf !== null
            ? t('performance.year.quotasOf', { scenario: grid.value.quotasOf.name })
            : t('performance.year.noQuotas', { year: t('performance.fiscalYear', { year: String(year) }) })}
        </span>
        <Soundness of={['bookings', 'credit']} isNamed />
      </div>
      <YearCharts grid={grid.value} />
      <GridTable grid={grid.value} measure={shown} />
    </>
  )
}

function YearCharts({ grid }: { readonly grid: Grid }) {
  const { t } = useText()
  const format = useFormat()
  const year = t('performance.fiscalYear', { year: String(grid.fiscalYear) })
  const quarters = grid.periods.slice(0, -1)
  const labels = quarters.map((period) => shortName(period, format))
  const booked = grid.totals.slice(0, -1).map((cell) => cell.bookedMinor)
  const quota = grid.totals.slice(0, -1).map((cell) => cell.quotaMinor)
  const best = booked.indexOf(Math.max(...booked))
  const money = (minor: number) => format.money(minor, grid.currency)
  const subtitle = t('performance.year.subtitle', { currency: grid.currency, year })
  const teams = grid.teams
    .filter((team) => !grid.teams.some((other) => isBelow(other, team, grid)))
    .toSorted((a, b) => yearOf(b) - yearOf(a))
  const [top] = teams
  return (
    <div className="year-charts">
      <Chart
        kind="bar"
        title={
          (booked[best] ?? 0) > 0
            ? t('performance.year.byQuarterBest', {
                year,
                quarter: labels[best] ?? '',
                amount: money(booked[best] ?? 0)
              })
            : t('performance.year.byQuarterNone', { year })
        }
        subtitle={subtitle}
        labels={labels}
        labelName={t('performance.columns.quarter')}
        unit={{ kind: 'money', currency: grid.currency }}
        height={200}
        // The first series lies on top: the line of quotas must not hide behind the bars.
        series={[
          ...(quota.some((each) => each !== null)
            ? [
                {
                  key: 'quota',
                  label: t('performance.year.quota'),
                  values: quota,
                  kind: 'line' as const,
                  color: 'amber' as const,
                  isDashed: true
                }
              ]
            : []),
          { key: 'booked', label: t('performance.year.booked'), values: booked, color: 1 }
        ]}
        exportName={`bookings-${year}`}
      />
      {top === undefined || yearOf(top) <= 0 ? null : (
        <Chart
          kind="row"
          title={t('performance.year.byTeamBest', { team: top.name, year, amount: money(yearOf(top)) })}
          subtitle={subtitle}
          labels={teams.map((team) => team.name)}
          labelName={t('performance.year.teamName')}
          unit={{ kind: 'money', currency: grid.currency }}
          height={200}
          series={[{ key: 'booked', label: t('performance.year.booked'), values: teams.map(yearOf) }]}
          exportName={`bookings-teams-${year}`}
        />
      )}
    </div>
  )
}

/** The quarter without its year, which the page names. */
const shortName = (period: Period, format: Format): string => format.period(period).split(' ')[0] ?? period.key

const yearOf = (row: { readonly cells: readonly GridCell[] }): number => row.cells.at(-1)?.bookedMinor ?? 0

/** Teams come in tree order: what follows a team with more depth is below it. A team with teams below is no leaf. */
function isBelow(other: Grid['teams'][number], team: Grid['teams'][number], grid: Grid): boolean {
  const at = grid.teams.indexOf(team)
  return grid.teams.indexOf(other) === at + 1 && other.depth > team.depth
}

function GridTable({ grid, measure }: { readonly grid: Grid; readonly measure: Measure }) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo((): Column<Grid['rows'][number]>[] => {
    const cellColumn = (index: number): Column<Grid['rows'][number]> => {
      const period = grid.periods[index]
      const header =
        period === undefined ? '' : period.grain === 'year' ? format.period(period) : shortName(period, format)
      const total = grid.totals[index]
      if (measure === 'bookings') {
        return {
          key: period?.key ?? header,
          header,
          kind: 'money',
          currency: grid.currency,
          digits: 0,
          width: 110,
          value: (row) =>
            row.cells[index]?.attainment.missing === 'noDealsEver' ? null : row.cells[index]?.bookedMinor,
          missing: t('performance.missing.noDealsEver'),
          total: () => <Money minor={total?.bookedMinor ?? null} currency={grid.currency} isBare />
        }
      }
      const reason = (cell: GridCell | undefined) => t(`performance.missing.${cell?.attainment.missing ?? 'noQuota'}`)
      return {
        key: period?.key ?? header,
        header,
        kind: 'percent',
        width: 100,
        value: (row) => row.cells[index]?.attainment.value,
        missing: (row) => reason(row.cells[index]),
        total: () =>
          total?.attainment.value == null ? (
            <Missing reason={reason(total)} />
          ) : (
            <Percent ratio={total.attainment.value} />
          )
      }
    }
    return [
      { key: 'seller', header: t('performance.columns.seller'), kind: 'text', width: 180, value: (row) => row.name },
      ...grid.periods.map((_, index) => cellColumn(index)),
      ...(measure === 'attainment'
        ? [
            {
              key: 'booked',
              header: t('performance.columns.booked'),
              kind: 'money' as const,
              currency: grid.currency,
              digits: 0,
              width: 120,
              value: (row: Grid['rows'][number]) => yearOf(row),
              total: () => <Money minor={grid.totals.at(-1)?.bookedMinor ?? null} currency={grid.currency} isBare />
            }
          ]
        : [])
    ]
  }, [grid, measure, t, format])
  return (
    <DataTable
      key={measure}
      label={`${t('performance.tabs.year')} ${format.list([t('performance.fiscalYear', { year: String(grid.fiscalYear) })])}`}
      layoutName={`performance-year-${measure}`}
      columns={columns}
      rows={grid.rows}
      rowKey={(row) => row.sellerId}
      totals={t('performance.total', { count: grid.rows.length })}
      exportName={`${measure}-FY${grid.fiscalYear}`}
      height="auto"
    />
  )
}
