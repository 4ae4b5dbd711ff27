// Why a file did not open, and the way on: for a damaged file its newest sound backup.
import { CloseButton } from '@mantine/core'
import type { BaseError } from '#shared/contract/errors.ts'
import { useText } from '../i18n/use-text.ts'
import { askShell } from '../shell-client.ts'
import { useFormat } from '../ui/format.tsx'
import { Problem } from '../ui/problem.tsx'
import { openWorkspace } from './actions.ts'

export function OpenProblem({ error, onClose }: { readonly error: BaseError; readonly onClose: () => void }) {
  const { t, tError } = useText()
  const format = useFormat()
  const backup = error.code === 'workspace.damaged' && error.backupId && error.backupMadeAt ? error : undefined
  return (
    <div className="open-problem">
      <Problem
        title={tError(error)}
        meaning={
          backup?.backupMadeAt ? t('shell.open.backup', { at: format.dateTime(backup.backupMadeAt) }) : undefined
        }
        details={'problem' in error ? error.problem : undefined}
        action={
          backup?.backupId
            ? {
                label: t('shell.open.restore'),
                onRun: () => void openWorkspace(() => askShell('restoreBackup', { backupId: backup.backupId ?? '' }))
              }
            : undefined
        }
      />
      <CloseButton size="sm" aria-label={t('ui.close')} onClick={onClose} />
    </div>
  )
}
