// The columns of the table of open deals, and how what is typed into one becomes a call of the deal.
import { useMemo } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Column } from '#renderer/ui/data-table.tsx'
import type { CellEdit } from '#renderer/ui/table/types.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { DealCategory } from '#shared/forecasts/pipeline-types.ts'
import type { PipelineDealRow } from '#shared/forecasts/pipeline-view-types.ts'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'
import { WhyExpected } from './why-expected.tsx'

export const dealCategories: readonly DealCategory[] = ['commit', 'bestCase', 'pipeline', 'omitted']

export type DealCallChange = ArgsOf<'forecasts.callDeals'>['calls'][number]

/** What was typed into a cell, as a call; an emptied cell takes that part of the call back. */
export function readEdit({
  row,
  column,
  value
}: Omit<CellEdit<PipelineDealRow>, 'row'> & { row: { id: number } }): DealCallChange[] {
  const dealId = row.id
  if (column === 'category') return [{ dealId, category: dealCategories.find((each) => each === value) ?? null }]
  if (column === 'chance' && typeof value !== 'string') return [{ dealId, chanceRatio: value }]
  if (column === 'amount' && typeof value !== 'string') return [{ dealId, amountMinor: value }]
  if (column === 'close' && typeof value !== 'number') return [{ dealId, closeOn: value }]
  return []
}

export function useDealColumns(overview: ResultProps['overview'], result: ResultProps['result']) {
  const { t } = useText()
  const { currency } = overview
  const words = usePipelineWords(currency)
  const { run } = useCommand('forecasts.callDeals')
  return useMemo((): Column<PipelineDealRow>[] => {
    const commit = (column: string) => (row: PipelineDealRow, value: string | number | null) => {
      const calls = readEdit({ row, column, value })
      return calls.length === 0 ? undefined : run({ calls })
    }
    const text = (
      key: 'account' | 'seller' | 'team' | 'segment',
      value: (row: PipelineDealRow) => string | null,
      more: Partial<Column<PipelineDealRow>> = {}
    ): Column<PipelineDealRow> => ({
      key,
      header: t(`forecasts.pipeline.deals.${key}`),
      kind: 'text',
      width: 120,
      value,
      isGroupable: true,
      ...more
    })
    const keys = result.forecast.periods.map((period) => period.periodKey)
    return [
      {
        key: 'deal',
        header: t('forecasts.pipeline.deals.deal'),
        kind: 'text',
        width: 180,
        value: (row) => row.label
      },
      text('account', (row) => row.accountName, {
        isHiddenAtFirst: true,
        missing: t('forecasts.pipeline.deals.noAccount')
      }),
      text('seller', (row) => row.sellerName, { missing: t('forecasts.pipeline.deals.noSeller') }),
      text('team', (row) => row.teamName, { isHiddenAtFirst: true, missing: t('forecasts.pipeline.deals.noSeller') }),
      text('segment', (row) => row.segment, {
        isHiddenAtFirst: true,
        missing: t('forecasts.pipeline.deals.noAccount')
      }),
      {
        key: 'stage',
        header: t('forecasts.pipeline.deals.stage'),
        kind: 'custom',
        width: 104,
        // In the order of the funnel.
        value: (row) => overview.stages.findIndex((stage) => stage.id === row.stageId),
        text: (row) => row.stageName,
        render: (row) => row.stageName,
        isGroupable: true
      },
      {
        key: 'chance',
        header: t('forecasts.pipeline.deals.chance'),
        kind: 'percent',
        width: 78,
        value: (row) => row.chanceRatio,
        edit: { kind: 'percent', commit: commit('chance') }
      },
      {
        key: 'within',
        header: t('forecasts.pipeline.deals.within'),
        kind: 'percent',
        width: 112,
        value: (row) => row.withinRatio,
        isHiddenAtFirst: true
      },
      {
        key: 'amount',
        header: t('forecasts.pipeline.deals.amount'),
        kind: 'money',
        currency,
        width: 112,
        value: (row) => row.amountMinor,
        missing: t('forecasts.pipeline.deals.noAmount'),
        total: 'sum',
        edit: { kind: 'money', commit: commit('amount') }
      },
      {
        key: 'expected',
        header: t('forecasts.pipeline.deals.expected'),
        kind: 'money',
        currency,
        width: 96,
        value: (row) => row.expectedMinor,
        render: (row) => <WhyExpected row={row} currency={currency} words={words} />,
        missing: t('forecasts.pipeline.deals.noExpected'),
        total: 'sum'
      },
      {
        key: 'swing',
        header: t('forecasts.pipeline.deals.swing'),
        hint: t('forecasts.pipeline.deals.swingHint'),
        kind: 'money',
        currency,
        width: 92,
        value: (row) => row.swingMinor,
        missing: t('forecasts.pipeline.deals.noExpected')
      },
      {
        key: 'close',
        header: t('forecasts.pipeline.deals.close'),
        kind: 'date',
        width: 118,
        value: (row) => row.closeOn,
        missing: t('forecasts.pipeline.deals.noClose'),
        edit: { kind: 'date', commit: commit('close') }
      },
      {
        key: 'likely',
        header: t('forecasts.pipeline.deals.likely'),
        kind: 'custom',
        width: 110,
        value: (row) => (row.likelyKey === null ? null : keys.indexOf(row.likelyKey)),
        text: (row) => (row.likelyKey === null ? '' : words.period(row.likelyKey)),
        render: (row) => (row.likelyKey === null ? null : words.period(row.likelyKey)),
        missing: t('forecasts.pipeline.deals.noLikely'),
        isHiddenAtFirst: true
      },
      {
        key: 'category',
        header: t('forecasts.pipeline.deals.category'),
        kind: 'text',
        width: 104,
        value: (row) => (row.category === null ? null : words.category(row.category)),
        missing: t('forecasts.pipeline.categories.noneHint'),
        isGroupable: true,
        edit: {
          kind: 'select',
          options: () => dealCategories.map((value) => ({ value, label: words.category(value) })),
          commit: commit('category')
        }
      },
      {
        key: 'marks',
        header: t('forecasts.pipeline.deals.marks'),
        kind: 'custom',
        width: 116,
        value: (row) => marksOf(row).join(' '),
        text: (row) =>
          marksOf(row)
            .map((mark) => t(`forecasts.pipeline.deals.${mark}`))
            .join(', '),
        render: (row) => (
          <span className="pipeline-marks">
            {marksOf(row).map((mark) => (
              <Tag key={mark} tone={mark === 'called' ? 'accent' : mark === 'assumed' ? undefined : 'amber'}>
                {t(`forecasts.pipeline.deals.${mark}`)}
              </Tag>
            ))}
          </span>
        )
      },
      {
        key: 'slips',
        header: t('forecasts.pipeline.deals.slips'),
        kind: 'number',
        width: 96,
        value: (row) => row.slips,
        isHiddenAtFirst: true
      }
    ]
  }, [t, words, currency, overview.stages, result, run])
}

type Mark = 'overdue' | 'stale' | 'assumed' | 'called'

const marksOf = (row: PipelineDealRow): Mark[] => [
  ...(row.isOverdue ? (['overdue'] as const) : []),
  ...(row.isStale ? (['stale'] as const) : []),
  ...(row.assumedAmountMinor === null ? [] : (['assumed'] as const)),
  ...(row.call ? (['called'] as const) : [])
]
