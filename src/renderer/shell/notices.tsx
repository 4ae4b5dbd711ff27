// Quiet notices in the corner: what was done with its Undo for ten seconds, what was saved, and what did not work.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { texts } from '../i18n/use-text.ts'
import { askShell } from '../shell-client.ts'
import './notices.css'

const undoSeconds = 10
const lastDone = 'last-done'

/** Says a finished step; each takes the place of the one before, as Undo always means the newest. */
export function notifyDone(label: string, undo: { readonly label: string; readonly onRun: () => void }): void {
  notifications.hide(lastDone)
  notifications.show({
    id: lastDone,
    icon: <IconCheck size={16} />,
    color: 'accent',
    autoClose: undoSeconds * 1000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': texts.t('ui.close') },
    message: (
      <span className="notice">
        <span>{label}</span>
        <Button
          size="xs"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={() => {
            notifications.hide(lastDone)
            undo.onRun()
          }}
        >
          {undo.label}
        </Button>
      </span>
    )
  })
}

export function notifySaved(fileName: string): void {
  notifications.show({
    icon: <IconCheck size={16} />,
    color: 'accent',
    autoClose: undoSeconds * 1000,
    closeButtonProps: { 'aria-label': texts.t('ui.close') },
    message: (
      <span className="notice">
        <span>{texts.t('shell.savedFile', { fileName })}</span>
        <Button size="xs" onClick={() => void askShell('showSaved', {})}>
          {texts.t('shell.showFile')}
        </Button>
      </span>
    )
  })
}

export function notifyError(error: { readonly code: string }): void {
  notifications.show({
    icon: <IconAlertTriangle size={16} />,
    color: 'red',
    autoClose: 20_000,
    closeButtonProps: { 'aria-label': texts.t('ui.close') },
    message: texts.tError(error)
  })
}

export function notifyText(text: string): void {
  notifications.show({ message: text, autoClose: 6000, closeButtonProps: { 'aria-label': texts.t('ui.close') } })
}
