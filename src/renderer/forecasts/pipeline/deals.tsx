// The open deals with their chances: what they are expected to bring, when, how far the total swings with each, and what people call of them.
import { Select } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { CellEdit, RowKey } from '#renderer/ui/table/types.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineDealRow } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type DealCallChange, dealCategories, readEdit, useDealColumns } from './deal-columns.tsx'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

const filters = ['all', 'overdue', 'stale', 'swing', 'called'] as const
type Filter = (typeof filters)[number]

/** Four fifths of the variance that all deals have by themselves. */
const largestShare = 0.8

/** The fewest deals that make up that part. */
function largestSwings(rows: readonly PipelineDealRow[]): ReadonlySet<OpportunityId> {
  const sorted = rows
    .filter((row) => (row.swingMinor ?? 0) > 0)
    .toSorted((one, other) => (other.swingMinor ?? 0) - (one.swingMinor ?? 0))
  const whole = sorted.reduce((sum, row) => sum + (row.swingMinor ?? 0) ** 2, 0)
  const largest = new Set<OpportunityId>()
  let covered = 0
  for (const row of sorted) {
    if (covered >= largestShare * whole) break
    covered += (row.swingMinor ?? 0) ** 2
    largest.add(row.id)
  }
  return largest
}

interface DealsProps extends ResultProps {
  readonly scenarioId: ScenarioId
  readonly turn: number
  readonly dealId: OpportunityId | undefined
  readonly onDeal: (id: OpportunityId | undefined) => void
}

export function Deals({ scenarioId, overview, result, turn, dealId, onDeal }: DealsProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const deals = useQuery('forecasts.pipelineDeals', { scenarioId })
  const call = useCommand('forecasts.callDeals')
  const [filter, setFilter] = useState<Filter>('all')
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const { reload } = deals
  useEffect(() => {
    // Deals come with the simulation, which writes nothing that would have them asked for again.
    if (turn > 0) reload()
  }, [turn, reload])
  const rows = deals.value
  const large = useMemo(() => largestSwings(rows ?? []), [rows])
  const columns = useDealColumns(overview, result)
  // The same list while nothing has changed: the table sorts and filters it anew for each other one.
  const byFilter = useMemo((): Record<Filter, readonly PipelineDealRow[]> => {
    const all = rows ?? []
    return {
      all,
      overdue: all.filter((row) => row.isOverdue),
      stale: all.filter((row) => row.isStale),
      swing: all.filter((row) => large.has(row.id)),
      called: all.filter((row) => row.call !== null)
    }
  }, [rows, large])
  if (deals.error) return <Problem title={tError(deals.error)} action={{ label: t('ui.again'), onRun: reload }} />
  if (!rows) return <Skeleton kind="table" />
  const shown = byFilter[filter]
  const save = (calls: readonly DealCallChange[]) => (calls.length === 0 ? undefined : call.run({ calls: [...calls] }))
  const callChecked = (change: Omit<DealCallChange, 'dealId'>) => async () => {
    await save([...checked].map((key) => ({ dealId: Number(key), ...change })))
    setChecked(new Set())
  }
  return (
    <DataTable
      label={t('forecasts.pipeline.deals.label')}
      layoutName="pipeline-deals"
      columns={columns}
      rows={shown}
      rowKey={(row) => row.id}
      selectedKey={dealId}
      onSelect={(row) => onDeal(row?.id)}
      checkedKeys={checked}
      onCheck={setChecked}
      checkedActions={[
        ...dealCategories.map((category) => ({
          label: t('forecasts.pipeline.deals.setCategory', { category: words.category(category) }),
          onRun: callChecked({ category })
        })),
        {
          label: t('forecasts.pipeline.deals.takeBack'),
          onRun: callChecked({ category: null, chanceRatio: null, closeOn: null, amountMinor: null, note: '' })
        }
      ]}
      onEditMany={(edits: readonly CellEdit<PipelineDealRow>[]) => save(edits.flatMap((edit) => readEdit(edit)))}
      initialSort={[{ column: 'expected', isDescending: true }]}
      exportName="pipeline-deals"
      totals={t('forecasts.pipeline.deals.total', { count: shown.length })}
      empty={t('forecasts.pipeline.deals.notShown')}
      rowTone={(row) => (row.isOverdue || row.isStale ? 'amber' : undefined)}
      tools={
        <Select
          aria-label={t('forecasts.pipeline.deals.filter')}
          className="pipeline-filter"
          value={filter}
          data={filters.map((value) => ({
            value,
            label: t(`forecasts.pipeline.deals.filters.${value}`, {
              n: format.number(byFilter[value].length)
            })
          }))}
          allowDeselect={false}
          onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}
        />
      }
    />
  )
}
