// What the window says when its engine is gone: what happened, what it means, and what to do.
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../i18n/use-text.ts'
import { useSessionStore } from '../session.ts'
import { askShell } from '../shell-client.ts'

export function EngineBanner() {
  const { t } = useText()
  const engine = useSessionStore((state) => state.engine)
  if (engine !== 'lost' && engine !== 'stopped') return null
  return (
    <div className="engine-banner" role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>{t(`shell.engine.${engine}`)}</span>
      {engine === 'stopped' ? (
        <>
          <Button size="xs" onClick={() => void askShell('restartEngine', {})}>
            {t('shell.engine.restart')}
          </Button>
          <Button size="xs" onClick={() => void askShell('showLog', {})}>
            {t('shell.engine.log')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
