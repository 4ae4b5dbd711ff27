// What the board's figures leave out or can't know, in small words below it.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Board } from '#shared/performance/types.ts'

export function BoardNotes({ board }: { readonly board: Board }) {
  const { t } = useText()
  const format = useFormat()
  const withoutDeals = board.sellers.filter((line) => line.facts.dealsEver === 0).length
  const { withoutSeller } = board
  const notes = [
    ...(withoutDeals > 0 ? [t('performance.withoutDeals', { count: withoutDeals })] : []),
    ...(withoutSeller.wonDeals > 0
      ? [
          t('performance.withoutSeller', {
            count: withoutSeller.wonDeals,
            amount: format.money(withoutSeller.wonMinor, board.currency)
          })
        ]
      : []),
    ...(board.sellersWithoutQuota > 0 && board.total.facts.quotaMinor !== null
      ? [t('performance.withoutQuota', { count: board.sellersWithoutQuota })]
      : [])
  ]
  return notes.length === 0 ? null : <p className="muted small">{notes.join(' ')}</p>
}
