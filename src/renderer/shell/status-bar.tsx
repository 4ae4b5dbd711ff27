// The line at the foot: the file, that it is saved, how far the data reaches and how sound it is, and how the engine is.
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../i18n/use-text.ts'
import { useSession, useSessionStore } from '../session.ts'
import { useFormat } from '../ui/format.tsx'
import { findWeakest, isWeak, writeSoundShare } from '../ui/soundness.tsx'
import { useQualityScores, writeSoundnessPart } from './soundness.tsx'

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
      <Quality />
      <span className="status-bar-grow" />
      <span role="status">{t(`shell.status.engine.${engine}`)}</span>
    </footer>
  )
}

/** The weakest of the data, by name: the others are sounder. Nothing while there is nothing to judge. */
function Quality() {
  const { t, tError } = useText()
  const format = useFormat()
  const { go } = useSession()
  const scores = useQualityScores()
  if (scores.error !== undefined) {
    return <span title={tError(scores.error)}>{t('shell.status.qualityUnknown')}</span>
  }
  const judged = scores.value?.filter((score) => score.of > 0) ?? []
  if (judged.length === 0) return null
  const weakest = findWeakest(judged)
  const part = weakest && writeSoundnessPart(weakest, t)
  return (
    <button
      type="button"
      className={part && isWeak(part) ? 'status-bar-quality status-bar-weak' : 'status-bar-quality'}
      title={
        part
          ? t('ui.soundness.of', {
              share: writeSoundShare(part, format),
              sound: format.number(part.sound),
              rows: part.rows
            })
          : t('shell.status.allSound')
      }
      onClick={() => go('data', { tab: 'quality' })}
    >
      {part && isWeak(part) ? <IconAlertTriangle size={12} aria-hidden="true" /> : null}
      {part
        ? t('shell.status.quality', { share: writeSoundShare(part, format), name: part.name.toLocaleLowerCase() })
        : t('shell.status.qualityFull', { share: format.percent(1) })}
    </button>
  )
}
