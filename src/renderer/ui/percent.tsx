// A ratio (0 to 1 and beyond) as percent, with the number of cases behind it when that is known.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from './format.tsx'
import { Missing } from './missing.tsx'

export interface PercentProps {
  readonly ratio: number | null | undefined
  /** Of how many cases; under `smallN` it is said in words that they are few. */
  readonly n?: number | undefined
  readonly smallN?: number | undefined
  readonly digits?: number | undefined
  readonly isSigned?: boolean | undefined
  readonly reason?: string | undefined
}

export function Percent({ ratio, n, smallN = 10, digits = 0, isSigned, reason }: PercentProps) {
  const format = useFormat()
  const { t } = useText()
  if (ratio === null || ratio === undefined || !Number.isFinite(ratio)) return <Missing reason={reason} />
  return (
    <span className="numbers">
      {isSigned ? format.signedPercent(ratio, digits) : format.percent(ratio, digits)}
      {n === undefined ? null : (
        <span className="muted small" title={n < smallN ? t('ui.fewCases') : undefined}>
          {' '}
          {t('ui.cases', { n: format.number(n) })}
        </span>
      )}
    </span>
  )
}
