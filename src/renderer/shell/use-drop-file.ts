// A .comarca file dropped anywhere on the window is opened; spreadsheets go to the import.
import { useEffect } from 'react'
import { texts } from '../i18n/use-text.ts'
import { findScreen } from '../screens.ts'
import { useSessionStore } from '../session.ts'
import { askShell, grantDropped } from '../shell-client.ts'
import { openWorkspace } from './actions.ts'
import { notifyText } from './notices.tsx'

export function useDropFile(): void {
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      // A screen with a drop place of its own has taken it.
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      void takeFiles(files)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
}

async function takeFiles(files: readonly File[]): Promise<void> {
  const [first] = files
  if (!first) return
  const granted = await grantDropped(files)
  const [file] = granted
  if (!file) return
  if (first.name.toLowerCase().endsWith('.comarca')) {
    await openWorkspace(() => askShell('openDropped', { token: file.token }))
    return
  }
  const { workspace, go } = useSessionStore.getState()
  if (workspace.isOpen && findScreen('data')) {
    go('data', {
      start: 'import',
      tokens: granted.map((each) => `${each.token}\t${each.name}\t${each.bytes}`).join('\n')
    })
  } else notifyText(texts.t('shell.dropMeaning'))
}
