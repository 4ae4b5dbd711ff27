// The line at the foot: the file, that it is saved, how far the data reaches, and how the engine is.
import { useText } from '../i18n/use-text.ts'
import { useSession, useSessionStore } from '../session.ts'
import { useFormat } from '../ui/format.tsx'

export function StatusBar() {
  const { t } = useText()
  const format = useFormat()
  const { settings, asOf } = useSession()
  const workspace = useSessionStore((state) => state.workspace)
  const engine = useSessionStore((state) => state.engine)
  return (
    <footer className="status-bar">
      <span>{workspace.isOpen ? workspace.fileName : ''}</span>
      {settings.isSample ? <span>{t('shell.status.sample')}</span> : null}
      <span>{t('shell.status.saved')}</span>
      <span>{t('shell.status.asOf', { date: format.date(asOf) })}</span>
      <span className="status-bar-grow" />
      <span role="status">{t(`shell.status.engine.${engine}`)}</span>
    </footer>
  )
}
