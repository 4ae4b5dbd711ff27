// The fields of a curve that pays point by point: threshold and accelerators.
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow } from '#renderer/ui/fields.tsx'
import type { SlopesCurve } from '#shared/compensation/index.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'
import { RowsEditor } from './rows-editor.tsx'

export interface SlopesFieldsProps {
  readonly curve: SlopesCurve
  readonly isDisabled: boolean
  readonly onChange: (curve: SlopesCurve) => void
}

export function SlopesFields({ curve, isDisabled, onChange }: SlopesFieldsProps) {
  const { t } = useText()
  const { threshold, accelerators } = curve
  const setAccelerator = (index: number, fields: Partial<SlopesCurve['accelerators'][number]>) =>
    onChange({
      ...curve,
      accelerators: accelerators.map((each, place) => (place === index ? { ...each, ...fields } : each))
    })
  return (
    <>
      <FieldRow>
        <Choice
          label={t('compensation.rules.threshold')}
          value={threshold?.form ?? 'none'}
          options={{
            none: t('compensation.rules.thresholds.none'),
            soft: t('compensation.rules.thresholds.soft'),
            hard: t('compensation.rules.thresholds.hard')
          }}
          isDisabled={isDisabled}
          onChange={(form) =>
            onChange({ ...curve, threshold: form === 'none' ? null : { form, at: threshold?.at ?? '0.5' } })
          }
        />
        {threshold === null ? null : (
          <DecimalField
            label={t('compensation.rules.thresholdAt')}
            isPercent
            value={threshold.at}
            isDisabled={isDisabled}
            onChange={(at) => onChange({ ...curve, threshold: { ...threshold, at } })}
          />
        )}
        {accelerators.length === 0 ? null : (
          <Choice
            label={t('compensation.rules.application')}
            value={curve.application}
            options={{
              marginal: t('compensation.rules.applications.marginal'),
              whole: t('compensation.rules.applications.whole')
            }}
            isDisabled={isDisabled}
            onChange={(application) => onChange({ ...curve, application })}
          />
        )}
      </FieldRow>
      <RowsEditor
        headers={[t('compensation.rules.above'), t('compensation.rules.factor')]}
        count={accelerators.length}
        isDisabled={isDisabled}
        addLabel={t('compensation.rules.addAccelerator')}
        least={0}
        onAdd={() => {
          const above = accelerators.length === 0 ? '1' : String(Number(accelerators.at(-1)?.above ?? '1') + 0.25)
          onChange({ ...curve, accelerators: [...accelerators, { above, factor: '1.5' }] })
        }}
        onRemove={(index) => onChange({ ...curve, accelerators: accelerators.filter((_, place) => place !== index) })}
        row={(index) => (
          <>
            <DecimalField
              label={`${t('compensation.rules.above')} ${index + 1}`}
              isLabelHidden
              isPercent
              value={accelerators[index]?.above ?? '1'}
              isDisabled={isDisabled}
              onChange={(above) => setAccelerator(index, { above })}
            />
            <DecimalField
              label={`${t('compensation.rules.factor')} ${index + 1}`}
              isLabelHidden
              value={accelerators[index]?.factor ?? '1'}
              isDisabled={isDisabled}
              onChange={(factor) => setAccelerator(index, { factor })}
            />
          </>
        )}
      />
    </>
  )
}
