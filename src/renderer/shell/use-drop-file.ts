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
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const show = (isOver: boolean): void => {
      document.body.dataset.dropping = String(isOver)
    }
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      show(true)
    }
    const onLeave = (event: DragEvent) => {
      // Only when the window itself is left, not one of its parts.
      if (event.relatedTarget === null) show(false)
    }
    const onDrop = (event: DragEvent) => {
      show(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      // A screen with a drop place of its own has taken it.
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      void takeFiles(files)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
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
