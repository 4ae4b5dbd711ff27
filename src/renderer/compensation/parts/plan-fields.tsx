// The rules of the whole plan: periods, days and quotas, the cap on total pay.
import { Switch } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow } from '#renderer/ui/fields.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { PayPlanRules, PeriodRule, ProrationRule } from '#shared/compensation/index.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'

export interface PlanFieldsProps {
  readonly rules: PayPlanRules
  readonly isDisabled: boolean
  readonly onChange: (rules: PayPlanRules) => void
}

export function PlanFields({ rules, isDisabled, onChange }: PlanFieldsProps) {
  const { t } = useText()
  const { period, proration, capTimesTarget } = rules
  const setPeriod = (fields: Partial<PeriodRule>) => onChange({ ...rules, period: { ...period, ...fields } })
  const setDays = (fields: Partial<ProrationRule>) => onChange({ ...rules, proration: { ...proration, ...fields } })
  return (
    <>
      <Section title={t('compensation.rules.periods')} isCard>
        <FieldRow>
          <Choice
            label={t('compensation.rules.grain')}
            value={period.grain}
            options={{
              month: t('compensation.rules.grains.month'),
              quarter: t('compensation.rules.grains.quarter'),
              half: t('compensation.rules.grains.half'),
              year: t('compensation.rules.grains.year')
            }}
            isDisabled={isDisabled}
            onChange={(grain) => setPeriod({ grain })}
          />
          <Choice
            label={t('compensation.rules.mode')}
            value={period.mode}
            options={{
              discrete: t('compensation.rules.modes.discrete'),
              cumulative: t('compensation.rules.modes.cumulative')
            }}
            isDisabled={isDisabled}
            onChange={(mode) => setPeriod({ mode })}
          />
          <Choice
            label={t('compensation.rules.negative')}
            value={period.negative}
            options={{
              pay: t('compensation.rules.negatives.pay'),
              carry: t('compensation.rules.negatives.carry'),
              floor: t('compensation.rules.negatives.floor')
            }}
            isDisabled={isDisabled}
            onChange={(negative) => setPeriod({ negative })}
          />
        </FieldRow>
        <FieldRow>
          <Switch
            label={t('compensation.rules.planCap')}
            checked={capTimesTarget !== null}
            disabled={isDisabled}
            onChange={(event) => onChange({ ...rules, capTimesTarget: event.currentTarget.checked ? '2' : null })}
          />
          {capTimesTarget === null ? null : (
            <DecimalField
              label={t('compensation.rules.planCap')}
              isLabelHidden
              value={capTimesTarget}
              isDisabled={isDisabled}
              onChange={(times) => onChange({ ...rules, capTimesTarget: times })}
            />
          )}
        </FieldRow>
      </Section>
      <Section title={t('compensation.rules.days')} isCard>
        <FieldRow>
          <Choice
            label={t('compensation.rules.targetPay')}
            value={proration.targetPay}
            options={{
              days: t('compensation.rules.targetPays.days'),
              none: t('compensation.rules.targetPays.none')
            }}
            isDisabled={isDisabled}
            onChange={(targetPay) => setDays({ targetPay })}
          />
          <Choice
            label={t('compensation.rules.quota')}
            value={proration.quota}
            options={{ none: t('compensation.rules.quotas.none'), days: t('compensation.rules.quotas.days') }}
            isDisabled={isDisabled}
            onChange={(quota) => setDays({ quota })}
          />
        </FieldRow>
        <FieldRow>
          <Choice
            label={t('compensation.rules.firstDay')}
            value={proration.firstDay}
            options={{
              counted: t('compensation.rules.firstDays.counted'),
              notCounted: t('compensation.rules.firstDays.notCounted')
            }}
            isDisabled={isDisabled}
            onChange={(firstDay) => setDays({ firstDay })}
          />
          <Choice
            label={t('compensation.rules.periodShare')}
            value={proration.periodShare}
            options={{
              equal: t('compensation.rules.periodShares.equal'),
              days: t('compensation.rules.periodShares.days')
            }}
            isDisabled={isDisabled}
            onChange={(periodShare) => setDays({ periodShare })}
          />
        </FieldRow>
      </Section>
    </>
  )
}
