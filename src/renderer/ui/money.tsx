// An amount of money in the user's locale; large amounts drop the minor units and show them on hover.
import type { CurrencyCode } from '#shared/units/money.ts'
import { useFormat } from './format.tsx'
import { Missing } from './missing.tsx'

export interface MoneyProps {
  readonly minor: number | null | undefined
  readonly currency: CurrencyCode
  readonly digits?: number | undefined
  readonly isBare?: boolean | undefined
  readonly isSigned?: boolean | undefined
  /** A gain green, a loss red; the sign says it too. */
  readonly isToned?: boolean | undefined
  /** Why there is no amount. */
  readonly reason?: string | undefined
}

export function Money({ minor, currency, digits, isBare, isSigned, isToned, reason }: MoneyProps) {
  const format = useFormat()
  if (minor === null || minor === undefined) return <Missing reason={reason} />
  const text = format.money(minor, currency, { digits, isBare, isSigned })
  const full = format.moneyInFull(minor, currency)
  const tone = isToned && minor !== 0 ? (minor > 0 ? ' positive' : ' negative') : ''
  return (
    <span className={`numbers${tone}`} title={full === text ? undefined : full}>
      {text}
    </span>
  )
}
