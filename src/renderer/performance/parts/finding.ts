// The finding above the board, in one or two sentences.
import type { TextFunctions } from '#renderer/i18n/use-text.ts'
import type { Format } from '#renderer/ui/make-format.ts'
import type { Board } from '#shared/performance/types.ts'

export function findingOf(board: Board, t: TextFunctions['t'], format: Format): string {
  const { total, period, currency } = board
  const words = {
    period: format.period(period),
    gone: format.percent(total.pace.goneRatio),
    due: format.percent(total.pace.paceRatio ?? 0),
    attainment: total.kpis.attainment.value === null ? '' : format.percent(total.kpis.attainment.value)
  }
  if (total.pace.state === 'missing' && total.pace.goneRatio === 0 && total.facts.wonDeals === 0) {
    return t('performance.notBegunNoQuota', words)
  }
  if (total.pace.state === 'missing') {
    return t('performance.noQuota', { ...words, booked: format.money(total.facts.wonMinor, currency) })
  }
  if (total.pace.goneRatio === 0) {
    return t('performance.notBegun', { ...words, quota: format.money(total.facts.quotaMinor ?? 0, currency) })
  }
  const withQuota = board.sellers.filter((line) => line.pace.state !== 'missing')
  const count = withQuota.filter((line) => line.pace.state === 'behind').length
  return [
    total.pace.goneRatio >= 1 ? t('performance.ended', words) : t('performance.stands', words),
    count === 0 ? t('performance.noneBehind') : t('performance.behind', { count, all: format.number(withQuota.length) })
  ].join(' ')
}
