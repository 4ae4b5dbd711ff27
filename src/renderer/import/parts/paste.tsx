// Cells from the clipboard as a file: Ctrl+V anywhere outside a field, or a small dialog to paste into.
import { Button, Modal, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { runCommand } from '#renderer/engine-client.ts'
import { texts, useText } from '#renderer/i18n/use-text.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'

/** Two cells at least: side by side as a spreadsheet copies them, or one below the other. */
export const holdsCells = (text: string): boolean => /\S[^\n]*\t|\t[^\n]*\S|\S[^\n]*\r?\n\s*\S/.test(text)

let pasted = 0

/** Hands the text to the engine, which keeps it as if it were a file; each text has a name of its own. */
async function grantPasted(text: string): Promise<GrantedFile | undefined> {
  pasted += 1
  const name = pasted === 1 ? texts.t('import.paste.name') : `${texts.t('import.paste.name')} ${pasted}`
  const reply = await runCommand('import.pasteText', { name, text })
  return reply.ok ? reply.value : undefined
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** Ctrl+V on the page; a field, a table that takes cells itself or an open dialog go before. */
export function usePaste(onFile: (file: GrantedFile) => void): void {
  const take = useRef(onFile)
  take.current = onFile
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isField(event.target)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!holdsCells(text)) return
      event.preventDefault()
      void grantPasted(text).then((file) => (file === undefined ? undefined : take.current(file)))
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}

export interface PasteDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onFile: (file: GrantedFile) => void
}

export function PasteDialog({ isOpen, onClose, onFile }: PasteDialogProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const close = (): void => {
    setText('')
    onClose()
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('import.paste.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        className="wizard-paste"
        onSubmit={(event) => {
          event.preventDefault()
          if (!holdsCells(text)) return
          void grantPasted(text).then((file) => {
            if (file === undefined) return
            onFile(file)
            close()
          })
        }}
      >
        <Textarea
          label={t('import.paste.cells')}
          description={t('import.paste.help')}
          data-autofocus
          rows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={text !== '' && !holdsCells(text) ? t('import.paste.tooFew') : undefined}
        />
        <Button type="submit" variant="filled" disabled={!holdsCells(text)}>
          {t('import.paste.use')}
        </Button>
      </form>
    </Modal>
  )
}
