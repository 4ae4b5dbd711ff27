// What stands where there is nothing yet: one sentence, one button, and a faint picture of what will be here.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PageAction } from './page.tsx'
import './empty-state.css'

export interface EmptyStateProps {
  /** One sentence with the next step: "Import the CRM export to see who is ahead." */
  readonly title: string
  readonly action?: PageAction | undefined
  readonly secondary?: PageAction | undefined
  /** A small drawing of what will be here; 'table', 'chart', 'map' and 'page' are ready-made. */
  readonly picture?: 'table' | 'chart' | 'map' | 'page' | ReactNode
}

export function EmptyState({ title, action, secondary, picture = 'table' }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <div className="empty-state-picture" aria-hidden="true">
        {typeof picture === 'string' ? <EmptyPicture kind={picture} /> : picture}
      </div>
      <p className="empty-state-title">{title}</p>
      <div className="empty-state-actions">
        {action ? (
          <Button
            variant="filled"
            onClick={action.onRun}
            loading={action.isBusy ?? false}
            disabled={action.isDisabled ?? false}
            title={action.hint}
          >
            {action.label}
          </Button>
        ) : null}
        {secondary ? <Button onClick={secondary.onRun}>{secondary.label}</Button> : null}
      </div>
    </div>
  )
}

const lines = { fill: 'none', stroke: 'var(--line-strong)', strokeWidth: 1.5, opacity: 0.55 }
const area = { fill: 'var(--accent)', opacity: 0.32 }

function EmptyPicture({ kind }: { readonly kind: string }) {
  return (
    <svg width="200" height="96" viewBox="0 0 200 96" role="presentation">
      {kind === 'chart' ? (
        <>
          <path d="M16 8v76h172" {...lines} />
          {[30, 44, 38, 58, 66, 52].map((height, index) => (
            <rect key={height} x={30 + index * 26} y={84 - height} width="16" height={height} rx="2" {...area} />
          ))}
        </>
      ) : null}
      {kind === 'table'
        ? [0.8, 0.44, 0.64, 0.58, 0.47].map((share, index) => (
            <g key={share}>
              <path d={`M12 ${17 + index * 17}h176`} {...lines} strokeWidth={0.75} />
              <rect
                x="12"
                y={6 + index * 17}
                width={34 + (index % 3) * 9}
                height="5"
                rx="2.5"
                fill="var(--line-strong)"
                opacity="0.55"
              />
              <rect x="100" y={5 + index * 17} width={share * 84} height="7" rx="2" {...area} />
            </g>
          ))
        : null}
      {kind === 'map' ? (
        <>
          <path d="M20 70 44 18l38-8 24 30-20 44z" {...area} />
          <path d="m106 40 34-26 40 16-8 46-46 10-40-2z" fill="var(--series-2)" opacity="0.28" />
          <path d="M20 70 44 18l38-8 24 30-20 44zM106 40l34-26 40 16-8 46-46 10-40-2" {...lines} />
        </>
      ) : null}
      {kind === 'page' ? (
        <>
          <rect x="66" y="4" width="68" height="88" rx="3" {...lines} />
          <rect x="76" y="16" width="36" height="6" rx="3" {...area} />
          {[34, 43, 52, 68, 77].map((y) => (
            <path key={y} d={`M76 ${y}h48`} {...lines} strokeWidth={1} />
          ))}
        </>
      ) : null}
    </svg>
  )
}
