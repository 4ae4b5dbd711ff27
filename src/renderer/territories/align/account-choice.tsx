// Chooses one account by name, from those of the scenario.
import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import type { AccountId } from '#shared/crm/types.ts'

export interface ChosenAccount {
  readonly accountId: AccountId
  readonly accountName: string
}

interface AccountChoiceProps {
  readonly value: ChosenAccount | null
  readonly onChoose: (account: ChosenAccount) => void
}

/** A list longer than this is narrowed by typing. */
const shownAtOnce = 50

export function AccountChoice({ value, onChoose }: AccountChoiceProps) {
  const { t } = useText()
  const { scenario } = useSession()
  const accounts = useQuery('territories.listAccounts', scenario ? { scenarioId: scenario.id } : null).value
  const choices = useMemo(
    () => (accounts ?? []).map((each) => ({ value: String(each.accountId), label: each.accountName })),
    [accounts]
  )
  return (
    <Select
      aria-label={t('territories.align.account')}
      placeholder={t('territories.align.account')}
      searchable
      limit={shownAtOnce}
      value={value === null ? null : String(value.accountId)}
      data={choices}
      onChange={(id) => {
        const chosen = accounts?.find((each) => String(each.accountId) === id)
        if (chosen) onChoose({ accountId: chosen.accountId, accountName: chosen.accountName })
      }}
    />
  )
}
