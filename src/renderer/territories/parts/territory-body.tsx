// The body of a tab about territories: its content, and at the right the chosen territory, or how even all are while none is chosen.
import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { MeasureId } from '#shared/territories/types.ts'
import type { TabProps } from '../view-state.ts'
import { Evenness } from './evenness.tsx'
import { TabBody } from './tab-body.tsx'
import { TerritoryPane } from './territory-pane.tsx'
import type { Evenness as EvennessFigures, TerritoryLine } from './view.ts'

interface TerritoryBodyProps
  extends Pick<TabProps, 'scenarioId' | 'overview' | 'settings' | 'isLocked' | 'selectedId' | 'onSelect' | 'onShow'> {
  readonly lines: readonly TerritoryLine[]
  readonly evenness: EvennessFigures
  readonly measureId: MeasureId
  readonly children: ReactNode
}

export function TerritoryBody(props: TerritoryBodyProps) {
  const { scenarioId, overview, settings, isLocked, selectedId, onSelect, onShow, lines, evenness, measureId } = props
  const { t } = useText()
  const selected = lines.find((line) => line.id === selectedId)
  const figures = { overview, settings, evenness, measureId, isLocked }
  const team = selected?.teamName
  return (
    <TabBody
      detailTitle={selected ? selected.name : t('territories.even.title')}
      detailSubtitle={
        selected ? (team ? t('territories.pane.team', { name: team }) : t('territories.pane.noTeam')) : undefined
      }
      onCloseDetail={selected ? () => onSelect(undefined) : undefined}
      detail={
        selected ? (
          <TerritoryPane key={selected.id} line={selected} {...figures} onRemoved={() => onSelect(undefined)} />
        ) : (
          <Evenness scenarioId={scenarioId} {...figures} onShow={onShow} />
        )
      }
    >
      {props.children}
    </TabBody>
  )
}
