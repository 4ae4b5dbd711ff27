// What no page of this program may do: go elsewhere, open windows, ask for permissions, attach web views.
import { app, type Session, session } from 'electron'
import { appOrigin } from './protocol.ts'

const isOurs = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`)

export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url) && event.url !== 'about:srcdoc') event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Refuses every permission but writing to the clipboard, and every request that leaves the machine. */
export function guardSession(target: Session = session.defaultSession): void {
  // The spelling checker would fetch its dictionaries from the network, past every rule of the session.
  target.setSpellCheckerDictionaryDownloadURL('app://no-dictionaries/')
  target.setSpellCheckerEnabled(false)
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  target.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  target.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  target.setDevicePermissionHandler(() => false)
  target.webRequest.onBeforeRequest((details, answer) => {
    const isLocal = /^(app|data|blob|devtools|chrome-extension):/.test(details.url)
    answer({ cancel: !isLocal })
  })
}
