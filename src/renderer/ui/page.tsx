// The frame of every screen: title, the finding in one line, one primary action, content, and the detail pane at the right.
import { Button, CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import './page.css'

export interface PageAction {
  readonly label: string
  readonly onRun: () => void
  readonly icon?: ReactNode
  readonly isBusy?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** Why it is disabled, or its shortcut: shown on hover. */
  readonly hint?: string | undefined
}

export interface PageProps {
  readonly title: string
  /** The finding: "4 of 12 sellers are behind pace". */
  readonly finding?: ReactNode
  /** The one thing to do here. */
  readonly primary?: PageAction | undefined
  readonly actions?: readonly PageAction[] | undefined
  /** Anything else for the row of actions: a menu, a select. */
  readonly extra?: ReactNode
  /** Content of the detail pane; the pane is shown while this is given. */
  readonly detail?: ReactNode
  readonly detailTitle?: string | undefined
  readonly detailSubtitle?: ReactNode
  /** Called by Esc and by the pane's close button. */
  readonly onCloseDetail?: (() => void) | undefined
  /** The page itself doesn't scroll; its content fills the height (a table or a map). */
  readonly isFilling?: boolean | undefined
  readonly children: ReactNode
}

export function Page(props: PageProps) {
  const { title, finding, primary, actions = [], extra, detail, isFilling, children } = props
  return (
    <div className={isFilling ? 'page page-filling' : 'page'}>
      <header className="page-header">
        <div className="page-words">
          <h1>{title}</h1>
          {finding ? <p className="page-finding">{finding}</p> : null}
        </div>
        <div className="page-actions">
          {extra}
          {actions.map((action) => (
            <ActionButton key={action.label} action={action} />
          ))}
          {primary ? <ActionButton action={primary} isPrimary /> : null}
        </div>
      </header>
      <div className="page-body">
        <div className="page-content">{children}</div>
        {detail ? (
          <DetailPane title={props.detailTitle} subtitle={props.detailSubtitle} onClose={props.onCloseDetail}>
            {detail}
          </DetailPane>
        ) : null}
      </div>
    </div>
  )
}

function ActionButton({ action, isPrimary }: { readonly action: PageAction; readonly isPrimary?: boolean }) {
  return (
    <Button
      variant={isPrimary ? 'filled' : 'default'}
      leftSection={action.icon}
      onClick={action.onRun}
      loading={action.isBusy ?? false}
      disabled={action.isDisabled ?? false}
      title={action.hint}
    >
      {action.label}
    </Button>
  )
}

export interface DetailPaneProps {
  readonly title?: string | undefined
  readonly subtitle?: ReactNode
  readonly onClose?: (() => void) | undefined
  readonly children: ReactNode
}

/** The pane of 360 px at the right of a page; Esc closes it unless something inside (a menu, an edit) wanted the key. */
export function DetailPane({ title, subtitle, onClose, children }: DetailPaneProps) {
  const { t } = useText()
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    // What floats is looked at before anyone acts on the key: a dialog that it closed is gone when the key arrives here.
    let isTaken = false
    const look = () => {
      isTaken = isFloating()
    }
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken && !isFloating()) close.current?.()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [])
  return (
    <aside className="detail-pane" aria-label={title ?? t('ui.detail')}>
      <div className="detail-pane-header">
        <div className="detail-pane-words">
          {title ? <h2>{title}</h2> : null}
          {subtitle ? <div className="muted small">{subtitle}</div> : null}
        </div>
        {onClose ? <CloseButton size="sm" aria-label={t('ui.close')} onClick={onClose} /> : null}
      </div>
      <div className="detail-pane-content">{children}</div>
    </aside>
  )
}

/** Whether a dialog or menu is open: it takes Esc before the pane does. */
function isFloating(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][aria-modal="true"], [data-mantine-stop-propagation]:focus-within, [role="menu"]'
    ) !== null
  )
}
