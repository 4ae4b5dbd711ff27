// The finding of the page in a line: how many earn how much, how far from target pay, and how many lines are open.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PayPreview } from '#shared/compensation/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Period } from '#shared/units/period.ts'
import { divide } from '#shared/units/ratio.ts'

/** @param asOf the day up to which the data reaches: inside the last period the figures are so far */
export function useFinding(preview: PayPreview | undefined, through: Period, asOf: IsoDate): string | undefined {
  const { t } = useText()
  const format = useFormat()
  if (preview === undefined) return undefined
  if (preview.rows.length === 0) return t('compensation.found.none')
  const paid = preview.rows.filter((row) => row.totalMinor !== null)
  if (preview.totalMinor === null) return t('compensation.found.noPay')
  const share = againstTarget(preview)?.ratio
  const isSoFar = through.startsOn <= asOf && asOf < through.endsOn
  const words = {
    count: paid.length,
    amount: format.money(preview.totalMinor, preview.currency),
    through: t(isSoFar ? 'compensation.found.soFar' : 'compensation.found.through', {
      period: format.period(through),
      date: format.date(asOf)
    })
  }
  const earned =
    share === undefined
      ? t('compensation.found.paidOnly', words)
      : t('compensation.found.paid', { ...words, share: format.percent(share, 1) })
  return preview.missingCount === 0
    ? earned
    : `${earned} ${t('compensation.found.open', { count: preview.missingCount })}`
}

/** Pay against target pay of those whose pay is complete: an open line would make the share look low. */
export function againstTarget(preview: PayPreview): { ratio: number; targetPayMinor: number } | undefined {
  const whole = preview.rows.filter((row) => row.missingCount === 0 && row.targetPayMinor !== null)
  const targetPayMinor = whole.reduce((sum, row) => sum + (row.targetPayMinor ?? 0), 0)
  const ratio = divide(
    whole.reduce((sum, row) => sum + (row.totalMinor ?? 0), 0),
    targetPayMinor
  )
  return ratio === undefined ? undefined : { ratio, targetPayMinor }
}
