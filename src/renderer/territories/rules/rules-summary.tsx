// How well the rules describe what is done: what they leave out, what has changed since they ran, what was placed otherwise, and the limits
// beyond which that is said.
import { UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { RulesOverview } from '#shared/territories/rule-types.ts'
import type { TerritoryOverview } from '#shared/territories/types.ts'
import { PercentCommit } from '../parts/commit-field.tsx'
import { useSaveSettings } from '../parts/save-settings.ts'
import type { Target } from '../view-state.ts'

interface RulesSummaryProps {
  readonly scenarioId: ScenarioId
  readonly found: RulesOverview
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly isLocked: boolean
  readonly onShow: (target: Target) => void
}

export function RulesSummary({ scenarioId, found, overview, settings, isLocked, onShow }: RulesSummaryProps) {
  const { t } = useText()
  const format = useFormat()
  const save = useSaveSettings(scenarioId, settings)
  const { accounts } = overview.assigned
  const byHand = overview.manualAccounts
  return (
    <div className="territory-pane">
      <KeyValues
        items={[
          { key: 'accounts', label: t('territories.columns.accounts'), value: format.number(found.accounts) },
          { key: 'without', label: t('territories.rules.withoutRule'), value: format.number(found.withoutRule) },
          {
            key: 'unassigned',
            label: t('territories.accounts.show.unassigned'),
            value: (
              <UnstyledButton
                className="territory-link"
                onClick={() => onShow({ tab: 'overview', list: 'unassigned' })}
              >
                {format.number(overview.unassigned.accounts)}
              </UnstyledButton>
            )
          },
          { key: 'outdated', label: t('territories.rules.outdated'), value: format.number(found.outdated) },
          { key: 'exceptions', label: t('territories.rules.exceptions'), value: format.number(found.exceptions) },
          { key: 'needless', label: t('territories.rules.needless'), value: format.number(found.needlessExceptions) },
          {
            key: 'byHand',
            label: t('territories.pane.manual'),
            value:
              accounts === 0
                ? format.number(byHand)
                : `${format.number(byHand)} (${format.percent(byHand / accounts, 1)})`
          }
        ]}
      />
      <p className="muted small">{t('territories.rules.how')}</p>
      <Section title={t('territories.rules.limits')}>
        <PercentCommit
          label={t('territories.rules.exceptionLimit')}
          help={t('territories.rules.exceptionLimitHelp')}
          value={settings.exceptionLimitRatio}
          isDisabled={isLocked}
          onCommit={(exceptionLimitRatio) => save({ exceptionLimitRatio })}
        />
        <PercentCommit
          label={t('territories.rules.dependenceLimit')}
          help={t('territories.rules.dependenceLimitHelp')}
          value={settings.dependenceRatio}
          isDisabled={isLocked}
          onCommit={(dependenceRatio) => save({ dependenceRatio })}
        />
      </Section>
    </div>
  )
}
