// Accounts that must not come to a territory: a seller's former employer, a conflict of interest.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import { isCompared } from '../parts/view.ts'
import { AccountChoice, type ChosenAccount } from './account-choice.tsx'
import type { Goal } from './goal.ts'

interface ForbiddenPairsProps {
  readonly goal: Goal
  readonly onChange: (change: Partial<Goal>) => void
  readonly territories: readonly TerritoryRow[]
}

export function ForbiddenPairs({ goal, onChange, territories }: ForbiddenPairsProps) {
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  const [account, setAccount] = useState<ChosenAccount | null>(null)
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
          <AccountChoice value={account} onChoose={setAccount} />
          <Select
            aria-label={t('territories.align.neverIn')}
            placeholder={t('territories.align.neverIn')}
            searchable
            value={null}
            disabled={account === null}
            data={leaves.map((territory) => ({ value: String(territory.id), label: territory.name }))}
            onChange={(value) => {
              const territory = leaves.find((each) => String(each.id) === value)
              if (!account || !territory) return
              const { accountId, accountName } = account
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
