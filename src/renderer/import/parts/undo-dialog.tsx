// Before an import is taken back: what goes, what comes back, what stays and why, what of the user's own goes with it, and later imports.
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { importKeptTexts } from '#renderer/i18n/en/import-kept.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ImportId, UndoEffect } from '#shared/import/types.ts'

export interface UndoDialogProps {
  readonly id: ImportId
  readonly title: string
  readonly onClose: (isDone: boolean) => void
}

export function UndoDialog({ id, title, onClose }: UndoDialogProps) {
  const { t, tError } = useText()
  const effect = useQuery('import.previewUndo', { importId: id })
  const undo = useCommand('import.undoImport', { silent: true })
  const [problem, setProblem] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const isKnown = effect.value !== undefined
  // Enter does it once it has been said what it would do.
  useEffect(() => {
    if (isKnown) button.current?.focus()
  }, [isKnown])
  const run = async () => {
    const reply = await undo.run({ importId: id })
    if (reply.ok) onClose(true)
    else setProblem(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      size="lg"
      title={t('import.undoing.title', { title })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap={16}>
        {effect.error ? <Problem title={tError(effect.error)} /> : null}
        {effect.value === undefined && !effect.error ? <Skeleton kind="text" rows={6} /> : null}
        {effect.value ? <Effect effect={effect.value} /> : null}
        {problem === undefined ? null : (
          <p className="negative" role="alert">
            {problem}
          </p>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={() => onClose(false)}>
            {t('ui.cancel')}
          </Button>
          <Button ref={button} variant="filled" disabled={!isKnown} loading={undo.isBusy} onClick={() => void run()}>
            {t('import.undo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** A table that has no words yet is named as it is kept rather than left out. */
const isNamed = (what: string): boolean => Object.hasOwn(importKeptTexts.undoing.rows, `${what}_other`)

function Effect({ effect }: { readonly effect: UndoEffect }) {
  const { t } = useText()
  const format = useFormat()
  const rows = (what: string, count: number): string =>
    isNamed(what) ? t(`import.undoing.rows.${what}` as TextKey, { count }) : `${format.number(count)} × ${what}`
  const isEmpty = effect.removes.length + effect.restores.length === 0
  return (
    <>
      {isEmpty ? <p className="muted">{t('import.undoing.nothing')}</p> : null}
      <Part title={t('import.undoing.removes')} lines={effect.removes.map((each) => rows(each.what, each.count))} />
      <Part title={t('import.undoing.restores')} lines={effect.restores.map((each) => rows(each.what, each.count))} />
      <Part
        title={t('import.undoing.keeps')}
        lines={effect.keeps.map((each) => `${rows(each.what, each.count)}: ${t(`import.undoing.why.${each.why}`)}`)}
      />
      <Part
        title={t('import.undoing.dependents')}
        isWarning
        lines={effect.dependents.map((each) => rows(each.what, each.count))}
      />
      <Part
        title={t('import.undoing.later')}
        lines={effect.laterImports.map((each) => `${each.title}, ${format.dateTime(each.importedAt)}`)}
      />
      <p className="muted small">{t(effect.isNewest ? 'import.undoing.newest' : 'import.undoing.step')}</p>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly isWarning?: boolean
}

function Part({ title, lines, isWarning = false }: PartProps) {
  if (lines.length === 0) return null
  return (
    <section className={isWarning ? 'kept-effect kept-warning' : 'kept-effect'} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
