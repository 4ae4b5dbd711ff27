// A seller's pay, line by line, each with its explanation down to the deals. The lines come from the engine with their
// trace; here they are only put into words.
import { UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import {
  type ExplainedStep,
  explainTrace,
  nameComponent,
  type PayLine,
  type PayStatement
} from '#shared/compensation/index.ts'
import { minorDigits } from '#shared/units/money.ts'
import { type FiscalCalendar, periodByKey } from '#shared/units/period.ts'
import { ExplainedTree } from './explained-tree.tsx'

export interface StatementProps {
  readonly statement: PayStatement
  readonly calendar: FiscalCalendar
  /** The component someone asked about: its lines stand open. */
  readonly componentId?: string | undefined
}

export function Statement({ statement, calendar, componentId }: StatementProps) {
  const { t, language } = useText()
  const format = useFormat()
  const { currency, rules } = statement
  const digits = minorDigits(currency)
  const periods = [...new Set(statement.lines.map((line) => line.periodKey))]
  const shown =
    componentId === undefined ? statement.lines : statement.lines.filter((line) => line.componentId === componentId)
  const ids = [...new Set(shown.map((line) => line.componentId))]
  return (
    <div className="pay-statement">
      {ids.map((id) => (
        <section key={id}>
          <h3>{rules === null ? id : nameComponent(rules, id, language)}</h3>
          {periods.map((periodKey) => {
            const line = shown.find((each) => each.componentId === id && each.periodKey === periodKey)
            if (line === undefined) return null
            const period = periodByKey(periodKey, calendar)
            return (
              <StatementLine
                key={periodKey}
                line={line}
                statement={statement}
                label={period === undefined ? periodKey : format.period(period)}
                isOpenAtFirst={componentId !== undefined && periods.length === 1}
              />
            )
          })}
        </section>
      ))}
      <p className="pay-statement-total">
        <span>{t('compensation.statement.total')}</span>
        <span className="numbers">
          {statement.totalMinor === null
            ? t('compensation.statement.open')
            : format.money(statement.totalMinor, currency, { digits })}
        </span>
      </p>
    </div>
  )
}

interface StatementLineProps {
  readonly line: PayLine
  readonly statement: PayStatement
  readonly label: string
  readonly isOpenAtFirst: boolean
}

function StatementLine({ line, statement, label, isOpenAtFirst }: StatementLineProps) {
  const { t, language } = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { currency, rules, names } = statement
  const explained = useMemo<ExplainedStep | undefined>(
    () => (isOpen ? explainTrace(line.trace, { language, currency, rules, names }) : undefined),
    [isOpen, line, language, currency, rules, names]
  )
  return (
    <div className="pay-line">
      <UnstyledButton className="pay-line-head" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
        <span className="pay-step-mark" aria-hidden="true" data-open={isOpen} />
        <span>{label}</span>
        <span className="numbers">
          {line.amountMinor === null ? (
            <span className="pay-open">{t('compensation.statement.open')}</span>
          ) : (
            format.money(line.amountMinor, currency, { digits: minorDigits(currency) })
          )}
        </span>
      </UnstyledButton>
      {explained === undefined ? null : <ExplainedTree step={explained} />}
    </div>
  )
}
