// Three key numbers: what it comes to by the end, what is open, and the target with the chance to reach it.

import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { MoneyField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

interface KeyFiguresProps extends ResultProps {
  readonly scenarioId: ScenarioId
}

export function KeyFigures({ scenarioId, overview, result }: KeyFiguresProps) {
  const { t } = useText()
  const words = usePipelineWords(overview.currency)
  const { total } = result
  const end = words.period(total.fiscalYear === null ? total.toKey : `FY${total.fiscalYear}`)
  return (
    <KeyNumbers>
      <KeyNumber
        label={t('forecasts.pipeline.key.total', { end })}
        value={<WhyTotal overview={overview} result={result} />}
        against={t('forecasts.pipeline.key.totalHelp', { middle: words.money(total.p50Minor) })}
      />
      <KeyNumber
        label={t('forecasts.pipeline.key.open')}
        value={
          <Money
            minor={overview.open.withoutAmount === overview.open.deals ? null : overview.open.amountMinor}
            currency={overview.currency}
            digits={0}
            reason={t('forecasts.pipeline.key.openNothing')}
          />
        }
        against={
          overview.open.withoutAmount === 0
            ? undefined
            : t('forecasts.pipeline.key.openWithout', { count: overview.open.withoutAmount })
        }
        since={t('forecasts.pipeline.key.openHelp', {
          count: overview.open.deals,
          expected: words.money(total.openMinor)
        })}
      />
      <Target scenarioId={scenarioId} overview={overview} result={result} />
    </KeyNumbers>
  )
}

function Target({ scenarioId, overview, result }: KeyFiguresProps) {
  const { t } = useText()
  const format = useFormat()
  const { isLocked } = useSession()
  const words = usePipelineWords(overview.currency)
  const save = useCommand('forecasts.changeSettings')
  const [draft, setDraft] = useState<number | null>()
  const { total } = result
  const { target, reachRatio } = total
  const isTyped = total.fiscalYear !== null && total.fiscalYear === overview.planYear
  const year = words.period(`FY${total.fiscalYear ?? overview.planYear}`)
  const commit = () => {
    if (draft === undefined || draft === (target?.amountMinor ?? null)) return
    void save.run({ scenarioId, change: { targetMinor: draft === 0 ? null : draft } })
    setDraft(undefined)
  }
  return (
    <KeyNumber
      label={
        isTyped || total.fiscalYear !== null
          ? t('forecasts.pipeline.key.target', { year })
          : t('forecasts.pipeline.key.targetSum')
      }
      value={
        target === null ? (
          <Missing reason={t('forecasts.pipeline.key.targetNote')} />
        ) : (
          <Why
            title={t('forecasts.pipeline.key.chance', { chance: words.chance(reachRatio ?? 0) })}
            of={words.chance(reachRatio ?? 0)}
          >
            <p>
              {t('forecasts.pipeline.why.reach', {
                runs: format.number(result.forecast.runs),
                target: words.money(target.amountMinor)
              })}
            </p>
          </Why>
        )
      }
      against={
        target === null
          ? t('forecasts.pipeline.key.targetNone')
          : t('forecasts.pipeline.key.toReach', {
              target: words.money(target.amountMinor),
              source: t(`forecasts.pipeline.key.${target.source}`)
            })
      }
    >
      {isTyped ? (
        <form
          className="pipeline-target"
          onBlur={commit}
          onSubmit={(event) => {
            event.preventDefault()
            commit()
          }}
        >
          <MoneyField
            label={t('forecasts.pipeline.key.target', { year })}
            isLabelHidden
            currency={overview.currency}
            value={draft === undefined ? (target?.amountMinor ?? null) : draft}
            placeholder={t('forecasts.pipeline.key.targetType')}
            isDisabled={isLocked}
            onChange={setDraft}
          />
        </form>
      ) : (
        <span className="muted small">{t('forecasts.pipeline.key.targetLater')}</span>
      )}
    </KeyNumber>
  )
}

function WhyTotal({ overview, result }: ResultProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const { total, forecast } = result
  const money = (minor: number) => <Money minor={minor} currency={overview.currency} digits={0} />
  const from = words.period(total.fromKey)
  const steps: WhyStep[] = [
    ...(total.fiscalYear === null || total.beforeMinor === 0
      ? []
      : [
          {
            key: 'before',
            label: t('forecasts.pipeline.why.before', { year: words.period(`FY${total.fiscalYear}`), from }),
            value: money(total.beforeMinor)
          }
        ]),
    { key: 'booked', label: t('forecasts.pipeline.why.booked', { from }), value: money(total.bookedMinor) },
    { key: 'open', label: t('forecasts.pipeline.why.open'), value: money(total.openMinor) },
    { key: 'new', label: t('forecasts.pipeline.why.new'), value: money(total.newMinor) },
    { key: 'mean', label: t('forecasts.pipeline.why.mean'), value: money(total.meanMinor), isResult: true },
    { key: 'p10', label: t('forecasts.pipeline.why.p10'), value: money(total.p10Minor) },
    { key: 'p50', label: t('forecasts.pipeline.why.p50'), value: money(total.p50Minor) },
    { key: 'p90', label: t('forecasts.pipeline.why.p90'), value: money(total.p90Minor) },
    {
      key: '95',
      label: t('forecasts.pipeline.why.range95'),
      value: words.range(total.low95Minor, total.high95Minor)
    }
  ]
  const basis = forecast.newDeals
  return (
    <Why
      title={t('forecasts.pipeline.why.total', {
        low: words.money(total.p10Minor),
        high: words.money(total.p90Minor)
      })}
      of={words.short(total.p10Minor, total.p90Minor).join(' – ')}
    >
      <WhySteps steps={steps} />
      <WhyNote>
        {t('forecasts.pipeline.why.runs', {
          runs: format.number(forecast.runs),
          seed: String(forecast.seed),
          shock: `± ${format.percent(forecast.shockSize, 1)}`
        })}
      </WhyNote>
      <WhyNote>
        {basis === null
          ? t('forecasts.pipeline.why.noNew')
          : t('forecasts.pipeline.why.runsNew', {
              perMonth: format.number(basis.madePerMonth, 1),
              months: format.number(basis.months),
              won: format.percent(basis.winRatio.chanceRatio),
              n: format.number(basis.winRatio.n),
              mean: words.money(basis.meanWonMinor)
            })}
        {basis?.isSeasonal ? ` ${t('forecasts.pipeline.why.runsNewSeason')}` : null}
      </WhyNote>
      {forecast.record?.isApplied ? (
        <WhyNote>
          {t('forecasts.pipeline.notes.record', {
            count: forecast.record.cuts.length,
            factor: `× ${format.number(forecast.record.factor, 2)}`
          })}
        </WhyNote>
      ) : null}
    </Why>
  )
}
