// An error that a screen shows in place: what happened, what to do, and the details on demand with a copy button.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { PageAction } from './page.tsx'
import { useUiServices } from './services.tsx'
import './problem.css'

export interface ProblemProps {
  /** What happened, as a sentence. */
  readonly title: string
  /** What it means for the data and what to do. */
  readonly meaning?: string | undefined
  readonly action?: PageAction | undefined
  /** Technical text: a code, a stack. */
  readonly details?: string | undefined
}

export function Problem({ title, meaning, action, details }: ProblemProps) {
  const { t } = useText()
  const { copyText } = useUiServices()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="problem" role="alert">
      <IconAlertTriangle size={18} className="problem-icon" aria-hidden="true" />
      <div className="problem-words">
        <p className="problem-title">{title}</p>
        {meaning ? <p className="muted">{meaning}</p> : null}
        <div className="problem-actions">
          {action ? <Button onClick={action.onRun}>{action.label}</Button> : null}
          {details ? (
            <Button variant="subtle" onClick={() => setOpen((open) => !open)} aria-expanded={isOpen}>
              {t('ui.problem.details')}
            </Button>
          ) : null}
        </div>
        {details && isOpen ? (
          <>
            <pre className="problem-details">{details}</pre>
            <Button size="xs" onClick={() => copyText(`${title}\n${details}`)}>
              {t('ui.copy')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  )
}
