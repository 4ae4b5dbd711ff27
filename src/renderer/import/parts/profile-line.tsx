// The profile of earlier imports that a table fits: its name, when it was last used, and what is different this time.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ProfileMatch } from '#shared/import/types.ts'
import { fieldWords } from './words.ts'

export interface ProfileLineProps {
  readonly profile: ProfileMatch
  /** Finds the columns again as if there were no profile. */
  readonly onAnew: () => void
}

export function ProfileLine({ profile, onAnew }: ProfileLineProps) {
  const { t } = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const differences = [
    profile.added.length > 0 ? t('import.wizard.profile.added', { count: profile.added.length }) : undefined,
    profile.missing.length > 0 ? t('import.wizard.profile.missing', { count: profile.missing.length }) : undefined,
    profile.moved.length > 0 ? t('import.wizard.profile.moved', { count: profile.moved.length }) : undefined
  ].filter((words) => words !== undefined)
  const place = (column: number): string => format.number(column + 1)
  return (
    <div className="wizard-profile">
      <p>
        {t('import.wizard.profile.readAs', { name: profile.name, when: format.dateTime(profile.usedAt) })}{' '}
        {differences.length === 0 ? t('import.wizard.profile.exact') : `${format.list(differences)}.`}{' '}
        {differences.length === 0 ? null : (
          <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('import.wizard.profile.show')}
          </Button>
        )}{' '}
        <Button size="compact-xs" variant="subtle" onClick={onAnew}>
          {t('import.wizard.profile.anew')}
        </Button>
      </p>
      {isOpen ? (
        <ul className="small">
          {profile.added.map((header) => (
            <li key={`added ${header}`}>{t('import.wizard.profile.isNew', { header })}</li>
          ))}
          {profile.missing.map(({ header, field }) => (
            <li key={`missing ${header}`}>
              {t('import.wizard.profile.isMissing', { header, field: fieldWords(t, field) })}
            </li>
          ))}
          {profile.moved.map(({ header, from, to }) => (
            <li key={`moved ${header}`}>
              {t('import.wizard.profile.hasMoved', { header, from: place(from), to: place(to) })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
