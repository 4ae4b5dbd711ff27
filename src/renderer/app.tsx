// The application: theme, language and number locale around it, then either the first-run page or the shell with a screen.
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { engine } from './engine.ts'
import { setLanguage } from './i18n/index.ts'
import { useSessionStore } from './session.ts'
import { ErrorBoundary } from './shell/error-boundary.tsx'
import { FirstRun } from './shell/first-run.tsx'
import { notifyError, notifySaved } from './shell/notices.tsx'
import { changePreferences, type Startup, takeStartup, usePreferences } from './shell/preferences.ts'
import { startNotices } from './shell/undo.ts'
import { useShortcuts } from './shell/use-shortcuts.ts'
import { saveFile } from './shell-client.ts'
import { theme, themeVariables } from './theme/theme.ts'
import { FormatProvider } from './ui/format.tsx'
import { type UiServices, UiServicesProvider } from './ui/services.tsx'

async function save(request: Parameters<typeof saveFile>[0]): Promise<void> {
  const reply = await saveFile(request)
  if (reply?.ok) notifySaved(reply.value.fileName)
  else if (reply) notifyError(reply.error)
}

// Excel reads a CSV as UTF-8 only with this mark in front.
const byteOrderMark = '\uFEFF'

// The page without a file does not wait for all that an open file needs.
const AppFrame = lazy(() => import('./shell/app-frame.tsx').then((file) => ({ default: file.AppFrame })))

const services: UiServices = {
  saveWorkbook: (table) => {
    void engine
      .call('export.makeTable', { format: 'xlsx', table: { ...table, name: table.name.slice(0, 120) } })
      .reply.then((made) =>
        made.ok
          ? save({ suggestedName: made.value.suggestedName, kind: 'xlsx', bytes: made.value.bytes })
          : notifyError(made.error)
      )
  },
  saveText: (suggestedName, text, kind) => {
    const bytes = new TextEncoder().encode(byteOrderMark + text)
    void save({ suggestedName, kind: kind === 'csv' ? 'csv' : 'json', bytes })
  },
  copyPicture: (png) => void navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]),
  copyText: (text) => void navigator.clipboard.writeText(text)
}

export function App({ startup }: { readonly startup: Startup }) {
  useMemo(() => takeStartup(startup), [startup])
  const workspace = useSessionStore((state) => state.workspace)
  const preferences = usePreferences()
  const settings = workspace.isOpen ? workspace.settings : undefined
  const language = settings?.language ?? preferences.language
  const numberLocale = settings?.numberLocale ?? language

  useShortcuts()
  useEffect(() => startNotices(), [])
  useEffect(() => {
    setLanguage(language, numberLocale)
    // The menus of the window follow the file's language.
    if (language !== usePreferences.getState().language) void changePreferences({ language })
  }, [language, numberLocale])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      defaultColorScheme="auto"
      {...(preferences.theme === 'system' ? {} : { forceColorScheme: preferences.theme })}
    >
      <FormatProvider numberLocale={numberLocale} calendarPattern={settings?.calendar.pattern}>
        <UiServicesProvider services={services}>
          <Notifications position="bottom-right" limit={4} />
          <ErrorBoundary>
            <Suspense fallback={null}>{workspace.isOpen ? <AppFrame /> : <FirstRun />}</Suspense>
          </ErrorBoundary>
        </UiServicesProvider>
      </FormatProvider>
    </MantineProvider>
  )
}
