// After an import: what came in, what was found, and what can be done next with it.
import { Button } from '@mantine/core'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { findScreen } from '#renderer/screens.ts'
import { useSession, useSessionStore } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ImportOutcome } from '#shared/import/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { fiscalYearOf } from '#shared/units/period.ts'
import { Findings } from './findings.tsx'
import { countWords, entityWords } from './words.ts'

export interface OutcomeProps {
  readonly outcome: ImportOutcome
  readonly lastWonOn: IsoDate | null
  readonly onClose: (tab: 'deals' | 'quality' | 'imports') => void
}

export function Outcome({ outcome, lastWonOn, onClose }: OutcomeProps) {
  const { t } = useText()
  const format = useFormat()
  const { settings, go } = useSession()
  const plans = useSessionStore((state) => state.plans)
  const { run: createPlan, isBusy } = useCommand('plans.createPlan')
  const lastYear = lastWonOn === null ? undefined : fiscalYearOf(lastWonOn, settings.calendar)
  const nextYear = lastYear === undefined ? undefined : lastYear + 1
  const isYearMissing = nextYear !== undefined && !plans.some((plan) => plan.fiscalYear >= nextYear)
  const done = outcome.importId !== null
  const shown = outcome.entities.filter((each) => each.new + each.changed > 0 && each.entity !== 'stages').slice(0, 2)
  const links = [
    { label: t('import.wizard.nextDeals'), onRun: () => onClose('deals') },
    { label: t('import.wizard.nextQuality'), onRun: () => onClose('quality') },
    ...[
      { id: 'people', label: t('import.wizard.nextPeople') },
      { id: 'territories', label: t('import.wizard.nextTerritories') },
      { id: 'quotas', label: t('import.wizard.nextQuotas') }
    ]
      .filter(({ id }) => findScreen(id) !== undefined)
      .map(({ id, label }) => ({ label, onRun: () => go(id) }))
  ]
  return (
    <Page
      title={done ? t('import.wizard.done') : t('import.wizard.doneNothing')}
      finding={
        done
          ? t('import.wizard.doneFinding', { what: countWords(t, format, outcome.entities) })
          : t('import.wizard.nothingNew')
      }
      primary={{ label: t('import.wizard.close'), onRun: () => onClose('deals') }}
    >
      {done ? (
        <KeyNumbers>
          {outcome.won.deals > 0 ? (
            <KeyNumber
              label={t('crm.won')}
              value={<Money minor={outcome.won.amountMinor} currency={outcome.won.currency} />}
              against={t('crm.total', { count: outcome.won.deals })}
            />
          ) : null}
          {shown.map((each) => (
            <KeyNumber
              key={each.entity}
              label={entityWords(t, each.entity)}
              value={format.number(each.new)}
              against={each.changed > 0 ? `${t('import.changedRows')}: ${format.number(each.changed)}` : undefined}
            />
          ))}
        </KeyNumbers>
      ) : null}
      <Section title={t('import.wizard.next')} isCard>
        {isYearMissing && nextYear !== undefined && lastYear !== undefined ? (
          <div className="import-next">
            <span>{t('import.wizard.nextYear', { last: lastYear, year: nextYear })}</span>
            <Button
              size="xs"
              loading={isBusy}
              onClick={() => void createPlan({ fiscalYear: nextYear, scenarioName: t('import.wizard.scenarioName') })}
            >
              {t('import.wizard.makeYear', { year: nextYear })}
            </Button>
          </div>
        ) : null}
        <div className="import-next">
          {links.map((link) => (
            <Button key={link.label} size="xs" onClick={link.onRun}>
              {link.label}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t('import.wizard.findings')} isCard>
        <Findings findings={outcome.findings} />
      </Section>
    </Page>
  )
}
