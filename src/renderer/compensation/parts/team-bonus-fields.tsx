// The fields of a team bonus: which team, how much a year, and what it must reach.
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow, MoneyField } from '#renderer/ui/fields.tsx'
import type { TeamBonusComponent } from '#shared/compensation/index.ts'
import type { ComponentFieldsProps } from '../component-ui.tsx'
import { useScopes } from '../use-options.ts'
import { Choice } from './choice.tsx'
import { DecimalField } from './decimal-field.tsx'

export function TeamBonusFields({
  component,
  currency,
  isDisabled,
  onChange
}: ComponentFieldsProps<TeamBonusComponent>) {
  const { t } = useText()
  const scopes = useScopes()
  return (
    <FieldRow>
      <Choice
        label={t('compensation.rules.scope')}
        value={component.scope}
        options={scopes.team}
        isDisabled={isDisabled}
        onChange={(scope) => onChange({ ...component, scope })}
      />
      <MoneyField
        label={t('compensation.rules.teamAmount')}
        currency={currency}
        value={component.amountMinor}
        isDisabled={isDisabled}
        onChange={(amountMinor) => onChange({ ...component, amountMinor: Math.max(0, amountMinor ?? 0) })}
      />
      <DecimalField
        label={t('compensation.rules.teamReach')}
        isPercent
        value={component.reach}
        isDisabled={isDisabled}
        onChange={(reach) => onChange({ ...component, reach })}
      />
    </FieldRow>
  )
}
