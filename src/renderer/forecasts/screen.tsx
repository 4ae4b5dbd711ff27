// The forecast page: tabs for the outlook, the pipeline, parts and whole, cases of what may come, and how right forecasts have been.
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useKeptForecasts } from './accuracy/keep-in-background.ts'
import { tabs } from './tabs.tsx'
import { useForecastView } from './view-state.ts'

export function ForecastsScreen() {
  const { t } = useText()
  const { scenario, go } = useSession()
  const { tab } = useForecastView()
  useKeptForecasts()
  if (!scenario)
    return (
      <Page title={t('forecasts.title')}>
        <EmptyState
          title={t('forecasts.noPlan')}
          picture="chart"
          action={{ label: t('quotas.toPlans'), onRun: () => go('plans') }}
        />
      </Page>
    )
  const { Tab } = tabs.find((entry) => entry.id === tab) ?? tabs[0]
  // Another scenario starts with nothing chosen.
  return <Tab key={scenario.id} scenarioId={scenario.id} />
}
