// The window's first lines: connect the engine, learn what main knows (theme, language, recent files), then draw.
import '@fontsource-variable/inter/standard.css'
import './theme/kit-styles.ts'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { setLanguage } from './i18n/index.ts'
import { texts } from './i18n/use-text.ts'
import { refreshSession, startSession, useSessionStore } from './session.ts'
import { showOpenError } from './shell/actions.ts'
import { notifyText } from './shell/notices.tsx'
import { askShell, connectEngine, listenToShell } from './shell-client.ts'

async function start(): Promise<void> {
  startSession()
  listenToShell((message) => {
    if (message.type === 'engine') {
      useSessionStore.getState().setEngine(message.state)
      // It is back within a moment: the banner alone would be gone before it is read.
      if (message.state === 'ready') notifyText(texts.t('shell.engine.back'))
    }
    if (message.type === 'openError') showOpenError(message.error)
  })
  const connected = connectEngine()
  const startup = await askShell('startup', {})
  setLanguage(startup.preferences.language)
  const known = connected.then(refreshSession).then(() => useSessionStore.getState().setEngine('ready'))
  // The page without a file needs nothing of the engine; an open file is drawn once it is known.
  if (startup.isOpen) await known
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App startup={startup} />)
}

void start()
