// A part of a page under a heading; `isCard` puts it on a panel with a hairline. KeyValues lists facts in two columns.
import type { ReactNode } from 'react'
import './section.css'

export interface SectionProps {
  readonly title?: string | undefined
  readonly subtitle?: ReactNode
  /** Buttons at the right of the heading. */
  readonly actions?: ReactNode
  readonly isCard?: boolean | undefined
  /** Takes the height that is left (a table inside scrolls). */
  readonly isFilling?: boolean | undefined
  readonly children: ReactNode
}

export function Section({ title, subtitle, actions, isCard, isFilling, children }: SectionProps) {
  const classes = ['section', isCard ? 'section-card' : '', isFilling ? 'section-filling' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <section className={classes} aria-label={title}>
      {title || actions ? (
        <header className="section-header">
          <div className="section-words">
            {title ? <h2>{title}</h2> : null}
            {subtitle ? <p className="muted small">{subtitle}</p> : null}
          </div>
          {actions}
        </header>
      ) : null}
      {children}
    </section>
  )
}

export interface KeyValue {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
}

export function KeyValues({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className="key-values">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
