// What stands between the files and the import, above the parts: an error, the work under way, a question, files left aside.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { Progress } from '#shared/workspace/types.ts'
import type { Wizard } from './use-wizard.ts'

export interface WizardNoticesProps {
  readonly wizard: Wizard
  /** Missing where the questions are in view. */
  readonly onQuestions: (() => void) | undefined
  readonly onImports: () => void
}

export function WizardNotices({ wizard, onQuestions, onImports }: WizardNoticesProps) {
  const { t, tError } = useText()
  const { error, preview, hold, questions, state } = wizard
  const aside = state.files.filter((each) => each.problem !== undefined)
  const open = questions.filter(({ question, option }) => option === null && question.whileOpen === null)
  return (
    <>
      {error === undefined ? null : (
        <Problem
          title={tError(error)}
          meaning={saysNoHarm(error.code) ? undefined : t('import.wizard.errorMeaning')}
          action={{ label: t('import.wizard.again'), onRun: wizard.again }}
          details={error.code}
        />
      )}
      {wizard.isStopped ? (
        <Problem title={t('import.wizard.stopped')} action={{ label: t('import.wizard.again'), onRun: wizard.again }} />
      ) : null}
      {wizard.isImporting || wizard.isReading ? (
        <WizardWork progress={wizard.progress} onCancel={wizard.cancel} />
      ) : null}
      {hold === 'question' && onQuestions !== undefined ? (
        <Notice
          icon={<IconHelpCircle size={16} aria-hidden="true" />}
          action={{ label: t('import.wizard.answer'), onRun: onQuestions }}
        >
          {t('import.wizard.openQuestions', { count: open.length })}
        </Notice>
      ) : null}
      {hold === 'noScenario' || hold === 'scenarioLocked' ? (
        <Notice icon={<IconAlertTriangle size={16} aria-hidden="true" />}>{t(`import.wizard.hold.${hold}`)}</Notice>
      ) : null}
      {preview !== undefined && preview.sameAs !== null ? (
        <Notice action={{ label: t('import.wizard.showImports'), onRun: onImports }}>
          {t('import.wizard.nothingToDo')}
        </Notice>
      ) : null}
      {aside.length > 0 && aside.length < state.files.length ? (
        <Notice icon={<IconAlertTriangle size={16} aria-hidden="true" />}>
          {t('import.wizard.aside', { count: aside.length })}
        </Notice>
      ) : null}
    </>
  )
}

/** Faults of the engine, and a file that changed meanwhile, say so in their own words. */
const saysNoHarm = (code: string): boolean => !code.startsWith('import.') || code === 'import.fileChanged'

interface NoticeProps {
  readonly icon?: ReactNode
  readonly action?: { readonly label: string; readonly onRun: () => void }
  readonly children: ReactNode
}

function Notice({ icon, action, children }: NoticeProps) {
  return (
    <div className="wizard-notice" role="status">
      {icon}
      <span>{children}</span>
      {action === undefined ? null : (
        <Button size="xs" onClick={action.onRun}>
          {action.label}
        </Button>
      )}
    </div>
  )
}

interface WizardWorkProps {
  readonly progress: Progress | undefined
  readonly onCancel: () => void
}

/** Files are read by their bytes, so that a half-read workbook is half done; rows are told beside. */
function WizardWork({ progress, onCancel }: WizardWorkProps) {
  const { t } = useText()
  const format = useFormat()
  if (progress === undefined) return <Work progress={undefined} onCancel={onCancel} />
  const { done, total, what, rows } = progress
  const parts = [
    rows === undefined || total === undefined
      ? undefined
      : t('ui.doneOf', { done: format.bytes(done), total: format.bytes(total) }),
    rows === undefined || rows === 0 ? undefined : t('import.wizard.rows', { count: rows })
  ].filter((part) => part !== undefined)
  return (
    <Work
      progress={{ done, total: total ?? 0, what }}
      label={t(what as TextKey)}
      amount={parts.length > 0 ? parts.join(' · ') : undefined}
      onCancel={onCancel}
    />
  )
}
