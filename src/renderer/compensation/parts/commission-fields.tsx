// The fields of a commission: what it counts, its switches, and its tiers.
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow, MoneyField } from '#renderer/ui/fields.tsx'
import type { CommissionComponent, CommissionTiers } from '#shared/compensation/index.ts'
import type { ComponentFieldsProps } from '../component-ui.tsx'
import { useScopes } from '../use-options.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'
import { TierFields } from './tier-fields.tsx'

export function CommissionFields({
  component,
  currency,
  isDisabled,
  onChange
}: ComponentFieldsProps<CommissionComponent>) {
  const { t } = useText()
  const { measures } = useScopes()
  const set = (fields: Partial<CommissionComponent>) => onChange({ ...component, ...fields })
  const isBaseRate = component.rateUnit === 'baseRate'
  return (
    <>
      <FieldRow>
        <Choice
          label={t('compensation.rules.measure')}
          value={component.measure}
          options={measures}
          isDisabled={isDisabled}
          onChange={(measure) => set({ measure })}
        />
        <Choice
          label={t('compensation.rules.rateUnit')}
          value={component.rateUnit}
          options={{
            percent: t('compensation.rules.rateUnits.percent'),
            baseRate: t('compensation.rules.rateUnits.baseRate')
          }}
          isDisabled={isDisabled}
          onChange={(rateUnit) => set(changeRateUnit(component, rateUnit))}
        />
        {isBaseRate ? (
          <DecimalField
            label={t('compensation.rules.weight')}
            isPercent
            value={component.weight ?? '1'}
            isDisabled={isDisabled}
            onChange={(weight) => set({ weight })}
          />
        ) : null}
        <Choice
          label={t('compensation.rules.tiersBy')}
          value={component.tiers.by}
          options={{
            amount: t('compensation.rules.tiersByChoices.amount'),
            attainment: t('compensation.rules.tiersByChoices.attainment')
          }}
          isDisabled={isDisabled}
          onChange={(by) => set({ tiers: changeTiers(component.tiers, by) })}
        />
      </FieldRow>
      <TierFields
        tiers={component.tiers}
        isBaseRate={isBaseRate}
        currency={currency}
        isDisabled={isDisabled}
        onChange={(tiers) => set({ tiers })}
      />
      <FieldRow>
        <Choice
          label={t('compensation.rules.input')}
          value={component.input}
          options={{
            deal: t('compensation.rules.inputs.deal'),
            period: t('compensation.rules.inputs.period'),
            running: t('compensation.rules.inputs.running')
          }}
          isDisabled={isDisabled}
          onChange={(input) => set({ input })}
        />
        <Choice
          label={t('compensation.rules.rateApplication')}
          value={component.application}
          options={{
            marginal: t('compensation.rules.rateApplications.marginal'),
            whole: t('compensation.rules.rateApplications.whole')
          }}
          isDisabled={isDisabled}
          onChange={(application) => set({ application })}
        />
        {component.application === 'whole' ? (
          <Choice
            label={t('compensation.rules.edge')}
            value={component.edge}
            options={{ upper: t('compensation.rules.edges.upper'), lower: t('compensation.rules.edges.lower') }}
            isDisabled={isDisabled}
            onChange={(edge) => set({ edge })}
          />
        ) : null}
        <MoneyField
          label={t('compensation.rules.capAmount')}
          placeholder={t('compensation.rules.noCap')}
          currency={currency}
          value={component.capMinor}
          isDisabled={isDisabled}
          onChange={(capMinor) => set({ capMinor: capMinor === null ? null : Math.max(0, capMinor) })}
        />
      </FieldRow>
    </>
  )
}

/** 5 % of the amount and one time the base rate are different things: the tiers start anew with the first rate of their kind. */
function changeRateUnit(
  component: CommissionComponent,
  rateUnit: CommissionComponent['rateUnit']
): Partial<CommissionComponent> {
  if (rateUnit === component.rateUnit) return {}
  const rates = rateUnit === 'baseRate' ? ['1', '1.5', '2'] : ['0.05', '0.075', '0.1']
  const { tiers } = component
  const rateAt = (index: number) => rates[Math.min(index, rates.length - 1)] ?? '1'
  return {
    rateUnit,
    weight: rateUnit === 'baseRate' ? '1' : null,
    tiers:
      tiers.by === 'amount'
        ? { by: 'amount', steps: tiers.steps.map((step, index) => ({ ...step, rate: rateAt(index) })) }
        : { by: 'attainment', steps: tiers.steps.map((step, index) => ({ ...step, rate: rateAt(index) })) }
  }
}

function changeTiers(tiers: CommissionTiers, by: CommissionTiers['by']): CommissionTiers {
  if (by === tiers.by) return tiers
  const rates = tiers.steps.map((step) => step.rate)
  return by === 'amount'
    ? { by, steps: rates.map((rate, index) => ({ fromMinor: index * 10_000_000, rate })) }
    : { by, steps: rates.map((rate, index) => ({ from: index === 0 ? '0' : String(1 + (index - 1) * 0.25), rate })) }
}
