// What keeps the territories from being sound, counted by kind with the names behind a click.
import { UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Why } from '#renderer/ui/why.tsx'
import type { TerritoryCheck, TerritoryOverview } from '#shared/territories/types.ts'
import { countChecks } from './view.ts'

interface ChecksProps {
  readonly overview: TerritoryOverview
  readonly onShowUnassigned: () => void
}

/** With more names than this a list says no more. */
const mostNamed = 30

function nameOf(check: TerritoryCheck): string {
  if (check.kind === 'double') return `${check.accountName}: ${check.territoryNames.join(', ')}`
  return check.kind === 'unassigned' ? '' : check.territoryName
}

export function Checks({ overview, onShowUnassigned }: ChecksProps) {
  const { t } = useText()
  const counts = [...countChecks(overview.checks)]
  return (
    <Section title={t('territories.checks.title')}>
      {counts.length === 0 ? <p className="muted">{t('territories.checks.fine')}</p> : null}
      <ul className="territory-checks">
        {counts.map(([kind, count]) => {
          const words = t(`territories.checks.${kind}`, { count })
          const names = overview.checks.filter((check) => check.kind === kind).map(nameOf)
          return (
            <li key={kind}>
              {kind === 'unassigned' ? (
                <UnstyledButton className="why-number" onClick={onShowUnassigned}>
                  {words}
                </UnstyledButton>
              ) : (
                <Why title={words} of={words}>
                  <p>
                    {names.slice(0, mostNamed).join(' · ')}
                    {names.length > mostNamed ? ' …' : ''}
                  </p>
                </Why>
              )}
            </li>
          )
        })}
        {overview.otherCurrencyDeals > 0 ? (
          <li>{t('territories.checks.otherCurrency', { count: overview.otherCurrencyDeals })}</li>
        ) : null}
      </ul>
    </Section>
  )
}
