// What an import would do: rows by kind of thing, what it changes about deals that are known, and what becomes of deals that are gone.
import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { DealChangeKind, Differences, EntityCounts, ImportPreview, VanishedChoice } from '#shared/import/types.ts'
import { useChangeColumns } from './change-columns.tsx'
import type { Wizard } from './use-wizard.ts'
import { entityWords } from './words.ts'

export interface WillHappenProps {
  readonly preview: ImportPreview
  readonly wizard: Wizard
}

export function WillHappen({ preview, wizard }: WillHappenProps) {
  const { t } = useText()
  const format = useFormat()
  const { scenario, plan } = useSession()
  const { differences } = preview
  const [kind, setKind] = useState<DealChangeKind>()
  const vanished = differences.kinds.find((each) => each.kind === 'vanished')
  const shown = kind === undefined ? differences.deals : differences.deals.filter((deal) => deal.kinds.includes(kind))
  return (
    <div className="wizard-happen">
      <div className="wizard-side-by-side">
        <Section title={t('import.wizard.rowsByKind')} isCard>
          <Counts entities={preview.entities} />
          {preview.needsScenario && scenario !== undefined ? (
            <p className="muted small">
              {t('import.wizard.intoScenario', {
                scenario: scenario.name,
                year: plan === undefined ? '' : t('ui.period.year', { year: plan.fiscalYear })
              })}
            </p>
          ) : null}
        </Section>
        <Section
          title={t('import.wizard.willChange')}
          subtitle={
            differences.since === null
              ? t('import.wizard.firstOfKind')
              : t('import.changes.since', { at: format.dateTime(differences.since.importedAt) })
          }
          isCard
        >
          {differences.kinds.length > 0 ? (
            <Kinds differences={differences} chosen={kind} onChoose={setKind} />
          ) : (
            <p className="muted">{t('import.changes.none')}</p>
          )}
          {vanished === undefined || vanished.deals === 0 ? null : (
            <Radio.Group
              label={t('import.wizard.vanished', { count: vanished.deals })}
              value={wizard.state.vanished}
              onChange={(choice) =>
                wizard.change({
                  type: 'chooseVanished',
                  choice: vanishedChoices.find((each) => each === choice) ?? 'keep'
                })
              }
            >
              <div className="wizard-options">
                {vanishedChoices.map((choice) => (
                  <Radio key={choice} size="xs" value={choice} label={t(`import.wizard.vanishedDo.${choice}`)} />
                ))}
              </div>
            </Radio.Group>
          )}
        </Section>
      </div>
      {differences.deals.length > 0 ? <ChangedDeals deals={shown} /> : null}
    </div>
  )
}

const vanishedChoices = ['keep', 'remove'] as const satisfies readonly VanishedChoice[]

function ChangedDeals({ deals }: { readonly deals: Differences['deals'] }) {
  const { t } = useText()
  const columns = useChangeColumns()
  return (
    <div className="wizard-happen-deals">
      <DataTable
        label={t('import.wizard.changedDeals')}
        layoutName="import-preview-changes"
        columns={columns}
        rows={deals}
        rowKey={(row) => row.opportunityId ?? row.externalId ?? row.label}
        exportName="import-preview-changes"
      />
    </div>
  )
}

function Counts({ entities }: { readonly entities: readonly EntityCounts[] }) {
  const { t } = useText()
  const format = useFormat()
  // Columns that would say 0 all the way down stay away.
  const columns = (['new', 'changed', 'same', 'rejected'] as const).filter(
    (what) => what === 'new' || entities.some((each) => each[what] > 0)
  )
  return (
    <table className="import-counts">
      <thead>
        <tr>
          <th>
            <span className="only-read">{t('import.holds')}</span>
          </th>
          {columns.map((what) => (
            <th key={what}>{t(`import.${what}Rows`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entities.map((each) => (
          <tr key={each.entity}>
            <th scope="row">
              {entityWords(t, each.entity)}
              {each.implied > 0 ? (
                <span className="muted small import-implied">
                  {t('import.wizard.implied', { count: each.implied })}
                </span>
              ) : null}
            </th>
            {columns.map((what) => (
              <td key={what} className={what === 'rejected' && each.rejected > 0 ? 'numbers negative' : 'numbers'}>
                {each[what] === 0 ? <span className="muted">0</span> : format.number(each[what])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface KindsProps {
  readonly differences: Differences
  readonly chosen: DealChangeKind | undefined
  readonly onChoose: (kind: DealChangeKind | undefined) => void
}

/** One line for each kind of change; choosing one narrows the deals below to it. */
function Kinds({ differences, chosen, onChoose }: KindsProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const most = Math.max(...differences.kinds.map((each) => Math.abs(each.amountMinor)), 1)
  return (
    <table className="import-counts import-kinds" aria-label={t('import.changes.what')}>
      <thead>
        <tr>
          <th>{t('import.changes.what')}</th>
          <th>{t('import.entities.opportunities')}</th>
          <th className="import-kinds-amount">{t('import.wizard.amount')}</th>
          <th>{t('import.wizard.amountChange')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.kinds.map((each) => (
          <tr key={each.kind}>
            <th scope="row">
              <button
                type="button"
                className="import-pick"
                aria-pressed={chosen === each.kind}
                onClick={() => onChoose(chosen === each.kind ? undefined : each.kind)}
              >
                {t(`import.changeKinds.${each.kind}`)}
              </button>
              {each.medianDays === null ? null : (
                <span className="muted small import-implied">
                  {t('import.wizard.medianDays', { count: Math.abs(each.medianDays) })}
                </span>
              )}
            </th>
            <td className="numbers">{format.number(each.deals)}</td>
            <td className="numbers import-kinds-amount">
              <Bar ratio={Math.abs(each.amountMinor) / most} tone="neutral" width={48}>
                <Money minor={each.amountMinor} currency={currency} />
              </Bar>
            </td>
            <td className="numbers">
              {each.changeMinor === 0 ? (
                <span className="muted">0</span>
              ) : (
                <Money minor={each.changeMinor} currency={currency} isSigned isToned />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
