// A list opened from another one: its title with a way back (the button or Esc), and the list itself.
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'

export interface DrillProps {
  readonly title: string
  readonly subtitle?: ReactNode
  /** What the way back leads to: "All findings". */
  readonly backLabel: string
  readonly onBack: () => void
  readonly children: ReactNode
}

/** What takes Esc before a list does: a dialog, a menu, the detail pane. */
const takesEscape = '[role="dialog"], [role="menu"], .detail-pane'

export function Drill({ title, subtitle, backLabel, onBack, children }: DrillProps) {
  const back = useRef(onBack)
  back.current = onBack
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    // What is open is looked at before anyone acts on the key: a pane closed by it is gone when the key arrives here.
    let isTaken = false
    const look = () => {
      isTaken = document.querySelector(takesEscape) !== null
    }
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) back.current()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
      // Back in the list the keyboard goes on in its table.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.import-tab td[tabindex="0"]')?.focus()
      })
    }
  }, [])
  return (
    <section className="kept-drill" aria-label={title}>
      <header className="kept-drill-head">
        <ActionIcon
          ref={button}
          variant="subtle"
          aria-label={backLabel}
          title={backLabel}
          onClick={() => back.current()}
        >
          <IconArrowLeft size={16} />
        </ActionIcon>
        <div>
          <h2>{title}</h2>
          {subtitle ? <p className="muted small">{subtitle}</p> : null}
        </div>
      </header>
      {children}
    </section>
  )
}
