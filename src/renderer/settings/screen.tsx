// Settings: what holds for the file, the look on this computer, backups, the way to the audit log, about.

import { useText } from '../i18n/use-text.ts'
import { useSessionStore } from '../session.ts'
import { askShell } from '../shell-client.ts'
import { Page } from '../ui/page.tsx'
import { About } from './parts/about.tsx'
import { AuditLink } from './parts/audit-link.tsx'
import { Backups } from './parts/backups.tsx'
import { FileSettings } from './parts/file-settings.tsx'
import { Look } from './parts/look.tsx'
import './settings.css'

export function SettingsScreen() {
  const { t } = useText()
  const part = useSessionStore((state) => state.params.part)
  return (
    <Page
      title={t('shell.screens.settings')}
      finding={t('settings.finding')}
      actions={[{ label: t('settings.closeFile'), onRun: () => void askShell('closeWorkspace', {}) }]}
    >
      <div className="settings">
        <div className="settings-column">
          <FileSettings />
          <Look />
        </div>
        <div className="settings-column">
          <Backups />
          <AuditLink />
          <About isAsked={part === 'about'} />
        </div>
      </div>
    </Page>
  )
}
