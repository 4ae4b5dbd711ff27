// The title of Home says where the period stands; the line below who is behind, how sure that is, and where it will end.
import { type TextFunctions, useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Format } from '#renderer/ui/make-format.ts'
import type { Board, Home } from '#shared/performance/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export function titleOf(board: Board, t: TextFunctions['t'], format: Format): string {
  const { total, period, currency } = board
  const name = format.period(period)
  const { attainment } = total.kpis
  if (total.pace.state === 'missing' && total.pace.goneRatio === 0 && total.facts.wonDeals === 0) {
    return t('home.notBegunNoQuota', { period: name })
  }
  if (total.pace.state === 'missing') {
    return t('home.noQuota', { period: name, booked: format.money(total.facts.wonMinor, currency) })
  }
  if (total.pace.goneRatio === 0 || attainment.value === null) {
    return t('home.notBegun', { period: name, quota: format.money(total.facts.quotaMinor ?? 0, currency) })
  }
  const words = {
    period: name,
    attainment: format.percent(attainment.value),
    due: format.percent(total.pace.paceRatio ?? 0)
  }
  return total.pace.goneRatio >= 1 ? t('home.ended', words) : t('home.stands', words)
}

export function Finding({ home }: { readonly home: Home }) {
  const { t } = useText()
  const format = useFormat()
  const { board, outlook } = home
  const { total } = board
  const hasBegun = total.pace.state !== 'missing' && total.pace.goneRatio > 0
  return (
    <>
      {outlookWords(home, t, format)}
      {outlook === null || !hasBegun ? null : ' '}
      {hasBegun ? <strong>{behindWords(board, t, format)}</strong> : null}{' '}
      {hasBegun && total.pace.goneRatio < 1
        ? `${t('home.gone', { gone: format.percent(total.pace.goneRatio) })} `
        : null}
      {t('home.dataAsOf', { date: format.date(board.asOf) })}
    </>
  )
}

function outlookWords({ outlook, board }: Home, t: TextFunctions['t'], format: Format): string {
  const { quotaMinor } = board.total.facts
  if (outlook === null || quotaMinor === null || quotaMinor <= 0 || board.total.pace.goneRatio >= 1) return ''
  const date = format.date(outlook.madeAt.slice(0, 10) as IsoDate)
  if (outlook.lowMinor === null || outlook.highMinor === null) {
    return t('home.outlookMiddle', { date, middle: format.percent(outlook.middleMinor / quotaMinor) })
  }
  return t('home.outlook', {
    date,
    low: format.percent(outlook.lowMinor / quotaMinor),
    high: format.percent(outlook.highMinor / quotaMinor)
  })
}

function behindWords(board: Board, t: TextFunctions['t'], format: Format): string {
  const withQuota = board.sellers.filter((line) => line.pace.state !== 'missing' && line.facts.dealsEver > 0)
  const behind = withQuota.filter((line) => line.pace.state === 'behind')
  if (behind.length === 0) return t('home.noneBehind')
  const sure = behind.filter((line) => line.kpis.winRate.value !== null && !line.kpis.winRate.isSmall).length
  const words = t('home.behind', { count: behind.length, all: format.number(withQuota.length) })
  return `${words}; ${sure === 0 ? t('home.tellNone') : t('home.tell', { count: sure })}.`
}
