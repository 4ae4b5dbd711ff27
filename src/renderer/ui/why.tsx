// The answer to "why this number?": a number that opens its explanation, or the explanation standing on the page.
import { Popover, UnstyledButton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import './why.css'

export interface WhyStep {
  readonly key: string
  readonly label: ReactNode
  readonly value?: ReactNode
  /** The rule or the rows it came from. */
  readonly note?: ReactNode
  /** The line that is the answer: set apart above by a rule. */
  readonly isResult?: boolean | undefined
}

export interface WhyProps {
  readonly title: string
  /** The number itself; with it, a click opens the answer. Without it the answer stands on the page. */
  readonly of?: ReactNode
  readonly children: ReactNode
}

export function Why({ title, of, children }: WhyProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const titleId = useId()
  if (of === undefined) {
    return (
      <aside className="why" aria-label={title}>
        <p className="why-title">{title}</p>
        {children}
      </aside>
    )
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton
          className="why-number"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={(event) => {
            // In a table row a click on the number asks why; it doesn't also select the row.
            event.stopPropagation()
            setOpen((open) => !open)
          }}
        >
          {of}
          <span className="only-read">{t('ui.why')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="why-float" aria-labelledby={titleId} onClick={(event) => event.stopPropagation()}>
        {/* Focus needs a place to go: an answer may hold nothing that takes it. */}
        <div tabIndex={-1} data-autofocus>
          <p className="why-title" id={titleId}>
            {title}
          </p>
          {children}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Formula lines: what, how much, from where. */
export function WhySteps({ steps }: { readonly steps: readonly WhyStep[] }) {
  return (
    <dl className="why-steps">
      {steps.map((step) => (
        <div key={step.key} className={step.isResult ? 'why-step why-result' : 'why-step'}>
          <dt>
            {step.label}
            {step.note ? <span className="why-note">{step.note}</span> : null}
          </dt>
          <dd>{step.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A quiet remark under the steps: the limits of the answer. */
export function WhyNote({ children }: { readonly children: ReactNode }) {
  return <p className="why-note">{children}</p>
}
