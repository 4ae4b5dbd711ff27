// What each seller would get, beside what she has now: shown while the allocation panel is open.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { AllocationPreview, PreviewLine, QuotaSheet } from '#shared/quotas/types.ts'
import { teamPathOf } from './team-names.ts'
import type { Draft } from './use-draft.ts'

export function PreviewTable({ draft, sheet }: { readonly draft: Draft; readonly sheet: QuotaSheet }) {
  const { t, tError } = useText()
  const { preview } = draft
  const columns = useColumns(preview, sheet)
  if (draft.error !== undefined) return <Problem title={tError(draft.error)} />
  if (preview === undefined) {
    return draft.complete === undefined ? (
      <EmptyState title={t('quotas.panel.typeTarget')} picture="chart" />
    ) : (
      <Skeleton kind="table" />
    )
  }
  const hasTeams = preview.lines.some((line) => line.teamId !== null)
  return (
    <DataTable
      label={t('quotas.panel.preview')}
      layoutName="quotas-preview"
      columns={columns}
      rows={preview.lines}
      rowKey={(line) => line.sellerId}
      totals={t('quotas.total', { count: preview.lines.length })}
      groupBy={hasTeams ? 'team' : undefined}
      exportName={`quotas-preview-FY${preview.fiscalYear}`}
    />
  )
}

function useColumns(preview: AllocationPreview | undefined, sheet: QuotaSheet): Column<PreviewLine>[] {
  const { t } = useText()
  return useMemo(() => {
    const { currency } = sheet
    const columns: Column<PreviewLine>[] = [
      {
        key: 'seller',
        header: t('quotas.columns.seller'),
        kind: 'text',
        width: 170,
        value: (line) => line.name
      },
      {
        key: 'team',
        header: t('quotas.columns.team'),
        kind: 'text',
        isGroupable: true,
        isHiddenAtFirst: true,
        value: (line) => teamPathOf(sheet.teams, line.teamId) ?? t('quotas.missing.noTeam')
      },
      {
        key: 'months',
        header: t('quotas.columns.months'),
        hint: t('quotas.columns.monthsHint'),
        kind: 'number',
        digits: 1,
        width: 70,
        value: (line) => line.activeMonths
      },
      {
        key: 'base',
        header: t('quotas.columns.base', { year: preview?.baseYear ?? '' }),
        kind: 'money',
        currency,
        width: 104,
        value: (line) => line.historyMinor,
        missing: t('quotas.missing.lastYear'),
        total: 'sum',
        render: (line) =>
          line.standIn === null ? (
            <Money minor={line.historyMinor} currency={currency} isBare reason={t('quotas.missing.lastYear')} />
          ) : (
            <Tag tone="amber" title={t(`quotas.reasons.${line.standIn}`)}>
              {t(`quotas.standIn.${line.standIn}`)}
            </Tag>
          )
      },
      {
        key: 'share',
        header: t('quotas.columns.share'),
        kind: 'percent',
        digits: 1,
        width: 70,
        value: (line) => line.shareRatio
      },
      {
        key: 'new',
        header: t('quotas.columns.new'),
        kind: 'money',
        currency,
        width: 104,
        value: (line) => line.quotaMinor,
        total: 'sum'
      },
      {
        key: 'growth',
        header: t('quotas.columns.growth'),
        kind: 'percent',
        isSigned: true,
        width: 84,
        value: (line) => line.growthRatio,
        missing: t('quotas.missing.growth')
      }
    ]
    if (preview?.lines.some((line) => line.currentMinor !== null)) {
      columns.push(
        {
          key: 'now',
          header: t('quotas.columns.now'),
          kind: 'money',
          currency,
          width: 104,
          value: (line) => line.currentMinor,
          missing: t('quotas.missing.quota'),
          total: 'sum'
        },
        {
          key: 'change',
          header: t('quotas.columns.change'),
          kind: 'money',
          currency,
          isSigned: true,
          width: 100,
          value: (line) => (line.currentMinor === null ? null : line.quotaMinor - line.currentMinor),
          missing: t('quotas.missing.quota'),
          total: 'sum'
        }
      )
    }
    return columns
  }, [preview, sheet, t])
}
