// One key number of a page: what it is, the number, what it stands against and since when. At most three stand above a table.
import type { ReactNode } from 'react'
import './key-number.css'

export interface KeyNumberProps {
  /** "Bookings against goal, Q2, thousand EUR" */
  readonly label: string
  readonly value: ReactNode
  /** "of 3,020 · pace 1,752", on the line of the number. */
  readonly against?: ReactNode
  /** How sound the data is, after the number. */
  readonly mark?: ReactNode
  /** "was 3,180 a week ago", below it. */
  readonly since?: ReactNode
  /** Below all: a RangeBar, a second line. For "why?" give a <Why of=…> as `value`. */
  readonly children?: ReactNode
}

export function KeyNumber({ label, value, against, mark, since, children }: KeyNumberProps) {
  return (
    <section className="key-number" aria-label={label}>
      <h2 className="key-number-label">{label}</h2>
      <div>
        <span className="key-number-value">{value}</span>
        {against ? <span className="key-number-small"> {against}</span> : null} {mark}
      </div>
      {since ? <div className="key-number-small">{since}</div> : null}
      {children}
    </section>
  )
}

/** Sets key numbers side by side; they fold under each other where there is no room. */
export function KeyNumbers({ children }: { readonly children: ReactNode }) {
  return <div className="key-numbers">{children}</div>
}
