// The bar above every screen: scenario, fiscal year, period, undo and redo, and the way into the palette.
import { ActionIcon, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconArrowBackUp, IconArrowForwardUp, IconHelp, IconSearch } from '@tabler/icons-react'
import { useText } from '../i18n/use-text.ts'
import { useSessionStore } from '../session.ts'
import { go } from './actions.ts'
import { PeriodSwitch, YearSwitch } from './period-switch.tsx'
import { ScenarioSwitch } from './scenario-switch.tsx'
import { commandWords, redoStep, undoStep } from './undo.ts'

export function TopBar() {
  const { t } = useText()
  const undo = useSessionStore((state) => state.undo)
  const scenario = useSessionStore((state) => state.scenario)
  const undoWords = undo.undo ? t('shell.undoWhat', { what: commandWords(undo.undo) }) : t('shell.nothingToUndo')
  const redoWords = undo.redo ? t('shell.redoWhat', { what: commandWords(undo.redo) }) : t('shell.nothingToRedo')
  return (
    <header className="top-bar" data-draft={scenario !== undefined && scenario.approvedAt === null}>
      <ScenarioSwitch />
      <YearSwitch />
      <PeriodSwitch />
      <span className="top-bar-grow" />
      <Tooltip label={undoWords}>
        <ActionIcon aria-label={undoWords} disabled={undo.undo === null} onClick={() => void undoStep()}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoWords}>
        <ActionIcon aria-label={redoWords} disabled={undo.redo === null} onClick={() => void redoStep()}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
      <button type="button" className="pick top-bar-search" onClick={() => spotlight.open()}>
        <span className="top-bar-search-words">
          <IconSearch size={14} aria-hidden="true" />
          {t('shell.palette.open')}
        </span>
        <span>{t('shell.keys.palette')}</span>
      </button>
      <Tooltip label={t('shell.screens.shortcuts')}>
        <ActionIcon aria-label={t('shell.screens.shortcuts')} onClick={() => go('shortcuts')}>
          <IconHelp size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
