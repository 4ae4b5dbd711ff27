// The tools of the map, one above the other at its edge: zoom, and how a drag is meant. Each has its key (region-map.tsx).
import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconArrowsMaximize,
  IconArrowsMove,
  IconCopy,
  IconHandStop,
  IconLasso,
  IconMarquee2,
  IconMinus,
  IconPlus
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Tool } from './gestures.ts'

const tools: readonly { readonly tool: Tool; readonly words: TextKey; readonly icon: ReactNode }[] = [
  { tool: 'hand', words: 'ui.map.hand', icon: <IconHandStop size={16} /> },
  { tool: 'lasso', words: 'ui.map.lasso', icon: <IconLasso size={16} /> },
  { tool: 'rectangle', words: 'ui.map.rectangle', icon: <IconMarquee2 size={16} /> },
  { tool: 'move', words: 'ui.map.move', icon: <IconArrowsMove size={16} /> }
]

export interface ToolbarProps {
  readonly tool: Tool
  readonly canSelect: boolean
  readonly canDrag: boolean
  readonly onTool: (tool: Tool) => void
  readonly onZoom: (factor: number) => void
  readonly onWhole: () => void
  readonly onCopy: () => void
}

export function Toolbar({ tool, canSelect, canDrag, onTool, onZoom, onWhole, onCopy }: ToolbarProps) {
  const { t } = useText()
  const offered = tools.filter((each) => each.tool === 'hand' || (each.tool === 'move' ? canDrag : canSelect))
  return (
    <div className="map-tools" role="toolbar" aria-orientation="vertical" aria-label={t('ui.map.tools')}>
      <div className="map-tool-group">
        <MapButton label={t('ui.map.zoomIn')} onClick={() => onZoom(1.6)} icon={<IconPlus size={16} />} />
        <MapButton label={t('ui.map.zoomOut')} onClick={() => onZoom(1 / 1.6)} icon={<IconMinus size={16} />} />
        <MapButton label={t('ui.map.whole')} onClick={onWhole} icon={<IconArrowsMaximize size={15} />} />
      </div>
      {offered.length > 1 ? (
        <div className="map-tool-group">
          {offered.map((each) => (
            <MapButton
              key={each.tool}
              label={t(each.words)}
              isPressed={tool === each.tool}
              onClick={() => onTool(each.tool)}
              icon={each.icon}
            />
          ))}
        </div>
      ) : null}
      <div className="map-tool-group">
        <MapButton label={t('ui.map.copy')} onClick={onCopy} icon={<IconCopy size={15} />} />
      </div>
    </div>
  )
}

interface MapButtonProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onClick: () => void
  readonly isPressed?: boolean
}

function MapButton({ label, icon, onClick, isPressed }: MapButtonProps) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon
        aria-label={label}
        aria-pressed={isPressed}
        className={isPressed ? 'map-tool-pressed' : undefined}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
