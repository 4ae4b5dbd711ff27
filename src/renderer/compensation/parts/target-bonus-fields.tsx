// The fields of a bonus on target pay: whose result, how much of target pay, and the payout curve.
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow } from '#renderer/ui/fields.tsx'
import type { CurveCap, CurveKind, PayoutCurve, TargetBonusComponent } from '#shared/compensation/index.ts'
import type { ComponentFieldsProps } from '../component-ui.tsx'
import { useScopes } from '../use-options.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'
import { PointsFields } from './points-fields.tsx'
import { SlopesFields } from './slopes-fields.tsx'

const newCurves: { readonly [Kind in CurveKind]: Extract<PayoutCurve, { kind: Kind }> } = {
  slopes: { kind: 'slopes', threshold: null, accelerators: [], application: 'marginal', cap: null },
  points: {
    kind: 'points',
    points: [
      { attainment: '0.75', payout: '0.5' },
      { attainment: '1', payout: '1' },
      { attainment: '1.5', payout: '2' }
    ],
    above: 'continue',
    cap: null
  }
}

export function TargetBonusFields({ component, isDisabled, onChange }: ComponentFieldsProps<TargetBonusComponent>) {
  const { t } = useText()
  const scopes = useScopes()
  const { curve } = component
  const set = (next: PayoutCurve) => onChange({ ...component, curve: next })
  return (
    <>
      <FieldRow>
        <Choice
          label={t('compensation.rules.scope')}
          value={component.scope}
          options={scopes.all}
          isDisabled={isDisabled}
          onChange={(scope) => onChange({ ...component, scope })}
        />
        <DecimalField
          label={t('compensation.rules.weight')}
          isPercent
          value={component.weight}
          isDisabled={isDisabled}
          onChange={(weight) => onChange({ ...component, weight })}
        />
        <Choice
          label={t('compensation.rules.curve')}
          value={curve.kind}
          options={{ slopes: t('compensation.rules.curves.slopes'), points: t('compensation.rules.curves.points') }}
          isDisabled={isDisabled}
          onChange={(kind) => set({ ...newCurves[kind], cap: curve.cap })}
        />
      </FieldRow>
      {curve.kind === 'slopes' ? (
        <SlopesFields curve={curve} isDisabled={isDisabled} onChange={set} />
      ) : (
        <PointsFields curve={curve} isDisabled={isDisabled} onChange={set} />
      )}
      <CapFields cap={curve.cap} isDisabled={isDisabled} onChange={(cap) => set({ ...curve, cap })} />
    </>
  )
}

interface CapFieldsProps {
  readonly cap: CurveCap | null
  readonly isDisabled: boolean
  readonly onChange: (cap: CurveCap | null) => void
}

function CapFields({ cap, isDisabled, onChange }: CapFieldsProps) {
  const { t } = useText()
  return (
    <FieldRow>
      <Choice
        label={t('compensation.rules.cap')}
        value={cap?.on ?? 'none'}
        options={{
          none: t('compensation.rules.caps.none'),
          payout: t('compensation.rules.caps.payout'),
          attainment: t('compensation.rules.caps.attainment')
        }}
        isDisabled={isDisabled}
        onChange={(on) => onChange(on === 'none' ? null : { on, at: cap?.at ?? '2' })}
      />
      {cap === null ? null : (
        <DecimalField
          label={t('compensation.rules.capAt')}
          isPercent
          value={cap.at}
          isDisabled={isDisabled}
          onChange={(at) => onChange({ ...cap, at })}
        />
      )}
    </FieldRow>
  )
}
