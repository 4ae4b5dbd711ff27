// Which percentile to plan on when planning too much and too little don't cost the same, and what each plan is expected to cost.
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { CaseBase, CaseOutcome, CostOfError } from '#shared/forecasts/case-types.ts'
import { missedBy } from '#shared/forecasts/cases/cost-of-error.ts'
import { type ErrorCost, findPlanPercentile, rangeOf } from '#shared/forecasts/cases/index.ts'
import type { CaseView } from './case-view.ts'
import { useToolWords } from './use-tool-words.ts'

interface Draft {
  readonly overRatio: number | null
  readonly underRatio: number | null
}

const highestCost = 1000
const untold: Draft = { overRatio: null, underRatio: null }

export function CostOfBeingWrong({ scenarioId, base, settings, outcome, isLocked }: CaseView) {
  const { t } = useText()
  const { run } = useCommand('forecasts.changeSettings')
  const [draft, setDraft] = useState<Draft>()
  const said = draft ?? settings.costOfError ?? untold
  const cost = readCost(said)
  const isEmpty = said.overRatio === null && said.underRatio === null
  const save = async () => {
    if (draft === undefined || (cost === undefined && !isEmpty)) return
    await run({ scenarioId, change: { costOfError: cost ?? null } })
    // What was typed meanwhile stays.
    setDraft((current) => (current === draft ? undefined : current))
  }
  const { percentilesMinor } = outcome
  const found = percentilesMinor && cost ? findPlanPercentile(percentilesMinor, cost) : null
  return (
    <>
      <p className="muted">{t('forecasts.cases.tools.cost.about')}</p>
      <fieldset
        aria-label={t('forecasts.cases.tools.kinds.cost')}
        className="case-question"
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      >
        <PercentField
          label={t('forecasts.cases.tools.cost.over')}
          help={t('forecasts.cases.tools.cost.overHelp')}
          value={said.overRatio}
          digits={0}
          isDisabled={isLocked}
          onChange={(overRatio) => setDraft({ ...said, overRatio })}
        />
        <PercentField
          label={t('forecasts.cases.tools.cost.under')}
          help={t('forecasts.cases.tools.cost.underHelp')}
          value={said.underRatio}
          digits={0}
          isDisabled={isLocked}
          onChange={(underRatio) => setDraft({ ...said, underRatio })}
        />
      </fieldset>
      {percentilesMinor === null ? (
        <p className="muted">{t('forecasts.cases.tools.noRange')}</p>
      ) : cost !== undefined && found !== null ? (
        <Found found={found} cost={cost} outcome={outcome} percentilesMinor={percentilesMinor} base={base} />
      ) : (
        <p className={isEmpty ? 'muted' : 'negative'} role={isEmpty ? undefined : 'alert'}>
          {t(isEmpty ? 'forecasts.cases.tools.cost.none' : 'forecasts.cases.tools.cost.needsBoth')}
        </p>
      )}
    </>
  )
}

/** Undefined while it isn't one: both are to be said, and one of them above 0. */
function readCost({ overRatio, underRatio }: Draft): CostOfError | undefined {
  if (overRatio === null || underRatio === null) return undefined
  const isCost = (ratio: number) => ratio >= 0 && ratio <= highestCost
  return isCost(overRatio) && isCost(underRatio) && overRatio + underRatio > 0 ? { overRatio, underRatio } : undefined
}

interface FoundProps {
  readonly found: ErrorCost
  readonly cost: CostOfError
  readonly outcome: CaseOutcome
  readonly percentilesMinor: readonly number[]
  readonly base: CaseBase
}

function Found({ found, cost, outcome, percentilesMinor, base }: FoundProps) {
  const { t } = useText()
  const { currency } = base
  const words = useToolWords(base)
  const { best, median } = found
  const range = rangeOf(percentilesMinor)
  const percentile = words.percentile(best.percentileRatio)
  const points = useMemo(() => withBest(found), [found])
  return (
    <>
      <KeyNumbers>
        <KeyNumber
          label={t('forecasts.cases.tools.cost.plan', { percentile })}
          value={
            <Why
              title={t('forecasts.cases.tools.cost.whyTitle', { percentile })}
              of={<Money minor={best.planMinor} currency={currency} digits={0} />}
            >
              <WhyPlan found={found} cost={cost} base={base} />
            </Why>
          }
          against={t('forecasts.cases.tools.cost.planFrom', {
            low: words.money(range.p10Minor),
            high: words.money(range.p90Minor)
          })}
        />
        <KeyNumber
          label={t('forecasts.cases.tools.cost.expected')}
          value={<Money minor={best.expectedMinor} currency={currency} digits={0} />}
          against={t('forecasts.cases.tools.cost.saves', {
            amount: words.money(median.expectedMinor - best.expectedMinor)
          })}
        />
      </KeyNumbers>
      <div className="case-halves">
        <Chart
          kind="line"
          title={t('forecasts.cases.tools.cost.chartTitle', { percentile, cost: words.money(best.expectedMinor) })}
          subtitle={t('forecasts.cases.tools.cost.chartSubtitle', {
            currency,
            year: words.period(`FY${base.fiscalYear}`)
          })}
          labels={points.map((point) => words.percentile(point.percentileRatio))}
          labelName={t('forecasts.cases.tools.cost.percentile')}
          unit={{ kind: 'money', currency }}
          series={[
            {
              key: 'both',
              label: t('forecasts.cases.tools.cost.both'),
              values: points.map((point) => point.expectedMinor)
            },
            {
              key: 'over',
              label: t('forecasts.cases.tools.cost.overCost'),
              values: points.map((point) => point.overMinor),
              isDashed: true,
              color: 2
            },
            {
              key: 'under',
              label: t('forecasts.cases.tools.cost.underCost'),
              values: points.map((point) => point.underMinor),
              isDashed: true,
              color: 3
            }
          ]}
          marks={[{ key: 'best', label: percentile, at: percentile, tone: 'accent' }]}
          height={240}
          exportName="case-cost-of-error"
        />
        <PlanTable {...{ found, cost, outcome, percentilesMinor, base }} />
      </div>
    </>
  )
}

function WhyPlan({ found, cost, base }: Pick<FoundProps, 'found' | 'cost' | 'base'>) {
  const { t } = useText()
  const format = useFormat()
  const words = useToolWords(base)
  const percentile = words.percentile(found.criticalRatio)
  return (
    <>
      <WhySteps
        steps={[
          {
            key: 'under',
            label: t('forecasts.cases.tools.cost.whyUnder'),
            value: format.percent(cost.underRatio, 1)
          },
          { key: 'over', label: t('forecasts.cases.tools.cost.whyOver'), value: format.percent(cost.overRatio, 1) },
          {
            key: 'ratio',
            label: t('forecasts.cases.tools.cost.whyRatio'),
            value: format.percent(found.criticalRatio, 1)
          },
          {
            key: 'plan',
            label: t('forecasts.cases.tools.cost.whyPlan', { percentile }),
            value: words.money(found.best.planMinor),
            isResult: true
          }
        ]}
      />
      <WhyNote>{t('forecasts.cases.tools.cost.whySource')}</WhyNote>
      <WhyNote>{t('forecasts.cases.tools.cost.whyLimits')}</WhyNote>
    </>
  )
}

interface PlanRow {
  readonly key: string
  readonly name: string
  readonly planMinor: number
  readonly overMinor: number
  readonly underMinor: number
  readonly expectedMinor: number
}

function PlanTable({ found, cost, outcome, percentilesMinor, base }: FoundProps) {
  const { t } = useText()
  const { currency } = base
  const words = useToolWords(base)
  const rows = useMemo((): PlanRow[] => {
    const tenths = found.curve.filter((point) => isTenth(point.percentileRatio))
    const listed = tenths.map(
      (point): PlanRow => ({
        key: String(point.percentileRatio),
        name: words.percentile(point.percentileRatio),
        ...point
      })
    )
    const missed = missedBy(percentilesMinor, outcome.middleMinor)
    const overMinor = Math.round(cost.overRatio * missed.below)
    const underMinor = Math.round(cost.underRatio * missed.above)
    const percentile = words.percentile(found.criticalRatio)
    return [
      ...listed,
      { key: 'best', name: t('forecasts.cases.tools.cost.best', { percentile }), ...found.best },
      {
        key: 'middle',
        name: t('forecasts.cases.tools.cost.middleOf'),
        planMinor: outcome.middleMinor,
        overMinor,
        underMinor,
        expectedMinor: overMinor + underMinor
      }
    ].sort((a, b) => a.planMinor - b.planMinor)
  }, [t, words, found, cost, outcome, percentilesMinor])
  const columns = useMemo((): Column<PlanRow>[] => {
    const money = (key: string, header: string, value: (row: PlanRow) => number): Column<PlanRow> => ({
      key,
      header,
      kind: 'money',
      currency,
      width: 104,
      value
    })
    return [
      {
        key: 'name',
        header: t('forecasts.cases.tools.cost.percentile'),
        kind: 'text',
        width: 130,
        value: (row) => row.name
      },
      money('plan', t('forecasts.cases.tools.cost.amount'), (row) => row.planMinor),
      money('expected', t('forecasts.cases.tools.cost.both'), (row) => row.expectedMinor),
      money('more', t('forecasts.cases.tools.cost.more'), (row) => row.expectedMinor - found.best.expectedMinor),
      {
        ...money('over', t('forecasts.cases.tools.cost.overCost'), (row) => row.overMinor),
        isHiddenAtFirst: true
      },
      {
        ...money('under', t('forecasts.cases.tools.cost.underCost'), (row) => row.underMinor),
        isHiddenAtFirst: true
      }
    ]
  }, [t, found, currency])
  return (
    <DataTable
      label={t('forecasts.cases.tools.cost.table')}
      layoutName="case-cost-of-error"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      height="auto"
      isCompact
      search={false}
      exportName="case-cost-of-error"
    />
  )
}

const isTenth = (ratio: number): boolean => Number.isInteger(Math.round(ratio * 1e6) / 1e5)

/** The curve with the cheapest plan on it, in order. */
function withBest({ curve, best }: ErrorCost) {
  const isListed = curve.some((point) => Math.abs(point.percentileRatio - best.percentileRatio) < 1e-9)
  return isListed ? curve : [...curve, best].sort((a, b) => a.percentileRatio - b.percentileRatio)
}
