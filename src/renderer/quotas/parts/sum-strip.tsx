// Whether the quotas add up to what was to be shared out: always in view above the table, for the preview too.
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { AllocationPreview, QuotaSheet, SumCheck } from '#shared/quotas/types.ts'
import './quotas.css'

interface Sums {
  targetMinor: number | null
  streetMinor: number | null
  sumMinor: number
}

export function SumStrip({
  check,
  preview,
  sheet
}: {
  readonly check: SumCheck | null
  readonly preview: AllocationPreview | undefined
  readonly sheet: QuotaSheet
}) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = sheet
  const sums: Sums = preview ?? check ?? { targetMinor: null, streetMinor: null, sumMinor: sheet.yearMinor }
  const { targetMinor, streetMinor, sumMinor } = sums
  const money = (minor: number) => (
    <strong title={format.moneyInFull(minor, currency)}>{format.money(minor, currency)}</strong>
  )
  const difference = streetMinor === null ? null : sumMinor - streetMinor
  const sentence =
    streetMinor === null || difference === null
      ? t('quotas.check.noTarget')
      : t('quotas.check.sentence', {
          sum: format.money(sumMinor, currency),
          street: format.money(streetMinor, currency),
          difference: format.money(difference, currency)
        })
  return (
    <section className="sum-strip" aria-label={t('quotas.check.label')}>
      <span className="only-read">{sentence}</span>
      <dl className="sum-strip-items">
        <div>
          <dt>{t('quotas.check.target')}</dt>
          <dd>
            {targetMinor === null ? <span className="muted">{t('quotas.check.noTarget')}</span> : money(targetMinor)}
          </dd>
        </div>
        {targetMinor !== null && streetMinor !== null && streetMinor !== targetMinor ? (
          <div>
            <dt>{t('quotas.check.cushion', { cushion: format.percent(streetMinor / targetMinor - 1, 1) })}</dt>
            <dd>{money(streetMinor)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{preview === undefined ? t('quotas.check.quotas') : t('quotas.panel.preview')}</dt>
          <dd>{money(sumMinor)}</dd>
        </div>
        {difference === null ? null : (
          <div>
            <dt>{t('quotas.check.difference')}</dt>
            <dd className={difference === 0 ? 'positive' : 'sum-strip-off'}>
              {difference === 0 ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
              <strong>{difference === 0 ? '0' : format.moneyInFull(difference, currency)}</strong>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
