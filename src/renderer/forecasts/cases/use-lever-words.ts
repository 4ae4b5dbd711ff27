// Levers in words: names of what moves, values in the lever's own unit, what was measured and what it comes to, notes and problems.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { parseTypedNumber } from '#renderer/ui/parse-typed.ts'
import type { BaseMonth, CaseBase, CaseNote, EffectKey, LeverId } from '#shared/forecasts/case-types.ts'
import {
  type AssumptionProblem,
  type CaseLever,
  caseLevers,
  getLever,
  hiresKey,
  type LeverMeasure,
  type LeverUnit,
  othersKey
} from '#shared/forecasts/cases/index.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { tidy } from './lever-list.ts'

const mostDigits = 4

export type LeverWords = ReturnType<typeof useLeverWords>

export function useLeverWords(base: CaseBase) {
  const { t } = useText()
  const format = useFormat()
  return useMemo(() => {
    const held = (n: number) => Math.min(mostDigits, (String(n).split('.')[1] ?? '').length)
    const isRatio = (unit: LeverUnit) => unit === 'change' || unit === 'points'
    const inUnit = (unit: LeverUnit, value: number) => tidy(isRatio(unit) ? value * 100 : value)

    /** As a field holds it: a signed number, its unit beside. */
    const typed = (unit: LeverUnit, value: number): string => {
      const n = inUnit(unit, value)
      return format.signedNumber(n, held(n))
    }
    const unsigned = (unit: LeverUnit, value: number): string => {
      const n = inUnit(unit, value)
      return format.number(n, held(n))
    }
    const readTyped = (unit: LeverUnit, text: string): number | undefined => {
      const n = parseTypedNumber(text, format.decimalSign)
      return n === undefined ? undefined : tidy(isRatio(unit) ? n / 100 : n)
    }
    const readWhole = (text: string, low: number, high: number) => {
      const n = parseTypedNumber(text, format.decimalSign)
      return n !== undefined && Number.isInteger(n) && n >= low && n <= high
        ? { value: n }
        : {
            refusal: t('forecasts.cases.levers.problems.notWhole', {
              low: format.number(low),
              high: format.number(high)
            })
          }
    }
    /** Without a sign: "10%", "5 points", "12 days". */
    const size = (unit: LeverUnit, value: number): string => {
      const n = Math.abs(inUnit(unit, value))
      if (unit === 'change') return format.percent(n / 100, held(n))
      return t(`forecasts.cases.levers.amounts.${unit}`, { count: n, value: format.number(n, held(n)) })
    }
    const signed = (unit: LeverUnit, value: number): string =>
      value === 0 ? size(unit, 0) : `${value > 0 ? '+' : '\u2212'}${size(unit, value)}`
    const spoken = (unit: LeverUnit, value: number): string =>
      value === 0
        ? t('forecasts.cases.levers.spoken.none')
        : t(`forecasts.cases.levers.spoken.${value > 0 ? 'more' : 'less'}`, { value: size(unit, value) })

    const measure = (unit: LeverMeasure['unit'], value: number): string => {
      if (unit === 'ratio') return format.percent(value, 1)
      if (unit === 'money') return format.money(value, base.currency, { digits: 0 })
      if (unit === 'perMonth') return format.number(value, 1)
      const digits = unit === 'days' ? 0 : 1
      const shown = Number(value.toFixed(digits))
      return t(`forecasts.cases.levers.amounts.${unit}`, { count: shown, value: format.number(shown, held(shown)) })
    }
    const measured = (lever: CaseLever, currency: CurrencyCode | undefined): string | undefined => {
      if (lever.id === 'exchangeRate') {
        const share = base.measured.currencies.find((each) => each.currency === currency)?.shareRatio
        return share === undefined
          ? undefined
          : t('forecasts.cases.levers.measured.exchangeRate', { value: format.percent(share, 1) })
      }
      // Never measured: what it is today isn't a number.
      if (lever.id === 'price' || lever.id === 'startDelay' || lever.id === 'seasonality') return undefined
      const found = lever.measuredOf(base)
      if (found === null) return t('forecasts.cases.levers.measured.unknown')
      const value = measure(found.unit, found.value)
      return lever.id === 'ramp'
        ? t('forecasts.cases.levers.measured.ramp', { value })
        : t(`forecasts.cases.levers.measured.${lever.id}`, { value, count: found.n ?? 0 })
    }
    const becomes = (lever: CaseLever, value: number): string | undefined => {
      const found = lever.measuredOf(base)
      const absolute = lever.absoluteOf(base, value)
      return found === null || absolute === null ? undefined : measure(found.unit, absolute)
    }

    const monthOf = (month: BaseMonth, at: number): string =>
      format.period({
        grain: 'month',
        fiscalYear: base.fiscalYear,
        index: at + 1,
        key: month.periodKey,
        startsOn: month.startsOn,
        endsOn: month.endsOn
      })
    const month = (key: string): string => {
      const at = base.months.findIndex((each) => each.periodKey === key)
      const found = base.months[at]
      return found === undefined ? t('forecasts.cases.levers.outsideYear', { key }) : monthOf(found, at)
    }

    const name = (key: EffectKey): string => {
      if (key === hiresKey) return t('forecasts.cases.levers.hires')
      if (key === othersKey) return t('forecasts.cases.levers.others')
      if (key.startsWith('event:')) return key.slice('event:'.length)
      const [id = '', currency] = key.split(':')
      if (currency !== undefined) return t('forecasts.cases.levers.rateOf', { currency })
      const lever = caseLevers.find((each) => each.id === id)
      return lever === undefined ? key : t(`forecasts.cases.levers.names.${lever.id}`)
    }
    const note = (said: CaseNote): string => {
      switch (said.kind) {
        case 'noBasis':
          return t(`forecasts.cases.levers.lacks.${said.missing}`)
        case 'hiresStarted':
          return t('forecasts.cases.levers.notes.hiresStarted', { count: said.hires })
        case 'atBound':
          return t('forecasts.cases.levers.notes.atBound', { bound: signed(unitOf(said.key), said.bound) })
        default:
          return t(`forecasts.cases.levers.notes.${said.kind}`)
      }
    }
    /** `show` writes a bound of the lever or of its parameter. */
    const problem = (said: AssumptionProblem, show: (value: number) => string): string => {
      switch (said.kind) {
        case 'outOfBounds':
        case 'outOfParameter':
          return t('forecasts.cases.levers.problems.outOfBounds', { low: show(said.low), high: show(said.high) })
        case 'unknownMonth':
          return t('forecasts.cases.levers.outsideYear', { key: said.periodKey })
        case 'noCurrency':
          return t('forecasts.cases.levers.lacks.currency')
        case 'notACount':
          return t('forecasts.cases.levers.problems.notANumber')
        default:
          return t(`forecasts.cases.levers.problems.${said.kind}`)
      }
    }
    return {
      typed,
      unsigned,
      readTyped,
      readWhole,
      size,
      signed,
      spoken,
      measure,
      measured,
      becomes,
      month,
      monthOf,
      name,
      note,
      problem
    }
  }, [t, format, base])
}

function unitOf(key: EffectKey): LeverUnit {
  return getLever(key.split(':')[0] as LeverId).unit
}

/** The months that something can still change: those not over, and the one that is chosen already, whichever it is. */
export function monthOptions(
  base: CaseBase,
  words: Pick<LeverWords, 'month'>,
  chosenKey: string | null
): { value: string; label: string }[] {
  const keys = base.months
    .filter((month) => month.endsOn > base.dataAsOf || month.periodKey === chosenKey)
    .map((month) => month.periodKey)
  if (chosenKey !== null && !keys.includes(chosenKey)) keys.push(chosenKey)
  return keys.map((value) => ({ value, label: words.month(value) }))
}

/** Where something new is planned to start: the first month that isn't over, or the last one. */
export function firstToCome(base: CaseBase): string {
  const month = base.months.find((each) => each.startsOn > base.dataAsOf) ?? base.months.at(-1)
  if (month === undefined) throw new RangeError('A case needs the months of a year')
  return month.periodKey
}
