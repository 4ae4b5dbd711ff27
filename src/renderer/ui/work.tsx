// A job under way: what is being done, how far it is, and Cancel. Shown only when it takes longer than a moment.
import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from './format.tsx'
import './work.css'

export interface WorkProps {
  readonly progress: { readonly done: number; readonly total: number; readonly what: string } | undefined
  /** What is being done, in words; default the progress' own `what`. */
  readonly label?: string | undefined
  /** How far it is, in words, where bare numbers would not say it ("12 of 40 MB"). */
  readonly amount?: string | undefined
  readonly onCancel?: (() => void) | undefined
}

export function Work({ progress, label, amount, onCancel }: WorkProps) {
  const { t } = useText()
  const format = useFormat()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return <div aria-busy="true" />
  const words = label ?? progress?.what ?? t('ui.working')
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : undefined
  return (
    <div className="work" role="status">
      <div className="work-line">
        <span>{words}</span>
        {progress && share !== undefined ? (
          <span className="muted numbers">
            {amount ?? t('ui.doneOf', { done: format.number(progress.done), total: format.number(progress.total) })}
          </span>
        ) : null}
        {onCancel ? (
          <Button size="xs" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        ) : null}
      </div>
      <Progress value={(share ?? 1) * 100} animated={share === undefined} size="sm" aria-label={words} />
    </div>
  )
}
