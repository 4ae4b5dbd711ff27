// What stands in the detail pane for an account: facts, the names it is also known by (and parting them again), source, deals.
import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AccountId, AccountRow, OpportunityId } from '#shared/crm/types.ts'
import { AccountControl } from './correct-fields.tsx'
import { NewestDeals } from './newest-deals.tsx'
import { SourceTrace } from './source-trace.tsx'
import { Custom, useFacts } from './use-facts.tsx'
import './crm.css'

export interface AccountDetailProps {
  readonly id: AccountId
  readonly onDeal: (id: OpportunityId, title: string) => void
}

export function AccountDetail({ id, onDeal }: AccountDetailProps) {
  const { t, tError } = useText()
  const query = useQuery('crm.getAccount', { accountId: id })
  const account = query.value
  if (query.error) return <Problem title={tError(query.error)} />
  if (account === undefined) return <Skeleton kind="text" rows={8} />
  return (
    <div className="crm-facts">
      <Facts account={account} />
      <AlsoKnownAs key={`names ${id}`} account={account} />
      <Custom custom={account.custom} />
      <SourceTrace key={id} of={{ accountId: id }} isImported={account.sourceRowId !== null} />
      <Section title={t('crm.dealsOf')}>
        <NewestDeals of={{ accountId: id }} onDeal={onDeal} />
      </Section>
    </div>
  )
}

function Facts({ account }: { readonly account: AccountRow }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const fact = useFacts()
  const place = [account.city, account.region, account.country].filter((part) => part !== null).join(', ')
  const number = (value: number | null) => (value === null ? null : format.number(value))
  // The usual facts always, with a reason where the file gave none; the others where there is one.
  const others: [string, string, string | null][] = [
    ['segment', t('crm.segment'), account.segment],
    ['parent', t('crm.parent'), account.parentName],
    ['domain', t('crm.domain'), account.domain],
    ['taxId', t('crm.taxId'), account.taxId],
    ['contacts', t('crm.contacts'), number(account.contacts)],
    ['employees', t('crm.employees'), number(account.employees)],
    ['revenue', t('crm.revenue'), account.revenueMinor === null ? null : format.money(account.revenueMinor, currency)],
    ['founded', t('crm.founded'), account.foundedYear === null ? null : String(account.foundedYear)],
    ['externalId', t('crm.externalId'), account.externalId]
  ]
  return (
    <KeyValues
      items={[
        {
          key: 'won',
          label: `${t('crm.won')} (${format.number(account.wonDeals)})`,
          value: <Money minor={account.wonMinor} currency={currency} />
        },
        {
          key: 'open',
          label: `${t('crm.open')} (${format.number(account.openDeals)})`,
          value: (
            <Money
              minor={account.openDeals > 0 && account.openMinor === 0 ? null : account.openMinor}
              currency={currency}
              reason={t('crm.noAmountYet')}
            />
          )
        },
        fact('industry', t('crm.industry'), account.industry),
        fact('place', t('crm.country'), place),
        fact('owner', t('crm.owner'), account.ownerName),
        ...others.filter(([, , value]) => value !== null).map(([key, label, value]) => fact(key, label, value))
      ]}
    />
  )
}

/** Accounts that were merged into this one, each of which can be split off again; and one more to merge. */
function AlsoKnownAs({ account }: { readonly account: AccountRow }) {
  const { t } = useText()
  const format = useFormat()
  const merges = useQuery('crm.listMerges', {})
  const split = useCommand('crm.splitMerge')
  const merge = useCommand('crm.mergeAccounts')
  const [isChoosing, setChoosing] = useState(false)
  const [other, setOther] = useState<number | null>(null)
  const mine = (merges.value ?? []).filter((each) => each.entity === 'accounts' && each.keptId === account.id)
  const run = async () => {
    if (other === null) return
    const reply = await merge.run({ keepId: account.id, mergeId: other as AccountId })
    if (!reply.ok) return
    setChoosing(false)
    setOther(null)
  }
  return (
    <Section
      title={t('crm.merges.alsoKnownAs')}
      actions={
        isChoosing ? null : (
          <Button size="xs" onClick={() => setChoosing(true)}>
            {t('crm.merges.another')}
          </Button>
        )
      }
    >
      {mine.length === 0 && !isChoosing ? <p className="muted small">{t('crm.merges.noneHere')}</p> : null}
      <ul className="crm-lines">
        {mine.map((each) => (
          <li key={each.id} className="crm-merge">
            <span className="crm-line-what">
              {each.mergedName}
              <span className="muted small">
                {t('crm.merges.moved', { count: each.moved })} · {format.dateTime(each.mergedAt)}
              </span>
            </span>
            <Button
              size="xs"
              leftSection={<IconArrowsSplit2 size={14} />}
              aria-label={t('crm.merges.splitName', { name: each.mergedName })}
              loading={split.isBusy}
              onClick={() => void split.run({ mergeId: each.id })}
            >
              {t('crm.merges.split')}
            </Button>
          </li>
        ))}
      </ul>
      {isChoosing ? (
        <div className="crm-merge-form">
          <AccountControl label={t('crm.merges.which')} value={other} onChange={(id) => setOther(Number(id) || null)} />
          <p className="muted small">{t('crm.merges.meaning', { name: account.name })}</p>
          <div className="crm-buttons">
            <Button size="xs" onClick={() => setChoosing(false)}>
              {t('ui.cancel')}
            </Button>
            <Button
              size="xs"
              disabled={other === null || other === account.id}
              loading={merge.isBusy}
              onClick={() => void run()}
            >
              {t('crm.merges.merge')}
            </Button>
          </div>
        </div>
      ) : null}
    </Section>
  )
}
