// The finding of the page in a line: how many earn how much, how far from target pay, and how many lines are open.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { explainMissing, type PayPreview } from '#shared/compensation/index.ts'
import type { Period } from '#shared/units/period.ts'
import { divide } from '#shared/units/ratio.ts'

export function useFinding(preview: PayPreview | undefined, through: Period): string | undefined {
  const { t, language } = useText()
  const format = useFormat()
  if (preview === undefined) return undefined
  if (preview.rows.length === 0) return t('compensation.found.none')
  const paid = preview.rows.filter((row) => row.totalMinor !== null)
  if (paid.length === 0) {
    const reason = preview.rows.flatMap((row) => row.cells).find((cell) => cell.missing !== null)?.missing
    return reason == null ? undefined : t('compensation.found.noPay', { reason: explainMissing(reason, language) })
  }
  const share = divide(preview.totalMinor, preview.targetPayMinor)
  const words = {
    count: paid.length,
    amount: format.money(preview.totalMinor, preview.currency),
    through: t('compensation.found.through', { period: format.period(through) })
  }
  const earned =
    share === undefined
      ? t('compensation.found.paidOnly', words)
      : t('compensation.found.paid', { ...words, share: format.percent(share, 1) })
  return preview.missingCount === 0
    ? earned
    : `${earned} ${t('compensation.found.open', { count: preview.missingCount })}`
}
