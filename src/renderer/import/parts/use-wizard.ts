// What the wizard knows and can do: the chosen files and what was said about them, the preview of all, and what importing gave.
// The choices themselves are plain values in wizard-state.ts, the asking is in use-preview.ts.
import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { engine } from '#renderer/engine.ts'
import { useJob } from '#renderer/engine-client.ts'
import { useSession } from '#renderer/session.ts'
import type { AppError } from '#shared/contract/index.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { ImportOutcome, ImportPreview } from '#shared/import/types.ts'
import type { Progress } from '#shared/workspace/types.ts'
import { usePreview } from './use-preview.ts'
import {
  type AnsweredQuestion,
  changeWizard,
  emptyState,
  fileOfError,
  questionsOf,
  requestOf,
  type WizardAction,
  type WizardRequest,
  type WizardState
} from './wizard-state.ts'

/** Why the import can't be started; an i18n key under import.wizard.hold. */
export type Hold = 'reading' | 'question' | 'nothing' | 'nothingNew' | 'noScenario' | 'scenarioLocked' | 'error'

export interface Wizard {
  state: WizardState
  change: Dispatch<WizardAction>
  preview: ImportPreview | undefined
  outcome: ImportOutcome | undefined
  /** What is wrong with all of it; what is wrong with one file stands at that file. */
  error: AppError | undefined
  progress: Progress | undefined
  isReading: boolean
  isStopped: boolean
  isImporting: boolean
  questions: readonly AnsweredQuestion[]
  /** null: nothing is in the way. */
  hold: Hold | null
  run(): void
  cancel(): void
  again(): void
}

/** @param files those chosen so far; files that come later (dropped on the window) are added to the ones at hand */
export function useWizard(files: readonly GrantedFile[]): Wizard {
  const { scenario, isLocked } = useSession()
  const [state, change] = useReducer(changeWizard, files, (first) =>
    changeWizard(emptyState, { type: 'addFiles', files: first })
  )
  const [outcome, setOutcome] = useState<ImportOutcome>()
  const [runError, setRunError] = useState<AppError>()
  const { run: write, progress: writing, cancel: cancelWriting, isBusy: isImporting } = useJob('import.run')

  // Only the new ones: a file that was taken out stays out when another is dropped.
  const taken = useRef(files.length)
  useEffect(() => {
    change({ type: 'addFiles', files: files.slice(taken.current) })
    taken.current = files.length
  }, [files])
  // Whatever way the wizard is left, what was read for it is let go.
  useEffect(() => () => void engine.call('import.forgetFiles', {}).reply, [])

  const request = requestOf(state, scenario?.id)
  const refuse = (error: AppError, asked: WizardRequest): boolean => {
    if (error.code === 'import.needsScenario' && !state.usesScenario) {
      change({ type: 'needScenario' })
      return true
    }
    const file = fileOfError(error, state.files, asked.fileIds)
    if (file !== undefined) change({ type: 'refuseFile', id: file.id, problem: error })
    return file !== undefined
  }
  const {
    preview,
    error: readError,
    isReading,
    isStopped,
    progress: reading,
    stop,
    again
  } = usePreview(request, refuse)

  const needsScenario = preview?.needsScenario ?? false
  useEffect(() => {
    if (needsScenario) change({ type: 'needScenario' })
  }, [needsScenario])

  const error = runError ?? readError
  const hold = holdOf({
    preview,
    isReading,
    isStopped,
    hasError: error !== undefined,
    hasScenario: scenario !== undefined,
    isLocked
  })
  const run = useCallback((): void => {
    if (preview === undefined || request === null || hold !== null || isImporting) return
    setRunError(undefined)
    void write({ ...request.args, hashes: preview.hashes }).then((reply) => {
      if (reply.ok) setOutcome(reply.value)
      else if (reply.error.code !== 'engine.cancelled') setRunError(reply.error)
    })
  }, [preview, request, hold, isImporting, write])

  return {
    state,
    change,
    preview,
    outcome,
    error,
    progress: writing ?? reading,
    isReading,
    isStopped,
    isImporting,
    questions: questionsOf(preview?.questions ?? [], state.answers),
    hold,
    run,
    cancel: () => {
      if (isImporting) cancelWriting()
      else stop()
    },
    again: () => {
      setRunError(undefined)
      change({ type: 'retryFiles' })
      again()
    }
  }
}

interface Circumstances {
  preview: ImportPreview | undefined
  isReading: boolean
  isStopped: boolean
  hasError: boolean
  hasScenario: boolean
  isLocked: boolean
}

function holdOf({ preview, isReading, isStopped, hasError, hasScenario, isLocked }: Circumstances): Hold | null {
  if (hasError) return 'error'
  if (preview === undefined || isReading || isStopped) return 'reading'
  if (preview.sameAs !== null) return 'nothingNew'
  if (preview.tables.every((table) => table.entity === null)) return 'nothing'
  if (preview.questions.some((question) => question.whileOpen === null)) return 'question'
  if (preview.needsScenario && !hasScenario) return 'noScenario'
  if (preview.needsScenario && isLocked) return 'scenarioLocked'
  // Rows that can't be taken are worth an import of their own: they wait in quarantine to be mended.
  return preview.isEmpty && preview.isKnown && preview.rejected.length === 0 ? 'nothingNew' : null
}
