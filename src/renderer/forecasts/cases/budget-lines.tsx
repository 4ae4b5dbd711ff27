// The lines of a budget as a table to edit, with what each comes to in the year.
import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type CellEdit, type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { MoneyField, PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { parseTypedMoney, parseTypedPercent } from '#renderer/ui/parse-typed.ts'
import { Why, WhySteps } from '#renderer/ui/why.tsx'
import type { BudgetLine, CaseBase } from '#shared/forecasts/case-types.ts'
import type { BudgetView } from '#shared/forecasts/cases/index.ts'
import { sum } from '#shared/math/sum.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type CurrencyCode, minorDigits } from '#shared/units/money.ts'
import { useToolWords } from './use-tool-words.ts'

export const budgetRanks = ['p10', 'p50', 'p90'] as const
export type BudgetAt = 'middle' | (typeof budgetRanks)[number]

type Kind = BudgetLine['kind']
const kinds = ['perMonth', 'ofBookings', 'perSeller', 'perHire'] as const satisfies readonly Kind[]

interface LineRow {
  readonly at: number
  readonly line: BudgetLine
}

interface BudgetLinesProps {
  readonly scenarioId: ScenarioId
  readonly base: CaseBase
  readonly lines: readonly BudgetLine[]
  readonly budget: BudgetView
  readonly isLocked: boolean
}

export function BudgetLines({ scenarioId, base, lines, budget, isLocked }: BudgetLinesProps) {
  const { t } = useText()
  const { run } = useCommand('forecasts.changeSettings')
  const [checked, setChecked] = useState<ReadonlySet<string | number>>(new Set())
  const rows = useMemo(() => lines.map((line, at): LineRow => ({ at, line })), [lines])
  const save = useCallback(
    (budgetLines: readonly BudgetLine[]) => run({ scenarioId, change: { budgetLines: [...budgetLines] } }),
    [run, scenarioId]
  )
  const edit = useCallback(
    (edits: readonly CellEdit<LineRow>[]) => {
      const next = [...lines]
      for (const { row, column, value } of edits) {
        const line = next[row.at]
        if (line !== undefined) next[row.at] = changeLine(line, column, value)
      }
      return save(next)
    },
    [lines, save]
  )
  const columns = useColumns(base, budget, isLocked, edit)
  return (
    <>
      <DataTable
        label={t('forecasts.cases.tools.budget.lines')}
        layoutName="case-budget-lines"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.at}
        height="auto"
        search={false}
        {...(rows.length > 0 ? { totals: t('forecasts.cases.tools.budget.total') } : {})}
        onEditMany={edit}
        checkedKeys={checked}
        onCheck={setChecked}
        checkedActions={[
          {
            label: t('forecasts.cases.tools.budget.remove'),
            isDisabled: isLocked,
            hint: isLocked ? t('forecasts.locked') : undefined,
            onRun: () => {
              setChecked(new Set())
              void save(lines.filter((_, at) => !checked.has(at)))
            }
          }
        ]}
        empty={t('forecasts.cases.tools.budget.none')}
        exportName="case-budget-lines"
      />
      <NewLine currency={base.currency} isLocked={isLocked} onAdd={(line) => save([...lines, line])} />
    </>
  )
}

function useColumns(
  base: CaseBase,
  budget: BudgetView,
  isLocked: boolean,
  edit: (edits: readonly CellEdit<LineRow>[]) => unknown
): Column<LineRow>[] {
  const { t } = useText()
  const format = useFormat()
  const { currency } = base
  return useMemo((): Column<LineRow>[] => {
    const sayValue = ({ line }: LineRow): string =>
      line.kind === 'ofBookings'
        ? format.percent(line.ratio, digitsOf(line.ratio * 100))
        : format.money(line.amountMinor, currency, {
            digits: line.amountMinor % 10 ** minorDigits(currency) === 0 ? 0 : minorDigits(currency)
          })
    const commit = (column: string) => (row: LineRow, value: string | number | null) => edit([{ row, column, value }])
    const canEdit = () => !isLocked
    const year = (at: BudgetAt, header: string): Column<LineRow>[] => {
      const totals = budget[at]
      if (totals === null) return []
      return [
        {
          key: at,
          header,
          kind: 'money',
          currency,
          width: 88,
          value: (row) => totals.lines[row.at]?.yearMinor,
          render: (row) => <WhyLine row={row} at={at} header={header} budget={budget} base={base} />,
          total: () => <Money minor={totals.totalMinor} currency={currency} isBare digits={0} />
        }
      ]
    }
    const ranks = budget.p50 === null ? (['middle'] as const) : budgetRanks
    return [
      {
        key: 'name',
        header: t('forecasts.cases.tools.budget.name'),
        kind: 'text',
        width: 130,
        value: ({ line }) => line.name,
        edit: { kind: 'text', isRequired: true, canEdit, commit: commit('name') }
      },
      {
        key: 'value',
        header: t('forecasts.cases.tools.budget.value'),
        kind: 'custom',
        align: 'right',
        width: 84,
        value: ({ line }) => (line.kind === 'ofBookings' ? line.ratio : line.amountMinor),
        text: sayValue,
        render: sayValue,
        edit: {
          kind: 'text',
          isRequired: true,
          canEdit,
          commit: commit('value'),
          parse: (text, { line }) => {
            const value =
              line.kind === 'ofBookings'
                ? parseTypedPercent(text, format.decimalSign)
                : parseTypedMoney(text, currency, format.decimalSign)
            return value === undefined
              ? { ok: false, reason: t('forecasts.cases.tools.budget.badValue') }
              : { ok: true, value }
          }
        }
      },
      {
        key: 'kind',
        header: t('forecasts.cases.tools.budget.kind'),
        kind: 'text',
        width: 112,
        value: ({ line }) => t(`forecasts.cases.tools.budget.kindNames.${line.kind}`),
        edit: {
          kind: 'select',
          isRequired: true,
          canEdit,
          commit: commit('kind'),
          options: () => kinds.map((value) => ({ value, label: t(`forecasts.cases.tools.budget.kindNames.${value}`) }))
        }
      },
      ...ranks.flatMap((at) => year(at, at === 'middle' ? t('forecasts.cases.tools.middle') : at.toUpperCase()))
    ]
  }, [t, format, base, currency, budget, isLocked, edit])
}

interface WhyLineProps {
  readonly row: LineRow
  readonly at: BudgetAt
  readonly header: string
  readonly budget: BudgetView
  readonly base: CaseBase
}

function WhyLine({ row: { at: index, line }, at, header, budget, base }: WhyLineProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = base
  const words = useToolWords(base)
  const totals = budget[at]
  const result = totals?.lines[index]?.yearMinor
  if (!totals || result === undefined) return null
  const amount = line.kind === 'ofBookings' ? '' : format.moneyInFull(line.amountMinor, currency)
  const label = {
    perMonth: () => t('forecasts.cases.tools.budget.whyMonths', { amount, months: budget.heads.length }),
    ofBookings: () =>
      t('forecasts.cases.tools.budget.whyBookings', {
        ratio: line.kind === 'ofBookings' ? format.percent(line.ratio, digitsOf(line.ratio * 100)) : '',
        bookings: words.money(sum(totals.bookingsMinor))
      }),
    perSeller: () =>
      t('forecasts.cases.tools.budget.whySellers', { amount, heads: format.number(sum(budget.heads), 1) }),
    perHire: () => t('forecasts.cases.tools.budget.whyHires', { amount, hires: format.number(sum(budget.starts)) })
  }[line.kind]()
  return (
    <Why
      title={t('forecasts.cases.tools.budget.whyTitle', { name: line.name, amount: words.money(result) })}
      of={<Money minor={result} currency={currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          {
            key: 'result',
            label,
            note: t('forecasts.cases.tools.budget.whyAt', { at: header }),
            value: words.money(result),
            isResult: true
          }
        ]}
      />
    </Why>
  )
}

interface NewLineProps {
  readonly currency: CurrencyCode
  readonly isLocked: boolean
  readonly onAdd: (line: BudgetLine) => unknown
}

function NewLine({ currency, isLocked, onAdd }: NewLineProps) {
  const { t } = useText()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('perMonth')
  const [value, setValue] = useState<number | null>(null)
  const isComplete = name.trim() !== '' && value !== null
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (isLocked || value === null || !isComplete) return
    onAdd(makeLine(name.trim(), kind, value))
    setName('')
    setValue(null)
  }
  const valueProps = {
    label: t('forecasts.cases.tools.budget.newValue'),
    isLabelHidden: true,
    isDisabled: isLocked,
    placeholder: t('forecasts.cases.tools.budget.value'),
    value,
    onChange: setValue
  }
  return (
    <form className="case-new-line" onSubmit={add}>
      <TextInput
        aria-label={t('forecasts.cases.tools.budget.newName')}
        placeholder={t('forecasts.cases.tools.budget.newName')}
        value={name}
        maxLength={80}
        disabled={isLocked}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {kind === 'ofBookings' ? (
        <PercentField key="ratio" {...valueProps} />
      ) : (
        <MoneyField key="amount" {...valueProps} currency={currency} />
      )}
      <Select
        aria-label={t('forecasts.cases.tools.budget.newKind')}
        allowDeselect={false}
        disabled={isLocked}
        value={kind}
        data={kinds.map((each) => ({ value: each, label: t(`forecasts.cases.tools.budget.kindNames.${each}`) }))}
        onChange={(picked) => {
          const next = kinds.find((each) => each === picked) ?? 'perMonth'
          // An amount is no part of bookings: what was typed doesn't carry over.
          if ((next === 'ofBookings') !== (kind === 'ofBookings')) setValue(null)
          setKind(next)
        }}
      />
      <Button
        type="submit"
        variant="default"
        disabled={isLocked || !isComplete}
        title={isLocked ? t('forecasts.locked') : undefined}
      >
        {t('forecasts.cases.tools.budget.add')}
      </Button>
    </form>
  )
}

function changeLine(line: BudgetLine, column: string, value: string | number | null): BudgetLine {
  const held = line.kind === 'ofBookings' ? line.ratio : line.amountMinor
  if (column === 'name' && typeof value === 'string') return { ...line, name: value.trim().slice(0, 80) }
  if (column === 'value' && typeof value === 'number') return makeLine(line.name, line.kind, value)
  const kind = kinds.find((each) => each === value)
  if (column !== 'kind' || kind === undefined) return line
  // An amount is no part of bookings: the value has to be said again.
  return makeLine(line.name, kind, (kind === 'ofBookings') === (line.kind === 'ofBookings') ? held : 0)
}

function makeLine(name: string, kind: Kind, value: number): BudgetLine {
  return kind === 'ofBookings' ? { name, kind, ratio: value } : { name, kind, amountMinor: value }
}

const digitsOf = (n: number): number => (Number.isInteger(Math.round(n * 1e6) / 1e6) ? 0 : 2)
