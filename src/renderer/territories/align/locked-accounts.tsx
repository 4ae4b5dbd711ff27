// Accounts that stay where they are, by name.
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { AccountChoice } from './account-choice.tsx'
import type { Goal } from './goal.ts'

interface LockedAccountsProps {
  readonly goal: Goal
  readonly onChange: (change: Partial<Goal>) => void
}

export function LockedAccounts({ goal, onChange }: LockedAccountsProps) {
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="align-forbidden">
      {goal.locked.map(({ accountId, accountName }, at) => (
        <div key={accountId} className="align-limit">
          <span>{t('territories.align.staysPut', { account: accountName })}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('territories.align.removeLock', { account: accountName })}
            onClick={() => onChange({ locked: goal.locked.toSpliced(at, 1) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {isAdding ? (
        <AccountChoice
          value={null}
          onChoose={(account) => {
            if (!goal.locked.some((each) => each.accountId === account.accountId))
              onChange({ locked: [...goal.locked, account] })
            setAdding(false)
          }}
        />
      ) : (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('territories.align.addLock')}
          </Button>
        </div>
      )}
    </div>
  )
}
