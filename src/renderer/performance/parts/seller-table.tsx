// Everybody who sells in the period, the strongest first; a row opens the person's detail.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { Tag, type Tone } from '#renderer/ui/tag.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Board, SellerLine } from '#shared/performance/types.ts'
import { useFigureColumns } from './figure-columns.tsx'

export interface SellerTableProps {
  readonly board: Board
  readonly selected: SellerId | undefined
  readonly onSelect: (sellerId: SellerId | undefined) => void
}

export type LineState = SellerLine['pace']['state'] | 'noDeals' | 'left'

/** The one word about a line that matters most. */
export function stateOf(line: SellerLine, board: Board): LineState {
  if (line.facts.dealsEver === 0) return 'noDeals'
  if (line.leftOn !== null && line.leftOn < board.asOf) return 'left'
  return line.pace.state
}

const tones: Readonly<Record<LineState, Tone>> = {
  reached: 'green',
  ahead: 'neutral',
  behind: 'amber',
  notBegun: 'neutral',
  missing: 'neutral',
  noDeals: 'neutral',
  left: 'neutral'
}

export function SellerTable({ board, selected, onSelect }: SellerTableProps) {
  const { t } = useText()
  const figures = useFigureColumns<SellerLine>(board)
  const columns = useMemo((): Column<SellerLine>[] => {
    const nameOf = (line: SellerLine) =>
      board.teams.find((team) => team.teamId === line.teamId)?.name ?? t('performance.noTeam')
    return [
      { key: 'seller', header: t('performance.columns.seller'), kind: 'text', width: 190, value: (line) => line.name },
      {
        key: 'team',
        header: t('performance.columns.team'),
        kind: 'text',
        isGroupable: true,
        isHiddenAtFirst: true,
        value: nameOf
      },
      ...figures,
      {
        key: 'state',
        header: t('performance.columns.state'),
        kind: 'text',
        width: 118,
        value: (line) => t(`performance.states.${stateOf(line, board)}`),
        render: (line) => {
          const state = stateOf(line, board)
          return <Tag tone={tones[state]}>{t(`performance.states.${state}`)}</Tag>
        }
      }
    ]
  }, [board, figures, t])
  return (
    <DataTable
      label={t('performance.tabs.sellers')}
      layoutName="performance-sellers"
      columns={columns}
      rows={board.sellers}
      rowKey={(line) => line.sellerId}
      totals={t('performance.total', { count: board.sellers.length })}
      selectedKey={selected}
      onSelect={(line) => onSelect(line?.sellerId)}
      exportName={`performance-${board.period.key}`}
      tools={<Soundness of={['bookings', 'credit']} isNamed />}
      rowTone={(line) => (line.facts.dealsEver === 0 ? 'muted' : undefined)}
    />
  )
}
