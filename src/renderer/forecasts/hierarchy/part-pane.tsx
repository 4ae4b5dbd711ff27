// Why a part's forecast is what it is: what it was by itself, what adding up added and from where, its range, and its history.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { PartForecast, PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import { useForecastWords } from '../outlook/use-words.ts'
import { usePartWords } from './use-part-words.ts'
import './hierarchy.css'

/** Older periods leave no room to see what comes. */
const periodsDrawn = 24

interface PartPaneProps {
  readonly part: PartForecast
  readonly forecast: PartsForecast
}

export function PartPane({ part, forecast }: PartPaneProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePartWords()
  const { currency, shrinkageRatio, reconciler } = forecast
  const { total } = part
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const steps = useSteps(part, forecast)
  const isAdded = total.middleMinor !== null && total.baseMinor !== null && part.status === 'forecast'
  const missing = words.missing(part)
  return (
    <div className="parts-pane">
      {total.middleMinor === null ? (
        <p>{missing ?? t('forecasts.hierarchy.why.noForecast')}</p>
      ) : (
        <Why title={t('forecasts.hierarchy.why.title', { amount: money(total.middleMinor) })}>
          {isAdded ? <p>{t(`forecasts.hierarchy.reconcilers.${reconciler}.how`)}</p> : null}
          <WhySteps steps={steps} />
          <WhyNote>{t('forecasts.hierarchy.why.allPeriods')}</WhyNote>
          {isAdded && total.low80Minor !== null ? (
            <WhyNote>
              {part.widthRatio === null
                ? t('forecasts.hierarchy.why.widthUnknown')
                : t('forecasts.hierarchy.why.width', { ratio: format.percent(part.widthRatio, 0) })}
            </WhyNote>
          ) : null}
          {isAdded && shrinkageRatio !== null ? (
            <WhyNote>
              {t('forecasts.hierarchy.why.shrinkage', { ratio: format.percent(shrinkageRatio, 0) })}{' '}
              {t('forecasts.hierarchy.why.errors')}
            </WhyNote>
          ) : null}
          <WhyNote>{t(`forecasts.hierarchy.reconcilers.${reconciler}.source`)}</WhyNote>
        </Why>
      )}
      {part.method === null || part.reason === null ? null : (
        <p>
          <strong>{t(`forecasts.hierarchy.methods.${part.method}`)}</strong>{' '}
          {t(`forecasts.methodWords.reasons.${part.reason}`, {
            share: format.percent(part.baselineShareRatio ?? 0, 0)
          })}
        </p>
      )}
      {part.notes.length > 0 ? (
        <ul>
          {part.notes.map((note) => (
            <li key={note.kind}>{words.note(note)}</li>
          ))}
        </ul>
      ) : null}
      {part.history.some((value) => value !== null) ? <PartChart part={part} forecast={forecast} /> : null}
    </div>
  )
}

function useSteps(part: PartForecast, forecast: PartsForecast): WhyStep[] {
  const { t } = useText()
  const format = useFormat()
  const words = usePartWords()
  const { currency, reconciler } = forecast
  const { total } = part
  if (total.middleMinor === null) return []
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const signed = (minor: number) => <Money minor={minor} currency={currency} isSigned digits={0} />
  const result: WhyStep = {
    key: 'result',
    label: t('forecasts.hierarchy.why.result'),
    value: <Money minor={total.middleMinor} currency={currency} />,
    isResult: true
  }
  const base: WhyStep = {
    key: 'base',
    label: t('forecasts.hierarchy.why.base'),
    value: <Money minor={total.baseMinor} currency={currency} reason={t('forecasts.hierarchy.why.noForecast')} />
  }
  if (part.status === 'ended' || total.baseMinor === null)
    return [
      base,
      { key: 'ended', label: t('forecasts.hierarchy.why.ended'), value: signed(-(total.baseMinor ?? 0)) },
      result
    ]
  const moved = total.middleMinor - total.baseMinor
  const nameOf = (key: string) => {
    const found = forecast.parts.find((each) => each.key === key)
    return found ? words.name(found) : key
  }
  const pulls = part.pulls.map((pull): WhyStep => {
    const sign = pull.gapMinor > 0 ? 'pullMore' : 'pullLess'
    return {
      key: pull.key,
      label: t(`forecasts.hierarchy.why.${sign}`, { name: nameOf(pull.key), gap: money(Math.abs(pull.gapMinor)) }),
      value: signed(pull.movedMinor)
    }
  })
  const rest = moved - part.pulls.reduce((sum, pull) => sum + pull.movedMinor, 0)
  const children = forecast.parts.filter((each) => each.parentKey === part.key && each.status === 'forecast').length
  const why = (): WhyStep[] => {
    if (reconciler === 'bottomUp')
      return children > 0
        ? [{ key: 'children', label: t('forecasts.hierarchy.why.children', { count: children }), value: signed(moved) }]
        : [{ key: 'kept', label: t('forecasts.hierarchy.why.kept'), value: signed(moved) }]
    if (reconciler === 'topDownForecast' || reconciler === 'topDownHistory') {
      if (part.parentKey === null)
        return [{ key: 'kept', label: t('forecasts.hierarchy.why.kept'), value: signed(moved) }]
      const share = format.percent(part.shareRatio ?? 0, 1)
      return [{ key: 'shared', label: t('forecasts.hierarchy.why.shared', { share }), value: signed(moved) }]
    }
    return rest === 0
      ? pulls
      : [...pulls, { key: 'rest', label: t('forecasts.hierarchy.why.rest'), value: signed(rest) }]
  }
  const between = (low: number | null, high: number | null) =>
    low === null || high === null ? undefined : `${money(low)} – ${money(high)}`
  const ranges = [
    { key: '80', label: t('forecasts.hierarchy.why.range80'), value: between(total.low80Minor, total.high80Minor) },
    { key: '95', label: t('forecasts.hierarchy.why.range95'), value: between(total.low95Minor, total.high95Minor) }
  ].filter((each) => each.value !== undefined)
  return [base, ...why(), result, ...ranges]
}

function PartChart({ part, forecast }: PartPaneProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const keys = forecast.historyKeys.slice(-periodsDrawn)
  const sold = part.history.slice(-periodsDrawn)
  const none = <T,>(list: readonly T[]) => list.map(() => null)
  const { points, total } = part
  const isAdded = points.some((point) => point.middleMinor !== null && part.status === 'forecast')
  const middle = total.middleMinor ?? total.baseMinor
  return (
    <Chart
      kind="line"
      title={
        middle === null
          ? t('forecasts.hierarchy.chart.sold')
          : t('forecasts.hierarchy.chart.title', { middle: format.money(middle, forecast.currency, { digits: 0 }) })
      }
      subtitle={t('forecasts.hierarchy.chart.subtitle', {
        period: t(`forecasts.period.${forecast.grain}`),
        currency: forecast.currency
      })}
      labels={[...keys, ...forecast.periods.map((period) => period.key)].map(words.period)}
      labelName={t('forecasts.columns.period')}
      unit={{ kind: 'money', currency: forecast.currency }}
      height={190}
      series={[
        {
          key: 'sold',
          label: t('forecasts.hierarchy.chart.sold'),
          values: [...sold, ...none(points)],
          color: 'muted'
        },
        {
          key: 'base',
          label: t('forecasts.hierarchy.chart.base'),
          values: [...none(sold), ...points.map((point) => point.baseMinor)],
          isDashed: true,
          color: 2
        },
        ...(isAdded
          ? [
              {
                key: 'middle',
                label: t('forecasts.hierarchy.chart.middle'),
                values: [...none(sold), ...points.map((point) => point.middleMinor)],
                color: 1 as const
              }
            ]
          : [])
      ]}
      bands={
        isAdded && points.some((point) => point.low80Minor !== null)
          ? [
              {
                key: 'range80',
                label: t('forecasts.hierarchy.chart.range80'),
                low: [...none(sold), ...points.map((point) => point.low80Minor)],
                high: [...none(sold), ...points.map((point) => point.high80Minor)],
                color: 1
              }
            ]
          : []
      }
    />
  )
}
