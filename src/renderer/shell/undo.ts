// Undo and redo with their words, and the notice of every finished step with its Undo.
import type { CommandLabel } from '#shared/workspace/types.ts'
import { runCommand } from '../engine-client.ts'
import { texts } from '../i18n/use-text.ts'
import { listenToOutcomes } from '../outcomes.ts'
import { useSessionStore } from '../session.ts'
import { notifyDone, notifyError } from './notices.tsx'

export const commandWords = (label: CommandLabel): string => texts.tCommand(label.method, label.params)

export async function undoStep(): Promise<void> {
  if (useSessionStore.getState().undo.undo === null) return
  const reply = await runCommand('workspace.undo', {}, { silent: true })
  if (!reply.ok) notifyError(reply.error)
  else {
    notifyDone(texts.t('shell.undone', { what: commandWords(reply.value.label) }), {
      label: texts.t('shell.redo'),
      onRun: () => void redoStep()
    })
  }
}

export async function redoStep(): Promise<void> {
  if (useSessionStore.getState().undo.redo === null) return
  const reply = await runCommand('workspace.redo', {}, { silent: true })
  if (!reply.ok) notifyError(reply.error)
  else notifyStep(texts.t('shell.redone', { what: commandWords(reply.value.label) }))
}

function notifyStep(words: string): void {
  notifyDone(words, { label: texts.t('shell.undo'), onRun: () => void undoStep() })
}

export function startNotices(): () => void {
  return listenToOutcomes((outcome) => {
    if (outcome.kind === 'failed') notifyError(outcome.error)
    else notifyStep(commandWords(outcome.label))
  })
}
