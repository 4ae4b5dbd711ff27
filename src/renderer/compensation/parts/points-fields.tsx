// The fields of a curve through points.
import { useText } from '#renderer/i18n/use-text.ts'
import type { PointsCurve } from '#shared/compensation/index.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'
import { RowsEditor } from './rows-editor.tsx'

export interface PointsFieldsProps {
  readonly curve: PointsCurve
  readonly isDisabled: boolean
  readonly onChange: (curve: PointsCurve) => void
}

export function PointsFields({ curve, isDisabled, onChange }: PointsFieldsProps) {
  const { t } = useText()
  const { points } = curve
  const set = (index: number, fields: Partial<PointsCurve['points'][number]>) =>
    onChange({ ...curve, points: points.map((each, place) => (place === index ? { ...each, ...fields } : each)) })
  const last = points.at(-1)
  return (
    <>
      <RowsEditor
        headers={[t('compensation.rules.pointAttainment'), t('compensation.rules.pointPayout')]}
        count={points.length}
        isDisabled={isDisabled}
        addLabel={t('compensation.rules.addPoint')}
        least={2}
        onAdd={() =>
          onChange({
            ...curve,
            points: [
              ...points,
              {
                attainment: String(Number(last?.attainment ?? '1') + 0.25),
                payout: String(Number(last?.payout ?? '1') + 0.5)
              }
            ]
          })
        }
        onRemove={(index) => onChange({ ...curve, points: points.filter((_, place) => place !== index) })}
        row={(index) => (
          <>
            <DecimalField
              label={`${t('compensation.rules.pointAttainment')} ${index + 1}`}
              isLabelHidden
              isPercent
              value={points[index]?.attainment ?? '1'}
              isDisabled={isDisabled}
              onChange={(attainment) => set(index, { attainment })}
            />
            <DecimalField
              label={`${t('compensation.rules.pointPayout')} ${index + 1}`}
              isLabelHidden
              isPercent
              value={points[index]?.payout ?? '1'}
              isDisabled={isDisabled}
              onChange={(payout) => set(index, { payout })}
            />
          </>
        )}
      />
      <Choice
        label={t('compensation.rules.abovePoints')}
        value={curve.above}
        options={{
          continue: t('compensation.rules.abovePointsChoices.continue'),
          flat: t('compensation.rules.abovePointsChoices.flat')
        }}
        isDisabled={isDisabled}
        onChange={(above) => onChange({ ...curve, above })}
      />
    </>
  )
}
