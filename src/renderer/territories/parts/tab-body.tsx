// The body of a tab: its content, and the pane at the right where it has one.
import type { ReactNode } from 'react'
import { DetailPane } from '#renderer/ui/page.tsx'
import './territories.css'

interface TabBodyProps {
  readonly detail?: ReactNode
  readonly detailTitle?: string | undefined
  readonly detailSubtitle?: ReactNode
  readonly onCloseDetail?: (() => void) | undefined
  /** The content scrolls as a whole; else a table inside does. */
  readonly isScrolling?: boolean | undefined
  readonly children: ReactNode
}

export function TabBody({ detail, detailTitle, detailSubtitle, onCloseDetail, isScrolling, children }: TabBodyProps) {
  return (
    <div className="territory-body">
      <div className={isScrolling ? 'territory-content territory-scrolling' : 'territory-content'}>{children}</div>
      {detail ? (
        <DetailPane title={detailTitle} subtitle={detailSubtitle} onClose={onCloseDetail}>
          {detail}
        </DetailPane>
      ) : null}
    </div>
  )
}
