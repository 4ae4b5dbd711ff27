// Sellers by how far they are behind pace; a row opens the short detail.
import { useMemo } from 'react'
import { type TextFunctions, useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Format } from '#renderer/ui/make-format.ts'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Tag, type Tone } from '#renderer/ui/tag.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Board, BoardFigures, MissingReason, SellerLine } from '#shared/performance/types.ts'

const missingWords = (t: TextFunctions['t'], reason: MissingReason | null): string =>
  t(`home.missing.${reason ?? 'noQuota'}`)

function AttainmentCell({ figures }: { readonly figures: BoardFigures }) {
  const { t } = useText()
  const { attainment } = figures.kpis
  if (attainment.value === null) return <Missing reason={missingWords(t, attainment.missing)} />
  return (
    <Bar ratio={attainment.value} max={1.2} tone={figures.pace.state === 'behind' ? 'amber' : 'accent'} width={40}>
      <Percent ratio={attainment.value} />
    </Bar>
  )
}

interface Note {
  readonly words: string
  readonly tone: Tone
}

/** The one thing to know about a line beside its figures. */
function noteOf(line: SellerLine, board: Board, t: TextFunctions['t'], format: Format): Note | undefined {
  if (line.facts.dealsEver === 0) return { words: t('home.notes.noDeals'), tone: 'neutral' }
  if (line.leftOn !== null && line.leftOn < board.asOf) return { words: t('home.notes.left'), tone: 'neutral' }
  if (line.hiredOn !== null && line.hiredOn > board.period.startsOn) {
    return { words: t('home.notes.since', { date: format.dayMonth(line.hiredOn) }), tone: 'neutral' }
  }
  if (line.pace.state === 'reached') return { words: t('home.notes.reached'), tone: 'green' }
  if (line.kpis.winRate.isSmall) return { words: t('home.notes.few'), tone: 'neutral' }
  if (line.pace.state === 'behind') return { words: t('home.notes.behind'), tone: 'amber' }
  return undefined
}

export interface SellerTableProps {
  readonly board: Board
  readonly selected: SellerId | undefined
  readonly onSelect: (sellerId: SellerId | undefined) => void
}

export function SellerTable({ board, selected, onSelect }: SellerTableProps) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo((): Column<SellerLine>[] => {
    const { currency, total } = board
    return [
      { key: 'seller', header: t('home.columns.seller'), kind: 'text', width: 176, value: (line) => line.name },
      {
        key: 'goal',
        header: t('home.columns.goal'),
        kind: 'money',
        currency,
        width: 96,
        value: (line) => line.facts.quotaMinor,
        missing: t('home.missing.noQuota'),
        total: () => <Money minor={total.facts.quotaMinor} currency={currency} isBare />
      },
      {
        key: 'booked',
        header: t('home.columns.booked'),
        kind: 'money',
        currency,
        width: 96,
        value: (line) => line.kpis.bookings.value,
        missing: t('home.missing.noDealsEver'),
        total: () => <Money minor={total.facts.wonMinor} currency={currency} isBare />
      },
      {
        key: 'attainment',
        header: t('home.columns.attainment'),
        kind: 'percent',
        align: 'left',
        width: 110,
        value: (line) => line.kpis.attainment.value,
        render: (line) => <AttainmentCell figures={line} />,
        total: () => <AttainmentCell figures={total} />
      },
      {
        key: 'ahead',
        header: t('home.columns.ahead'),
        kind: 'money',
        currency,
        isSigned: true,
        width: 100,
        value: (line) => (line.pace.state === 'notBegun' ? null : line.pace.aheadMinor),
        missing: (line) => t(line.pace.state === 'notBegun' ? 'home.missing.notBegun' : 'home.missing.noQuota'),
        total: () => <Money minor={total.pace.aheadMinor} currency={currency} isBare isSigned />
      },
      {
        key: 'perWeek',
        header: t('home.columns.perWeek'),
        kind: 'money',
        currency,
        width: 86,
        isHiddenAtFirst: true,
        value: (line) => line.pace.perWeekMinor,
        missing: t('home.missing.perWeek'),
        total: () => <Money minor={total.pace.perWeekMinor} currency={currency} isBare />
      },
      {
        key: 'winRate',
        header: t('home.columns.winRate'),
        kind: 'percent',
        width: 98,
        value: (line) => line.kpis.winRate.value,
        missing: (line) => missingWords(t, line.kpis.winRate.missing ?? 'nothingClosed'),
        render: (line) => (
          <Percent
            ratio={line.kpis.winRate.value}
            n={line.kpis.winRate.n ?? undefined}
            reason={missingWords(t, line.kpis.winRate.missing ?? 'nothingClosed')}
          />
        ),
        total: () => <Percent ratio={total.kpis.winRate.value} n={total.kpis.winRate.n ?? undefined} />
      },
      {
        key: 'note',
        header: t('home.columns.note'),
        kind: 'text',
        width: 112,
        value: (line) => noteOf(line, board, t, format)?.words ?? '',
        render: (line) => {
          const note = noteOf(line, board, t, format)
          return note === undefined ? '' : <Tag tone={note.tone}>{note.words}</Tag>
        }
      }
    ]
  }, [board, t, format])
  const hasQuotas = board.total.facts.quotaMinor !== null && board.total.pace.goneRatio > 0
  return (
    <DataTable
      label={t('home.sellers')}
      layoutName="home"
      columns={columns}
      rows={board.sellers}
      rowKey={(line) => line.sellerId}
      totals={t('home.company', { count: board.sellers.length })}
      selectedKey={selected}
      onSelect={(line) => onSelect(line?.sellerId)}
      initialSort={hasQuotas ? [{ column: 'ahead', isDescending: false }] : [{ column: 'booked', isDescending: true }]}
      exportName={`home-${board.period.key}`}
      tools={<Soundness of={['credit']} isNamed />}
      rowTone={(line) => (line.facts.dealsEver === 0 ? 'muted' : undefined)}
    />
  )
}
