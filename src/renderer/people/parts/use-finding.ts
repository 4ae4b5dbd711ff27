// The line under the title: who sells, who is to come, who is in no team; for teams, which have nobody who leads.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { SellerRow, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { stateOf } from './filters.tsx'

export function useFinding(
  view: 'people' | 'teams',
  sellers: readonly SellerRow[] | undefined,
  teams: readonly TeamRow[] | undefined,
  on: IsoDate
): string | undefined {
  const { t } = useText()
  const format = useFormat()
  if (sellers === undefined || teams === undefined) return undefined
  if (view === 'teams') {
    if (teams.length === 0) return undefined
    const leaderless = teams.filter((team) => team.managerId === null).length
    const parts = [t('people.found.teams', { count: teams.length })]
    if (leaderless > 0) parts.push(t('people.found.leaderless', { count: leaderless }))
    return `${parts.join('; ')}.`
  }
  if (sellers.length === 0) return undefined
  const here = sellers.filter((row) => row.isActive)
  if (here.length === 0) return t('people.found.none', { date: format.date(on) })
  const counts = {
    lead: here.filter((row) => row.role === 'manager').length,
    coming: sellers.filter((row) => stateOf(row, on) === 'coming').length,
    gone: sellers.filter((row) => stateOf(row, on) === 'gone').length,
    unplaced: here.filter((row) => row.teamId === null).length
  }
  const selling = here.filter((row) => row.role === 'seller' || row.role === 'account_manager').length
  const rest = (['lead', 'coming', 'gone', 'unplaced'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(`people.found.${key}`, { count: counts[key] }))
  return `${[t('people.found.sell', { count: selling, date: format.date(on) }), ...rest].join('; ')}.`
}
