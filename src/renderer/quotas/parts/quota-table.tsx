// The sheet: sellers by quarters or months, edited in place, pasted as blocks; totals follow.
import { SegmentedControl } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type CellEdit, type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Why } from '#renderer/ui/why.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { QuotaSheet, SheetRow } from '#shared/quotas/types.ts'
import type { Period } from '#shared/units/period.ts'
import { QuotaWhy } from './quota-why.tsx'
import { teamPathOf } from './team-names.ts'

export interface QuotaTableProps {
  readonly scenarioId: ScenarioId
  readonly sheet: QuotaSheet
  readonly grain: 'month' | 'quarter'
  readonly onGrain: (grain: 'month' | 'quarter') => void
  readonly isLocked: boolean
  readonly selected: SellerId | undefined
  readonly onSelect: (sellerId: SellerId | undefined) => void
}

const worksIn = (row: SheetRow, period: Pick<Period, 'startsOn' | 'endsOn'>): boolean =>
  (row.hiredOn === null || row.hiredOn <= period.endsOn) && (row.leftOn === null || row.leftOn >= period.startsOn)

export function QuotaTable(props: QuotaTableProps) {
  const { scenarioId, sheet, grain, onGrain, isLocked, selected, onSelect } = props
  const { t } = useText()
  const setOne = useCommand('quotas.setQuota')
  const setMany = useCommand('quotas.setQuotas')
  const { run } = setOne
  const commit = useCallback(
    (sellerId: SellerId, periodKey: string, amountMinor: number) =>
      run({ scenarioId, sellerId, periodKey, amountMinor }),
    [run, scenarioId]
  )
  const columns = useColumns(sheet, scenarioId, isLocked, commit)
  const periodOfColumn = (key: string) => (key === 'year' ? `FY${sheet.fiscalYear}` : key)
  const editMany = (edits: readonly CellEdit<SheetRow>[]) =>
    setMany.run({
      scenarioId,
      entries: edits.map((edit) => ({
        sellerId: edit.row.sellerId,
        periodKey: periodOfColumn(edit.column),
        amountMinor: Number(edit.value ?? 0)
      }))
    })
  const hasTeams = sheet.rows.some((row) => row.teamId !== null)
  return (
    <DataTable
      // Quarters and months have other columns: each keeps its own layout.
      key={grain}
      label={t('quotas.title', { year: t('quotas.fiscalYear', { year: String(sheet.fiscalYear) }) })}
      layoutName={`quotas-${grain}`}
      columns={columns}
      rows={sheet.rows}
      rowKey={(row) => row.sellerId}
      totals={t('quotas.total', { count: sheet.rows.length })}
      selectedKey={selected}
      onSelect={(row) => onSelect(row?.sellerId)}
      groupBy={hasTeams ? 'team' : undefined}
      exportName={`quotas-FY${sheet.fiscalYear}`}
      onEditMany={editMany}
      rowTone={(row) => (row.yearMinor === null ? 'muted' : undefined)}
      tools={
        <SegmentedControl
          value={grain}
          onChange={(value) => onGrain(value === 'month' ? 'month' : 'quarter')}
          data={[
            { value: 'quarter', label: t('quotas.quarters') },
            { value: 'month', label: t('quotas.months') }
          ]}
        />
      }
    />
  )
}

function useColumns(
  sheet: QuotaSheet,
  scenarioId: ScenarioId,
  isLocked: boolean,
  commit: (sellerId: SellerId, periodKey: string, amountMinor: number) => unknown
): Column<SheetRow>[] {
  const { t, language } = useText()
  const format = useFormat()
  const { settings } = useSession()
  return useMemo(() => {
    const { currency } = sheet
    const shortMonth = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
    const headerOf = (period: Period): string =>
      period.grain === 'month' && settings.calendar.pattern === 'months'
        ? shortMonth.format(new Date(`${period.startsOn}T00:00:00Z`))
        : (format.period(period).split(' ')[0] ?? period.key)
    const edit = (periodKey: string, canEdit: (row: SheetRow) => boolean): Column<SheetRow>['edit'] => ({
      kind: 'money',
      canEdit: (row) => !isLocked && canEdit(row),
      commit: (row, value) => commit(row.sellerId, periodKey, Number(value ?? 0))
    })
    // The totals are the widest amounts of their columns.
    const widestTotal = Math.max(
      ...sheet.totalsMinor.map((minor) => format.money(minor, currency, { isBare: true }).length)
    )
    const periods = sheet.periods.map(
      (period, index): Column<SheetRow> => ({
        key: period.key,
        header: headerOf(period),
        kind: 'money',
        currency,
        width: Math.max(sheet.grain === 'month' ? 74 : 92, 18 + 8 * widestTotal),
        value: (row) => row.amountsMinor[index],
        missing: (row) => t(worksIn(row, period) ? 'quotas.missing.quota' : 'quotas.missing.notWorking'),
        total: 'sum',
        edit: edit(period.key, (row) => worksIn(row, period))
      })
    )
    const yearKey = `FY${sheet.fiscalYear}`
    const growthOf = (rows: readonly SheetRow[]) => {
      const before = rows.reduce((sum, row) => sum + (row.lastYearMinor ?? 0), 0)
      const now = rows.reduce((sum, row) => sum + (row.yearMinor ?? 0), 0)
      return before > 0 && now > 0 ? <Percent ratio={now / before - 1} isSigned /> : null
    }
    return [
      { key: 'seller', header: t('quotas.columns.seller'), kind: 'text', width: 170, value: (row) => row.name },
      {
        key: 'team',
        header: t('quotas.columns.team'),
        kind: 'text',
        isGroupable: true,
        isHiddenAtFirst: true,
        value: (row) => teamPathOf(sheet.teams, row.teamId) ?? t('quotas.missing.noTeam')
      },
      ...periods,
      {
        key: 'year',
        header: t('quotas.columns.year'),
        kind: 'money',
        currency,
        width: 106,
        total: 'sum',
        value: (row) => row.yearMinor,
        missing: t('quotas.missing.quota'),
        edit: edit(yearKey, () => true),
        render: (row) =>
          row.yearMinor === null ? (
            <Missing reason={t('quotas.missing.quota')} />
          ) : (
            <Why
              title={t('quotas.why.title', { amount: format.moneyInFull(row.yearMinor, currency) })}
              of={<Money minor={row.yearMinor} currency={currency} isBare />}
            >
              <QuotaWhy scenarioId={scenarioId} sellerId={row.sellerId} periodKey={yearKey} />
            </Why>
          )
      },
      {
        key: 'share',
        header: t('quotas.columns.share'),
        hint: t('quotas.columns.shareHint'),
        kind: 'percent',
        digits: 1,
        width: 70,
        value: (row) => row.shareRatio,
        missing: t('quotas.missing.quota')
      },
      {
        key: 'lastYear',
        header: t('quotas.columns.lastYear', { year: sheet.fiscalYear - 1 }),
        hint: t('quotas.columns.lastYearHint'),
        kind: 'money',
        currency,
        width: 110,
        total: 'sum',
        value: (row) => row.lastYearMinor,
        missing: t('quotas.missing.lastYear')
      },
      {
        key: 'growth',
        header: t('quotas.columns.growth'),
        hint: t('quotas.columns.growthHint'),
        kind: 'percent',
        isSigned: true,
        width: 90,
        value: (row) => row.growthRatio,
        missing: t('quotas.missing.growth'),
        total: growthOf
      },
      {
        key: 'months',
        header: t('quotas.columns.months'),
        hint: t('quotas.columns.monthsHint'),
        kind: 'number',
        digits: 1,
        width: 74,
        isHiddenAtFirst: true,
        value: (row) => row.activeMonths
      }
    ]
  }, [sheet, scenarioId, isLocked, commit, t, language, format, settings.calendar.pattern])
}
