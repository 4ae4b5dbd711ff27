// Two cases side by side: month by month, and what makes the difference between them, to the cent.
import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { CaseAssumptions, CaseBase, CaseOutcome, EffectKey } from '#shared/forecasts/case-types.ts'
import { compareCases, explainDifference, workOutCase } from '#shared/forecasts/cases/index.ts'
import { type CaseView, caseSeed } from './case-view.ts'
import { listSaid, useSaidWords } from './said-words.ts'
import { useToolWords } from './use-tool-words.ts'

/** The forecast without any lever, beside the cases. */
const baseId = 'base'
const nothing: CaseAssumptions = { levers: [], hires: [], events: [] }

interface Side {
  readonly id: string
  readonly name: string
  readonly assumptions: CaseAssumptions
  readonly outcome: CaseOutcome
}

export function Compare(view: CaseView) {
  const { base, cases, chosen } = view
  const { t } = useText()
  const chosenId = String(chosen.id)
  const [fromId, setFromId] = useState<string>()
  const [toId, setToId] = useState<string>()
  const options = [
    { value: baseId, label: t('forecasts.cases.tools.compare.base') },
    ...cases.map(({ id, name }) => ({ value: String(id), label: name }))
  ]
  const settle = (id: string | undefined, first: string) =>
    id !== undefined && options.some(({ value }) => value === id) ? id : first
  const to = useSide(view, settle(toId, chosenId))
  const from = useSide(view, settle(fromId, to.id === baseId ? chosenId : baseId))
  return (
    <>
      <div className="case-question">
        <Select
          label={t('forecasts.cases.tools.compare.from')}
          w={230}
          allowDeselect={false}
          value={from.id}
          data={options}
          onChange={(value) => setFromId(value ?? baseId)}
        />
        <Select
          label={t('forecasts.cases.tools.compare.to')}
          w={230}
          allowDeselect={false}
          value={to.id}
          data={options}
          onChange={(value) => setToId(value ?? chosenId)}
        />
      </div>
      {from.id === to.id ? (
        <p className="muted">{t('forecasts.cases.tools.compare.same')}</p>
      ) : (
        <Sides base={base} from={from} to={to} />
      )}
    </>
  )
}

/** The case in view stands as it is being moved; others as they are saved. */
function useSide({ base, cases, chosen, assumptions, outcome }: CaseView, id: string): Side {
  const { t } = useText()
  const baseName = t('forecasts.cases.tools.compare.base')
  const isChosen = id === String(chosen.id)
  const other = isChosen ? undefined : cases.find((each) => String(each.id) === id)
  const worked = useMemo(
    () => (isChosen ? null : workOutCase(base, other?.assumptions ?? nothing, { seed: caseSeed })),
    [base, isChosen, other?.assumptions]
  )
  return worked === null
    ? { id, name: chosen.name, assumptions, outcome }
    : { id, name: other?.name ?? baseName, assumptions: other?.assumptions ?? nothing, outcome: worked }
}

interface SidesProps {
  readonly base: CaseBase
  readonly from: Side
  readonly to: Side
}

function Sides({ base, from, to }: SidesProps) {
  const { t } = useText()
  const { currency } = base
  const words = useToolWords(base)
  const parts = useMemo(
    () => explainDifference(base, from.assumptions, to.assumptions),
    [base, from.assumptions, to.assumptions]
  )
  const delta = to.outcome.middleMinor - from.outcome.middleMinor
  const said = { from: from.name, to: to.name, amount: words.money(Math.abs(delta)) }
  const main = [...parts].sort((a, b) => (b.deltaMinor - a.deltaMinor) * Math.sign(delta || 1))[0]
  const finding =
    delta === 0
      ? t('forecasts.cases.tools.compare.equal', { ...said, amount: words.money(to.outcome.middleMinor) })
      : [
          t(`forecasts.cases.tools.compare.${delta > 0 ? 'more' : 'less'}`, said),
          ...(main && parts.length > 1
            ? [
                t('forecasts.cases.tools.compare.most', {
                  effect: words.effect(main.key),
                  amount: words.signedMoney(main.deltaMinor)
                })
              ]
            : [])
        ].join(', ')
  return (
    <>
      {parts.length > 0 ? (
        <Chart
          kind="waterfall"
          title={finding}
          subtitle={t('forecasts.cases.tools.compare.subtitle', {
            currency,
            year: words.period(`FY${base.fiscalYear}`),
            amount: words.money(from.outcome.middleMinor)
          })}
          labels={parts.map((part) => words.effect(part.key))}
          labelName={t('forecasts.cases.tools.compare.effect')}
          unit={{ kind: 'money', currency }}
          series={[
            {
              key: 'delta',
              label: t('forecasts.cases.tools.compare.change'),
              values: parts.map((part) => part.deltaMinor)
            }
          ]}
          base={from.outcome.middleMinor}
          marks={[
            { key: 'from', label: from.name, value: from.outcome.middleMinor, tone: 'muted' },
            { key: 'to', label: to.name, value: to.outcome.middleMinor, tone: 'accent' }
          ]}
          height={Math.max(120, 60 + 26 * parts.length)}
          exportName="case-difference"
        />
      ) : (
        <p>{finding}</p>
      )}
      <div className="case-halves">
        <Section title={t('forecasts.cases.tools.compare.byEffect')}>
          <EffectTable base={base} from={from} to={to} parts={parts} />
        </Section>
        <Section title={t('forecasts.cases.tools.compare.byMonth')}>
          <MonthTable base={base} from={from} to={to} />
        </Section>
      </div>
    </>
  )
}

interface EffectRow {
  readonly key: EffectKey
  readonly from: string | null
  readonly to: string | null
  readonly deltaMinor: number | null
  readonly isInOthers: boolean
}

type Parts = ReturnType<typeof explainDifference>

function EffectTable({ base, from, to, parts }: SidesProps & { readonly parts: Parts }) {
  const { t } = useText()
  const { currency } = base
  const words = useToolWords(base)
  const said = useSaidWords(base)
  const rows = useMemo((): EffectRow[] => {
    const [one, other] = [listSaid(from.assumptions, said), listSaid(to.assumptions, said)]
    const hasOthers = parts.some((part) => part.key === 'others')
    const keys = new Set([...parts.map((part) => part.key), ...one.keys(), ...other.keys()])
    return [...keys].map((key) => {
      const part = parts.find((each) => each.key === key)
      const [before, after] = [one.get(key) ?? null, other.get(key) ?? null]
      const isInOthers = part === undefined && hasOthers && before !== after
      return { key, from: before, to: after, deltaMinor: part?.deltaMinor ?? (isInOthers ? null : 0), isInOthers }
    })
  }, [from.assumptions, to.assumptions, parts, said])
  const columns = useMemo(
    (): Column<EffectRow>[] => [
      {
        key: 'effect',
        header: t('forecasts.cases.tools.compare.effect'),
        kind: 'text',
        width: 140,
        value: (row) => words.effect(row.key)
      },
      {
        key: 'from',
        header: from.name,
        kind: 'text',
        width: 130,
        value: (row) => row.from,
        missing: t('forecasts.cases.tools.compare.notMoved')
      },
      {
        key: 'to',
        header: to.name,
        kind: 'text',
        width: 130,
        value: (row) => row.to,
        missing: t('forecasts.cases.tools.compare.notMoved')
      },
      {
        key: 'delta',
        header: t('forecasts.cases.tools.compare.difference'),
        kind: 'money',
        currency,
        isSigned: true,
        width: 104,
        value: (row) => row.deltaMinor,
        missing: t('forecasts.cases.tools.compare.inOthers'),
        total: 'sum'
      }
    ],
    [t, words, currency, from.name, to.name]
  )
  return (
    <DataTable
      label={t('forecasts.cases.tools.compare.byEffect')}
      layoutName="case-effects"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      height="auto"
      isCompact
      search={false}
      totals={t('forecasts.cases.tools.compare.yearTotal')}
      exportName="case-effects"
    />
  )
}

interface MonthRow {
  readonly periodKey: string
  readonly fromMinor: number
  readonly toMinor: number
}

function MonthTable({ base, from, to }: SidesProps) {
  const { t } = useText()
  const { currency } = base
  const words = useToolWords(base)
  const both = useMemo(() => compareCases(base, [from.outcome, to.outcome]), [base, from.outcome, to.outcome])
  const rows = useMemo(
    () =>
      both.periodKeys.map(
        (periodKey, at): MonthRow => ({
          periodKey,
          fromMinor: both.cases[0]?.monthsMinor[at] ?? 0,
          toMinor: both.cases[1]?.monthsMinor[at] ?? 0
        })
      ),
    [both]
  )
  const columns = useMemo((): Column<MonthRow>[] => {
    const change = (of: MonthRow) => of.toMinor - of.fromMinor
    const ratio = (of: Pick<MonthRow, 'fromMinor' | 'toMinor'>) =>
      of.fromMinor === 0 ? null : (of.toMinor - of.fromMinor) / Math.abs(of.fromMinor)
    const year = { fromMinor: from.outcome.middleMinor, toMinor: to.outcome.middleMinor }
    const yearOf = ({ name, outcome }: Side) => (
      <Why title={name} of={<Money minor={outcome.middleMinor} currency={currency} isBare digits={0} />}>
        <WhySteps
          steps={[
            {
              key: 'range',
              label: t('forecasts.cases.tools.compare.range'),
              value: outcome.range
                ? `${words.money(outcome.range.p10Minor)} – ${words.money(outcome.range.p90Minor)}`
                : t('forecasts.cases.tools.noRange')
            },
            { key: 'middle', label: t('forecasts.cases.tools.middle'), value: words.money(outcome.middleMinor) }
          ]}
        />
        <WhyNote>{t('forecasts.cases.tools.compare.why')}</WhyNote>
      </Why>
    )
    return [
      {
        key: 'month',
        header: t('forecasts.cases.tools.compare.month'),
        kind: 'custom',
        width: 96,
        value: (row) => row.periodKey,
        text: (row) => words.period(row.periodKey),
        render: (row) => words.period(row.periodKey)
      },
      {
        key: 'from',
        header: from.name,
        kind: 'money',
        currency,
        width: 112,
        value: (row) => row.fromMinor,
        total: () => yearOf(from)
      },
      {
        key: 'to',
        header: to.name,
        kind: 'money',
        currency,
        width: 112,
        value: (row) => row.toMinor,
        total: () => yearOf(to)
      },
      {
        key: 'difference',
        header: t('forecasts.cases.tools.compare.difference'),
        kind: 'money',
        currency,
        isSigned: true,
        width: 104,
        value: change,
        total: 'sum'
      },
      {
        key: 'ratio',
        header: t('forecasts.cases.tools.compare.ratio'),
        kind: 'percent',
        digits: 1,
        isSigned: true,
        width: 96,
        value: ratio,
        missing: t('forecasts.cases.tools.compare.noRatio'),
        total: () => (
          <Percent ratio={ratio(year)} isSigned digits={1} reason={t('forecasts.cases.tools.compare.noRatio')} />
        )
      }
    ]
  }, [t, words, currency, from, to])
  return (
    <DataTable
      label={t('forecasts.cases.tools.compare.byMonth')}
      layoutName="case-months"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.periodKey}
      height="auto"
      isCompact
      search={false}
      totals={t('forecasts.cases.tools.compare.yearTotal')}
      exportName="case-months"
    />
  )
}
