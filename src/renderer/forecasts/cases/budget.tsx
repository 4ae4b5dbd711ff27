// What a case costs: lines that follow from its bookings, sellers and hires, and what they leave, at P10, P50 and P90.
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { type BudgetView, workOutBudget } from '#shared/forecasts/cases/index.ts'
import { type BudgetAt, BudgetLines, budgetRanks } from './budget-lines.tsx'
import { BudgetPeriods } from './budget-periods.tsx'
import type { CaseView } from './case-view.ts'
import { useCaseWords } from './use-case-words.ts'
import { useToolWords } from './use-tool-words.ts'

export function Budget({ scenarioId, base, settings, assumptions, outcome, isLocked }: CaseView) {
  const { t } = useText()
  const words = useToolWords(base)
  const [grain, setGrain] = useState<'month' | 'quarter'>('quarter')
  const [chosen, setChosen] = useState<BudgetAt>('p50')
  const { budgetLines } = settings
  const budget = useMemo(
    () => workOutBudget(base, assumptions, outcome, budgetLines),
    [base, assumptions, outcome, budgetLines]
  )
  const at = budget.p50 === null ? 'middle' : chosen
  const totals = budget[at] ?? budget.middle
  const atWords = at === 'middle' ? t('forecasts.cases.tools.goal.atMiddle') : at.toUpperCase()
  return (
    <>
      <p className="muted">
        {t('forecasts.cases.tools.budget.about')} {budget.p50 === null ? t('forecasts.cases.tools.noRange') : null}
      </p>
      {budgetLines.length > 0 ? <Figures budget={budget} base={base} /> : null}
      <Section title={t('forecasts.cases.tools.budget.lines')}>
        <BudgetLines scenarioId={scenarioId} base={base} lines={budgetLines} budget={budget} isLocked={isLocked} />
      </Section>
      {budgetLines.length > 0 ? (
        <Section
          title={t('forecasts.cases.tools.budget.byPeriod')}
          subtitle={t('forecasts.cases.tools.budget.whyAt', { at: atWords })}
          actions={
            <div className="case-choices">
              <SegmentedControl
                aria-label={t('forecasts.cases.tools.budget.grain')}
                value={grain}
                data={[
                  { value: 'quarter', label: t('forecasts.grains.quarter') },
                  { value: 'month', label: t('forecasts.grains.month') }
                ]}
                onChange={(value) => setGrain(value === 'month' ? 'month' : 'quarter')}
              />
              {budget.p50 === null ? null : (
                <SegmentedControl
                  aria-label={t('forecasts.cases.tools.budget.at')}
                  value={at}
                  data={[
                    ...budgetRanks.map((value) => ({ value, label: value.toUpperCase() })),
                    { value: 'middle', label: t('forecasts.cases.tools.middle') }
                  ]}
                  onChange={(value) => setChosen(budgetRanks.find((each) => each === value) ?? 'middle')}
                />
              )}
            </div>
          }
        >
          <BudgetPeriods base={base} heads={budget.heads} totals={totals} grain={grain} words={words} />
        </Section>
      ) : null}
    </>
  )
}

interface FiguresProps {
  readonly budget: BudgetView
  readonly base: CaseView['base']
}

/** The range before the middle; without a range the middle alone. */
function Figures({ budget, base }: FiguresProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useToolWords(base)
  const { short } = useCaseWords(base.currency)
  const { p10, p50, p90, middle } = budget
  const shown = p50 ?? middle
  const at = p50 === null ? t('forecasts.cases.tools.goal.atMiddle') : 'P50'
  // Lines that fall while bookings rise turn the ends around.
  const span = (one: number, other: number) => {
    const [low = '', high = ''] = short(Math.min(one, other), Math.max(one, other))
    return t('forecasts.cases.tools.budget.range', { low, high })
  }
  const leftOf = (totals: BudgetView['middle']) => totals.bookingsMinor.reduce((a, b) => a + b, 0) - totals.totalMinor
  return (
    <KeyNumbers>
      <KeyNumber
        label={t('forecasts.cases.tools.budget.costs')}
        value={p10 && p90 ? span(p10.totalMinor, p90.totalMinor) : words.money(middle.totalMinor)}
        against={
          p50
            ? t('forecasts.cases.tools.budget.costsAgainst', { middle: words.money(p50.totalMinor) })
            : t('forecasts.cases.tools.budget.costsMiddle')
        }
      />
      <KeyNumber
        label={t('forecasts.cases.tools.budget.ratio')}
        value={
          shown.ofBookingsRatio === null ? (
            <Missing reason={t('forecasts.cases.tools.budget.noBookings')} />
          ) : (
            format.percent(shown.ofBookingsRatio, 1)
          )
        }
        against={t('forecasts.cases.tools.budget.ratioAgainst', { at })}
      />
      <KeyNumber
        label={t('forecasts.cases.tools.budget.left')}
        value={p10 && p90 ? span(leftOf(p10), leftOf(p90)) : words.money(leftOf(middle))}
        against={
          p50
            ? t('forecasts.cases.tools.budget.costsAgainst', { middle: words.money(leftOf(p50)) })
            : t('forecasts.cases.tools.budget.costsMiddle')
        }
      />
    </KeyNumbers>
  )
}
