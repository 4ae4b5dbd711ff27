// The moves that a plan proposes, each with what it is worth by itself; ticked ones can be accepted alone.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import type { Column, RowKey } from '#renderer/ui/table/types.ts'
import type { ProposedMove } from '#shared/territories/alignment-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface MovesTableProps {
  /** Those that can still be taken. */
  readonly moves: readonly ProposedMove[]
  /** Whether the plan had moves at all. */
  readonly hasMoves: boolean
  readonly currency: CurrencyCode
  readonly nameOf: (id: number | null) => string
  readonly checked: ReadonlySet<RowKey>
  readonly onCheck: (keys: ReadonlySet<RowKey>) => void
  readonly onAccept: (moves: readonly ProposedMove[]) => void
  readonly isLocked: boolean
}

export function MovesTable({
  moves,
  hasMoves,
  currency,
  nameOf,
  checked,
  onCheck,
  onAccept,
  isLocked
}: MovesTableProps) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo((): Column<ProposedMove>[] => {
    // Less is better here, so the sign stands without the colours of gain and loss.
    const less = (value: number | null) =>
      value === null ? (
        <Missing reason={t('territories.align.factUnknown')} />
      ) : (
        <span className="numbers">{format.signedNumber(value)}</span>
      )
    return [
      {
        key: 'account',
        header: t('territories.align.columns.account'),
        kind: 'text',
        value: (move) => move.accountName,
        width: 170
      },
      {
        key: 'from',
        header: t('territories.align.columns.from'),
        kind: 'text',
        value: (move) => nameOf(move.fromId),
        isGroupable: true,
        width: 124
      },
      {
        key: 'to',
        header: t('territories.align.columns.to'),
        kind: 'text',
        value: (move) => nameOf(move.toId),
        isGroupable: true,
        width: 124
      },
      {
        key: 'balance',
        header: t('territories.align.columns.balance'),
        hint: t('territories.align.columns.balanceHint'),
        kind: 'number',
        digits: 2,
        isSigned: true,
        value: (move) => move.balancePoints,
        width: 100
      },
      {
        key: 'visitKm',
        header: t('territories.align.columns.visitKm'),
        hint: t('territories.align.columns.visitKmHint'),
        kind: 'number',
        digits: 0,
        value: (move) => move.visitKm,
        render: (move) => less(move.visitKm),
        missing: t('territories.align.factUnknown'),
        total: 'sum',
        width: 100
      },
      {
        key: 'km',
        header: t('territories.align.columns.km'),
        kind: 'number',
        digits: 0,
        value: (move) => move.km,
        render: (move) => less(move.km),
        missing: t('territories.align.factUnknown'),
        total: 'sum',
        isHiddenAtFirst: true,
        width: 90
      },
      {
        key: 'won',
        header: t('territories.align.columns.won'),
        kind: 'money',
        currency,
        value: (move) => move.figures.wonMinor,
        total: 'sum',
        width: 110
      },
      {
        key: 'open',
        header: t('territories.align.columns.open'),
        kind: 'money',
        currency,
        value: (move) => move.figures.openMinor,
        total: 'sum',
        width: 110
      },
      {
        key: 'years',
        header: t('territories.align.columns.years'),
        kind: 'number',
        digits: 1,
        value: (move) => move.relationshipYears,
        missing: t('territories.align.noRelationship'),
        total: 'sum',
        width: 90
      },
      {
        key: 'group',
        header: t('territories.align.columns.group'),
        hint: t('territories.align.columns.groupHint'),
        kind: 'number',
        value: (move) => move.group,
        isHiddenAtFirst: true,
        width: 80
      }
    ]
  }, [t, format, currency, nameOf])
  // Moves that only work together are ticked together.
  const groupOf = useMemo(() => new Map(moves.map((move) => [move.accountId as RowKey, move.group])), [moves])
  const check = (keys: ReadonlySet<RowKey>) => {
    const added = [...keys].filter((key) => !checked.has(key)).map((key) => groupOf.get(key))
    const removed = [...checked].filter((key) => !keys.has(key)).map((key) => groupOf.get(key))
    const next = new Set(keys)
    for (const { accountId, group } of moves) {
      if (added.includes(group)) next.add(accountId)
      if (removed.includes(group)) next.delete(accountId)
    }
    onCheck(next)
  }
  const ticked = moves.filter((move) => checked.has(move.accountId))
  return (
    <DataTable
      label={t('territories.align.movesTable')}
      layoutName="territory-moves"
      columns={columns}
      rows={moves}
      rowKey={(move) => move.accountId}
      totals={t('territories.align.movesTotal', { count: moves.length })}
      checkedKeys={checked}
      onCheck={check}
      checkedActions={[
        {
          label: t('territories.align.acceptSome', { count: ticked.length }),
          onRun: () => onAccept(ticked),
          isDisabled: isLocked,
          hint: isLocked ? t('territories.locked') : undefined
        }
      ]}
      exportName="territory-moves"
      empty={hasMoves ? t('territories.align.allTaken') : t('territories.align.noMoves')}
    />
  )
}
