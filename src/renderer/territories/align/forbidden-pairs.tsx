// Accounts that must not come to a territory: a seller's former employer, a conflict of interest.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import { isCompared } from '../parts/view.ts'
import type { Goal } from './goal.ts'

interface ForbiddenPairsProps {
  readonly goal: Goal
  readonly onChange: (change: Partial<Goal>) => void
  readonly territories: readonly TerritoryRow[]
}

/** A list longer than this is narrowed by typing. */
const shownAtOnce = 50

export function ForbiddenPairs({ goal, onChange, territories }: ForbiddenPairsProps) {
  const { t } = useText()
  const { scenario } = useSession()
  const [isAdding, setAdding] = useState(false)
  const [account, setAccount] = useState<string | null>(null)
  const query = useQuery('territories.listAccounts', isAdding && scenario ? { scenarioId: scenario.id } : null)
  const accounts = query.value
  const choices = useMemo(
    () => (accounts ?? []).map((each) => ({ value: String(each.accountId), label: each.accountName })),
    [accounts]
  )
  const leaves = territories.filter(isCompared)
  const nameOf = (id: number) => leaves.find((territory) => territory.id === id)?.name ?? ''
  return (
    <div className="align-forbidden">
      {goal.forbidden.map((pair, at) => (
        <div key={`${pair.accountId} ${pair.territoryId}`} className="align-limit">
          <span>
            {t('territories.align.notIn', { account: pair.accountName, territory: nameOf(pair.territoryId) })}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('territories.align.removePair')}
            onClick={() => onChange({ forbidden: goal.forbidden.toSpliced(at, 1) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {isAdding ? (
        <div className="align-limit">
          <Select
            aria-label={t('territories.align.account')}
            placeholder={t('territories.align.account')}
            searchable
            limit={shownAtOnce}
            value={account}
            data={choices}
            onChange={setAccount}
          />
          <Select
            aria-label={t('territories.align.neverIn')}
            placeholder={t('territories.align.neverIn')}
            searchable
            value={null}
            disabled={account === null}
            data={leaves.map((territory) => ({ value: String(territory.id), label: territory.name }))}
            onChange={(value) => {
              const chosen = accounts?.find((each) => String(each.accountId) === account)
              const territory = leaves.find((each) => String(each.id) === value)
              if (!chosen || !territory) return
              const { accountId, accountName } = chosen
              const isKnown = goal.forbidden.some(
                (pair) => pair.accountId === accountId && pair.territoryId === territory.id
              )
              if (!isKnown)
                onChange({ forbidden: [...goal.forbidden, { accountId, accountName, territoryId: territory.id }] })
              setAccount(null)
              setAdding(false)
            }}
          />
        </div>
      ) : (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('territories.align.addPair')}
          </Button>
        </div>
      )}
    </div>
  )
}
