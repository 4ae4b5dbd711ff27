// The window with an open file: navigation, top bar, the screen, status bar; and the keys that work everywhere.
import { Suspense } from 'react'
import { findScreen, screens } from '../screens.ts'
import { useSessionStore } from '../session.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { EngineBanner } from './engine-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useDropFile } from './use-drop-file.ts'
import './app-frame.css'
import { useText } from '../i18n/use-text.ts'

export function AppFrame() {
  useDropFile()
  const { t } = useText()
  const id = useSessionStore((state) => state.screen)
  const scenario = useSessionStore((state) => state.scenario?.id)
  const entry = findScreen(id) ?? screens[0]
  if (!entry) return null
  const { Screen, group } = entry
  const isOfScenario = group === 'plan' || group === 'pay'
  return (
    <div className="frame">
      <a className="frame-skip" href="#content">
        {t('shell.skip')}
      </a>
      <Navigation current={entry.id} />
      <TopBar />
      <div className="frame-main">
        <EngineBanner />
        <main id="content" tabIndex={-1} className="frame-content">
          {/* Another screen, or another scenario on a screen of plans, starts afresh: also out of a broken one. */}
          <ErrorBoundary key={isOfScenario ? `${entry.id} ${scenario ?? ''}` : entry.id}>
            <Suspense
              fallback={
                <div className="page">
                  <Skeleton kind="table" />
                </div>
              }
            >
              <Screen />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <StatusBar />
      <Palette />
    </div>
  )
}
