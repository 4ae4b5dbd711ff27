// After an import: what came in, what wants a look, what can be done next with it, and the way back.
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { findScreen } from '#renderer/screens.ts'
import { useSession, useSessionStore } from '#renderer/session.ts'
import { undoStep } from '#renderer/shell/undo.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ImportOutcome } from '#shared/import/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { fiscalYearOf } from '#shared/units/period.ts'
import { Findings } from './findings.tsx'
import type { Tab } from './tab-row.tsx'
import { countWords, entityWords, rejectedRows } from './words.ts'

export interface OutcomeProps {
  readonly outcome: ImportOutcome
  readonly lastWonOn: IsoDate | null
  readonly onClose: (tab: Tab) => void
}

export function Outcome({ outcome, lastWonOn, onClose }: OutcomeProps) {
  const { t } = useText()
  const format = useFormat()
  const { go } = useSession()
  const done = outcome.importId !== null
  // Deals first, whatever was written before them.
  const changing = outcome.entities.filter((each) => each.new + each.changed > 0 && each.entity !== 'stages')
  const isDeals = (each: { entity: string }): boolean => each.entity === 'opportunities'
  const shown = [...changing.filter(isDeals), ...changing.filter((each) => !isDeals(each))].slice(0, 2)
  const rejected = rejectedRows(outcome)
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
        done && changing.length > 0
          ? t('import.wizard.doneFinding', { what: countWords(t, format, outcome.entities) })
          : rejected > 0
            ? t('import.wizard.onlyRejected', { count: rejected })
            : t('import.wizard.nothingNew')
      }
      extra={
        outcome.importId === null ? undefined : (
          <TakeBack importId={outcome.importId} onDone={() => onClose('imports')} />
        )
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
      {rejected > 0 ? (
        <div className="wizard-notice" role="status">
          <span>{t('import.wizard.doneRejected', { count: rejected })}</span>
          <Button size="xs" onClick={() => onClose('rejected')}>
            {t('import.wizard.mend')}
          </Button>
        </div>
      ) : null}
      <Section title={t('import.wizard.next')} isCard>
        <NextYear lastWonOn={lastWonOn} />
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

/** Takes the whole import back: as the newest step where it still is that, else by its number. */
function TakeBack({
  importId,
  onDone
}: {
  readonly importId: NonNullable<ImportOutcome['importId']>
  readonly onDone: () => void
}) {
  const { t } = useText()
  const isNewest = useSessionStore((state) => state.undo.undo?.method === 'import.run')
  const { run: undoImport, isBusy } = useCommand('import.undoImport')
  return (
    <Button
      leftSection={<IconArrowBackUp size={15} />}
      loading={isBusy}
      onClick={() => {
        if (isNewest) void undoStep().then(onDone)
        else void undoImport({ importId }).then((reply) => (reply.ok ? onDone() : undefined))
      }}
    >
      {t('import.wizard.undoAll')}
    </Button>
  )
}

function NextYear({ lastWonOn }: { readonly lastWonOn: IsoDate | null }) {
  const { t } = useText()
  const { settings } = useSession()
  const plans = useSessionStore((state) => state.plans)
  const { run: createPlan, isBusy } = useCommand('plans.createPlan')
  if (lastWonOn === null) return null
  const last = fiscalYearOf(lastWonOn, settings.calendar)
  const year = last + 1
  if (plans.some((plan) => plan.fiscalYear >= year)) return null
  return (
    <div className="import-next">
      <span>{t('import.wizard.nextYear', { last, year })}</span>
      <Button
        size="xs"
        loading={isBusy}
        onClick={() => void createPlan({ fiscalYear: year, scenarioName: t('import.wizard.scenarioName') })}
      >
        {t('import.wizard.makeYear', { year })}
      </Button>
    </div>
  )
}
