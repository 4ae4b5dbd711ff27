// Why a middle is what it is: the periods it is made from, the rule, and where the range comes from.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Why, WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { ForecastDraft, ForecastPoint, ForecastRange, MethodId } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'

export function WhyPoint({ draft, point }: { readonly draft: ForecastDraft; readonly point: ForecastPoint }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { currency } = draft.series
  const middle = format.money(point.middleMinor, currency, { digits: 0 })
  return (
    <Why
      title={t('forecasts.why.title', { period: words.period(point.periodKey), middle })}
      of={<Money minor={point.middleMinor} currency={currency} isBare digits={0} />}
    >
      <p>{t(`forecasts.methods.${draft.method}.how`)}</p>
      <WhySteps
        steps={[
          ...useSourceSteps(draft, point),
          {
            key: 'middle',
            label: t('forecasts.why.middle'),
            value: <Money minor={point.middleMinor} currency={currency} />,
            isResult: true
          },
          ...useRangeSteps(draft, point)
        ]}
      />
      <RangeNote draft={draft} />
    </Why>
  )
}

const totalNotes = {
  errors: 'forecasts.why.totalErrors',
  pastPeriods: 'forecasts.why.totalErrors',
  predictive: 'forecasts.why.totalTogether',
  spread: 'forecasts.why.totalSpread'
} as const

export function WhyTotal({ draft }: { readonly draft: ForecastDraft }) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const { total, series } = draft
  const { currency } = series
  const middle = format.money(total.middleMinor, currency, { digits: 0 })
  const span = words.span(total.fromKey, total.toKey)
  return (
    <Why
      title={t('forecasts.why.totalTitle', { span, middle })}
      of={<Money minor={total.middleMinor} currency={currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          ...draft.points.map((point) => ({
            key: point.periodKey,
            label: words.period(point.periodKey),
            value: <Money minor={point.middleMinor} currency={currency} />
          })),
          {
            key: 'middle',
            label: t('forecasts.why.middle'),
            value: <Money minor={total.middleMinor} currency={currency} />,
            isResult: true
          },
          ...useRangeSteps(draft, total)
        ]}
      />
      {draft.rangeBasis === 'none' || draft.rangeBasis === 'noSpread' ? null : (
        <WhyNote>{t(totalNotes[draft.rangeBasis])}</WhyNote>
      )}
      <RangeNote draft={draft} />
    </Why>
  )
}

/** More periods than these are named by their first and last. */
const mostListed = 4

function useSourceSteps(draft: ForecastDraft, point: ForecastPoint): WhyStep[] {
  const { t } = useText()
  const words = useForecastWords()
  const { currency, points } = draft.series
  const bySource = points.filter((each) => point.sourceKeys.includes(each.periodKey))
  if (draft.method === 'mean') {
    const sum = bySource.reduce((total, each) => total + each.amountMinor, 0)
    return [
      {
        key: 'average',
        label: t('forecasts.why.average', { count: bySource.length }),
        value: <Money minor={Math.round(sum / Math.max(1, bySource.length))} currency={currency} />
      }
    ]
  }
  const [first, newest] = [bySource[0], bySource.at(-1)]
  // A method that looks at the whole history would list all of it.
  if (bySource.length > mostListed && first && newest)
    return [
      {
        key: 'all',
        label: t('forecasts.why.all', {
          count: bySource.length,
          from: words.period(first.periodKey),
          to: words.period(newest.periodKey)
        })
      }
    ]
  const steps = bySource.map((each) => ({
    key: each.periodKey,
    label: t('forecasts.why.sold', { period: words.period(each.periodKey) }),
    value: <Money minor={each.amountMinor} currency={currency} />
  }))
  if (draft.method !== 'drift') return steps
  const last = bySource.at(-1)?.amountMinor ?? 0
  const ahead = draft.points.indexOf(point) + 1
  const change = { key: 'change', label: t('forecasts.why.change', { steps: ahead }) }
  return [...steps, { ...change, value: <Money minor={point.middleMinor - last} currency={currency} isSigned /> }]
}

function useRangeSteps(draft: ForecastDraft, range: ForecastRange): WhyStep[] {
  const { t } = useText()
  const format = useFormat()
  const { currency } = draft.series
  const between = (low: number | null, high: number | null) =>
    low === null || high === null
      ? '—'
      : `${format.money(low, currency, { digits: 0 })} – ${format.money(high, currency, { digits: 0 })}`
  if (draft.rangeBasis === 'none') return []
  // Where the range doesn't stand on past errors their size explains nothing.
  const size = draft.rangeBasis === 'errors' && draft.errorSizeMinor !== null ? draft.errorSizeMinor : undefined
  return [
    ...(size === undefined
      ? []
      : [
          {
            key: 'size',
            label: t('forecasts.why.errorSize'),
            value: <Money minor={size} currency={currency} digits={0} />
          }
        ]),
    { key: '80', label: t('forecasts.why.range80'), value: between(range.low80Minor, range.high80Minor) },
    { key: '95', label: t('forecasts.why.range95'), value: between(range.low95Minor, range.high95Minor) }
  ]
}

const simpleMethods: readonly MethodId[] = ['seasonalNaive', 'naive', 'drift', 'mean']

/** The automatic forecast that fell back on the baseline has the baseline's range. */
function rangeMethodOf({ method, explanation }: ForecastDraft): MethodId {
  if (explanation?.kind !== 'automatic') return method
  return explanation.method === 'naive' || explanation.method === 'seasonalNaive' ? explanation.method : method
}

function RangeNote({ draft }: { readonly draft: ForecastDraft }) {
  const { t } = useText()
  const formula = t(`forecasts.methods.${rangeMethodOf(draft)}.range`)
  return (
    <>
      {draft.rangeBasis === 'errors' ? (
        <WhyNote>{t('forecasts.why.rangeErrors', { count: draft.errorCount, formula })}</WhyNote>
      ) : null}
      {draft.rangeBasis === 'predictive' ? (
        <WhyNote>{t('forecasts.why.rangePredictive', { count: draft.errorCount, formula })}</WhyNote>
      ) : null}
      {draft.rangeBasis === 'pastPeriods' ? (
        <WhyNote>
          {t('forecasts.why.rangePast', { count: draft.errorCount, formula: t('forecasts.methods.sba.range') })}
        </WhyNote>
      ) : null}
      {draft.rangeBasis === 'noSpread' ? <WhyNote>{t('forecasts.notes.noSpread')}</WhyNote> : null}
      {draft.rangeBasis === 'spread' ? (
        <WhyNote>{t('forecasts.why.rangeSpread', { count: draft.series.points.length })}</WhyNote>
      ) : null}
      {draft.rangeBasis === 'none' ? <WhyNote>{t('forecasts.notes.noRange')}</WhyNote> : null}
      {simpleMethods.includes(draft.method) ? <WhyNote>{t('forecasts.why.source')}</WhyNote> : null}
    </>
  )
}
