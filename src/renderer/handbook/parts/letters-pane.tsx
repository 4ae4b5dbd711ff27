// Who gets a letter: one line per person with what the letter lacks; the chosen one is shown as its page.
import { TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import type { LetterRow } from '#shared/handbook/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { nameKey } from '#shared/units/name-key.ts'

export interface LettersPaneProps {
  readonly letters: readonly LetterRow[]
  readonly chosenId: SellerId | undefined
  readonly onChoose: (sellerId: SellerId) => void
}

export function LettersPane({ letters, chosenId, onChoose }: LettersPaneProps) {
  const { t } = useText()
  const [wanted, setWanted] = useState('')
  const shown = letters.filter(({ sellerName, teamName }) =>
    nameKey(`${sellerName} ${teamName ?? ''}`).includes(nameKey(wanted))
  )
  return (
    <>
      <TextInput
        data-filter-box
        aria-label={t('handbook.find')}
        placeholder={t('handbook.find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <div className="handbook-people">
        {shown.map(({ sellerId, sellerName, teamName, missing }) => (
          <UnstyledButton
            key={sellerId}
            className="handbook-person"
            aria-pressed={sellerId === chosenId}
            onClick={() => onChoose(sellerId)}
          >
            <span className="handbook-person-name">
              {sellerName}
              <span className="muted small">{teamName ?? t('handbook.noTeam')}</span>
            </span>
            {missing.length === 0 ? (
              <span className="muted small">{t('handbook.isComplete')}</span>
            ) : (
              <Tag tone="amber" title={missing.map(({ text }) => text).join('\n')}>
                {t('handbook.lacks', { count: missing.length })}
              </Tag>
            )}
          </UnstyledButton>
        ))}
      </div>
    </>
  )
}
