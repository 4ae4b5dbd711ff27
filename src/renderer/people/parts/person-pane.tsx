// The person page in the detail pane: facts and pay, names in exports, teams over time, this year's deals.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { SellerMerges } from '#renderer/crm/seller-merges.tsx'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { SellerDetail, SellerId, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { stateOf } from './filters.tsx'
import { PersonAliases } from './person-aliases.tsx'
import { PersonDeals } from './person-deals.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonTeams } from './person-teams.tsx'
import { RemovePersonDialog } from './remove-person-dialog.tsx'

interface PersonPaneProps {
  readonly sellerId: SellerId
  readonly teams: readonly TeamRow[]
  readonly on: IsoDate
  readonly currency: CurrencyCode
  readonly onRemoved: () => void
  /** Shows the person who is left of two. */
  readonly onMerged: (kept: SellerId) => void
}

export function PersonPane({ sellerId, teams, on, currency, onRemoved, onMerged }: PersonPaneProps) {
  const { t, tError } = useText()
  const { value, error, reload } = useQuery('people.getSeller', { sellerId, on })
  const [isRemoving, setRemoving] = useState(false)
  if (error !== undefined) return <Problem title={tError(error)} action={{ label: t('ui.again'), onRun: reload }} />
  // While another person loads, the one before is still there: nothing of theirs may be edited as the new one's.
  if (value === undefined || value.id !== sellerId) return <Skeleton kind="text" />
  return (
    <div className="person-pane">
      <PersonTags person={value} on={on} />
      <PersonFacts key={value.id} person={value} currency={currency} />
      <PersonAliases key={`aliases ${value.id}`} person={value} />
      <PersonTeams key={`teams ${value.id}`} person={value} teams={teams} on={on} />
      <SellerMerges key={`merges ${value.id}`} sellerId={value.id} onMerged={onMerged} />
      <PersonDeals sellerId={value.id} />
      <div>
        <Button size="xs" variant="default" color="red" onClick={() => setRemoving(true)}>
          {t('people.detail.remove')}
        </Button>
      </div>
      {isRemoving ? (
        <RemovePersonDialog person={value} on={on} onClose={() => setRemoving(false)} onRemoved={onRemoved} />
      ) : null}
    </div>
  )
}

function PersonTags({ person, on }: { readonly person: SellerDetail; readonly on: IsoDate }) {
  const { t } = useText()
  const format = useFormat()
  const state = stateOf(person, on)
  const leads = person.leads.map((each) => each.teamName)
  if (state === 'here' && !person.isNameShared && leads.length === 0 && person.leftOn === null) return null
  return (
    <div className="person-tags">
      {person.leftOn !== null ? <Tag>{t('people.state.gone', { date: format.date(person.leftOn) })}</Tag> : null}
      {state === 'coming' && person.hiredOn !== null ? (
        <Tag tone="accent">{t('people.state.coming', { date: format.date(person.hiredOn) })}</Tag>
      ) : null}
      {person.isNameShared ? (
        <Tag tone="amber" title={t('people.state.sharedHint')}>
          {t('people.state.shared')}
        </Tag>
      ) : null}
      {leads.length > 0 ? <Tag>{t('people.detail.leads', { teams: format.list(leads) })}</Tag> : null}
    </div>
  )
}
