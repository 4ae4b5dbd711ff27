// The named options of the designer's switches, in the language of the window.
import { useText } from '#renderer/i18n/use-text.ts'
import type { ComponentScope, MeasureName, TeamScope } from '#shared/compensation/index.ts'

export function useScopes(): {
  all: Record<ComponentScope, string>
  team: Record<TeamScope, string>
  measures: Record<MeasureName, string>
} {
  const { t } = useText()
  const team = {
    team: t('compensation.rules.scopes.team'),
    parentTeam: t('compensation.rules.scopes.parentTeam')
  }
  return {
    all: { seller: t('compensation.rules.scopes.seller'), ...team },
    team,
    measures: {
      bookings: t('compensation.rules.measures.bookings'),
      newBusiness: t('compensation.rules.measures.newBusiness')
    }
  }
}
