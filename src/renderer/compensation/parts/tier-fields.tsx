// The tiers of a commission: where each starts and its rate. The first starts at zero.
import { useText } from '#renderer/i18n/use-text.ts'
import { MoneyField } from '#renderer/ui/fields.tsx'
import type { CommissionTiers } from '#shared/compensation/index.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { DecimalField } from './decimal-field.tsx'
import { RowsEditor } from './rows-editor.tsx'

export interface TierFieldsProps {
  readonly tiers: CommissionTiers
  readonly isBaseRate: boolean
  readonly currency: CurrencyCode
  readonly isDisabled: boolean
  readonly onChange: (tiers: CommissionTiers) => void
}

export function TierFields({ tiers, isBaseRate, currency, isDisabled, onChange }: TierFieldsProps) {
  const { t } = useText()
  const rateName = t(isBaseRate ? 'compensation.rules.tierFactor' : 'compensation.rules.tierRate')
  const fromName = t('compensation.rules.tierFrom')
  return (
    <RowsEditor
      headers={[fromName, rateName]}
      count={tiers.steps.length}
      isDisabled={isDisabled}
      addLabel={t('compensation.rules.addTier')}
      least={1}
      onAdd={() => onChange(withTier(tiers))}
      onRemove={(index) => onChange(withoutTier(tiers, index))}
      row={(index) => (
        <>
          {tiers.by === 'amount' ? (
            <MoneyField
              label={`${fromName} ${index + 1}`}
              isLabelHidden
              currency={currency}
              value={tiers.steps[index]?.fromMinor ?? 0}
              isDisabled={isDisabled || index === 0}
              onChange={(fromMinor) =>
                onChange({
                  by: 'amount',
                  steps: tiers.steps.map((step, place) =>
                    place === index ? { ...step, fromMinor: fromMinor ?? 0 } : step
                  )
                })
              }
            />
          ) : (
            <DecimalField
              label={`${fromName} ${index + 1}`}
              isLabelHidden
              isPercent
              value={tiers.steps[index]?.from ?? '0'}
              isDisabled={isDisabled || index === 0}
              onChange={(from) =>
                onChange({
                  by: 'attainment',
                  steps: tiers.steps.map((step, place) => (place === index ? { ...step, from } : step))
                })
              }
            />
          )}
          <DecimalField
            label={`${rateName} ${index + 1}`}
            isLabelHidden
            isPercent={!isBaseRate}
            value={tiers.steps[index]?.rate ?? '0'}
            isDisabled={isDisabled}
            onChange={(rate) => onChange(withRate(tiers, index, rate))}
          />
        </>
      )}
    />
  )
}

function withRate(tiers: CommissionTiers, index: number, rate: string): CommissionTiers {
  return tiers.by === 'amount'
    ? { by: 'amount', steps: tiers.steps.map((step, place) => (place === index ? { ...step, rate } : step)) }
    : { by: 'attainment', steps: tiers.steps.map((step, place) => (place === index ? { ...step, rate } : step)) }
}

/** One tier more, above the last one. */
function withTier(tiers: CommissionTiers): CommissionTiers {
  const rate = tiers.steps.at(-1)?.rate ?? '0.05'
  if (tiers.by === 'amount') {
    const last = tiers.steps.at(-1)?.fromMinor ?? 0
    return { by: 'amount', steps: [...tiers.steps, { fromMinor: last === 0 ? 10_000_000 : last * 2, rate }] }
  }
  const last = Number(tiers.steps.at(-1)?.from ?? '0')
  return { by: 'attainment', steps: [...tiers.steps, { from: String(last === 0 ? 1 : last + 0.25), rate }] }
}

/** The tier taken out; the one that becomes the first starts at zero. */
function withoutTier(tiers: CommissionTiers, index: number): CommissionTiers {
  if (tiers.by === 'amount') {
    const steps = tiers.steps.filter((_, place) => place !== index)
    return { by: 'amount', steps: steps.map((step, place) => (place === 0 ? { ...step, fromMinor: 0 } : step)) }
  }
  const steps = tiers.steps.filter((_, place) => place !== index)
  return { by: 'attainment', steps: steps.map((step, place) => (place === 0 ? { ...step, from: '0' } : step)) }
}
