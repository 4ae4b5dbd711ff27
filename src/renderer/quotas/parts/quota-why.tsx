// Why a quota is what it is: target, cushion, share and what it comes from, rounding, and what was changed by hand since.
import type { ReactNode } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { WhyNote, type WhyStep, WhySteps } from '#renderer/ui/why.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { QuotaExplanation, TargetSource } from '#shared/quotas/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { periodByKey } from '#shared/units/period.ts'

export interface QuotaWhyProps {
  readonly scenarioId: ScenarioId
  readonly sellerId: SellerId
  readonly periodKey: string
}

export function QuotaWhy({ scenarioId, sellerId, periodKey }: QuotaWhyProps) {
  const { t, tError } = useText()
  const { value, error } = useQuery('quotas.explainQuota', { scenarioId, sellerId, periodKey })
  const words = useQuotaWords()
  if (error !== undefined) return <Problem title={tError(error)} />
  if (value === undefined) return <Skeleton kind="text" />
  if (value.amountMinor === null && value.allocatedMinor === null) return <WhyNote>{t('quotas.why.none')}</WhyNote>
  const { allocation, currency } = value
  if (allocation === null) return <WhyNote>{t('quotas.why.byHand')}</WhyNote>
  return (
    <>
      <WhySteps steps={words.stepsOf(value, allocation)} />
      {allocation.line.standIn === null ? null : (
        <WhyNote>
          {t('quotas.why.standIn', {
            reason: t(`quotas.reasons.${allocation.line.standIn}`),
            choice: t(`quotas.noHistory.${allocation.noHistory}`)
          })}
        </WhyNote>
      )}
      {value.isEdited && value.allocatedMinor !== null ? (
        <WhyNote>
          {t('quotas.why.editedNote', {
            date: words.dateOf(allocation.madeAt),
            amount: words.inFull(value.allocatedMinor, currency)
          })}
        </WhyNote>
      ) : (
        <WhyNote>{t('quotas.why.made', { date: words.dateOf(allocation.madeAt) })}</WhyNote>
      )}
    </>
  )
}

function useQuotaWords() {
  const { t } = useText()
  const format = useFormat()
  const { settings } = useSession()
  const dateOf = (instant: string) => format.date(instant.slice(0, 10) as IsoDate)
  const inFull = (minor: number, currency: CurrencyCode) => format.moneyInFull(minor, currency)
  const periodWords = (keys: readonly string[]): string => {
    const name = (key: string | undefined) => {
      const period = key === undefined ? undefined : periodByKey(key, settings.calendar)
      return period === undefined ? (key ?? '') : format.period(period)
    }
    return keys.length < 2 ? name(keys[0]) : t('quotas.panel.periods', { from: name(keys[0]), to: name(keys.at(-1)) })
  }
  const sourceWords = (source: TargetSource, currency: CurrencyCode): string => {
    if (source.kind === 'typed') return t('quotas.why.typed')
    const rank =
      source.percentile === null || source.percentile === undefined
        ? t(`quotas.panel.ranks.${source.rank ?? 'middle'}`).toLocaleLowerCase()
        : t('quotas.panel.percentile', { percentile: String(source.percentile) })
    const fields = { date: dateOf(source.madeAt), periods: periodWords(source.periodKeys), rank }
    if (source.of === 'case')
      return t('quotas.why.fromCase', {
        ...fields,
        name: source.name ?? '',
        stretch: format.signedPercent(source.stretchRatio ?? 0, 1)
      })
    if (source.of === 'pipeline') return t('quotas.why.fromPipeline', fields)
    return source.bookedMinor === 0
      ? t('quotas.why.fromForecast', fields)
      : t('quotas.why.fromForecastBooked', { ...fields, booked: inFull(source.bookedMinor, currency) })
  }
  const stepsOf = (value: QuotaExplanation, allocation: NonNullable<QuotaExplanation['allocation']>): WhyStep[] => {
    const { currency } = value
    const { line } = allocation
    const money = (minor: number): ReactNode => <Money minor={minor} currency={currency} />
    const rounding = line.quotaMinor - line.exactMinor
    const steps: WhyStep[] = [
      {
        key: 'target',
        label: t('quotas.why.target'),
        value: money(allocation.targetMinor),
        note: sourceWords(allocation.source, currency)
      }
    ]
    if (allocation.streetMinor !== allocation.targetMinor) {
      steps.push({
        key: 'street',
        label: t('quotas.why.street'),
        value: money(allocation.streetMinor),
        note: t('quotas.why.cushionNote', { cushion: format.percent(allocation.cushionRatio, 1) })
      })
    }
    if (allocation.method !== 'equal') {
      steps.push({
        key: 'base',
        label: t('quotas.why.base', { year: t('quotas.fiscalYear', { year: String(allocation.baseYear) }) }),
        value: <Money minor={line.historyMinor} currency={currency} reason={t('quotas.reasons.none')} />,
        note: t('quotas.why.baseMonths', { months: format.number(line.baseMonths, wholeOrOne(line.baseMonths)) })
      })
    }
    const { history, equal, sameGrowth } = allocation.blendWeights
    const mix = {
      history: format.percent(history),
      equal: format.percent(equal),
      sameGrowth: format.percent(sameGrowth)
    }
    steps.push(
      {
        key: 'share',
        label: t('quotas.why.share'),
        value: format.percent(line.shareRatio, 3),
        note: [
          t('quotas.why.shareBy', {
            method: t(`quotas.methods.${allocation.method}`),
            sellers: format.number(allocation.sellers)
          }),
          ...(allocation.method === 'blend' ? [t('quotas.why.mix', mix)] : []),
          t('quotas.why.months', { months: format.number(line.activeMonths, wholeOrOne(line.activeMonths)) })
        ].join('; ')
      },
      {
        key: 'rounding',
        label: t('quotas.why.rounding'),
        value: `${rounding < 0 ? '−' : '+'}${format.number(Math.abs(rounding), 3)}`,
        note: t('quotas.why.roundingNote')
      },
      {
        key: 'year',
        label: t('quotas.why.year'),
        value: inFull(line.quotaMinor, currency),
        isResult: allocation.months.length === 12 && !value.isEdited
      }
    )
    if (allocation.months.length < 12) {
      for (const month of allocation.months) {
        const period = periodByKey(month.periodKey, settings.calendar)
        const share = format.percent(month.phaseRatio, 1)
        steps.push({
          key: month.periodKey,
          label: period === undefined ? month.periodKey : format.period(period),
          value: inFull(month.amountMinor, currency),
          note:
            month.activeRatio === 1
              ? t('quotas.why.monthPart', { share })
              : t('quotas.why.monthActive', { share, active: format.percent(month.activeRatio) })
        })
      }
      if (allocation.months.length > 1) {
        steps.push({
          key: 'allocated',
          label: t('quotas.why.allocated'),
          value: inFull(value.allocatedMinor ?? 0, currency),
          isResult: !value.isEdited
        })
      }
    }
    if (value.isEdited) {
      steps.push({
        key: 'edited',
        label: t('quotas.why.edited'),
        value: value.amountMinor === null ? '—' : inFull(value.amountMinor, currency),
        isResult: true
      })
    }
    return steps
  }
  return { dateOf, inFull, periodWords, sourceWords, stepsOf }
}

const wholeOrOne = (n: number): number => (Number.isInteger(n) ? 0 : 1)
