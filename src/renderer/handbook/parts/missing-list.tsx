// What a reader of the printed page would miss, each with the way to the screen that mends it.
import { Button } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import type { MissingNote } from '#shared/handbook/types.ts'

export interface MissingListProps {
  readonly missing: readonly MissingNote[]
  readonly onGo: (screen: MissingNote['screen']) => void
}

export function MissingList({ missing, onGo }: MissingListProps) {
  const { t } = useText()
  if (missing.length === 0) return <p className="muted">{t('handbook.nothingMissing')}</p>
  return (
    <ul className="handbook-missing">
      {missing.map((note) => (
        <li key={note.text}>
          <span>{note.text}</span>
          {note.screen === 'handbook' ? null : (
            <Button size="xs" onClick={() => onGo(note.screen)}>
              {t('handbook.goMend')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
