// The frame of every tab of the forecast page: title, finding and actions of the tab in view, and the row of tabs above its content.
import { Tabs } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { Page, type PageProps } from '#renderer/ui/page.tsx'
import { keepForecastView, type TabId, useForecastView } from './view-state.ts'
import './screen.css'

const tabIds: readonly TabId[] = ['outlook', 'pipeline', 'parts', 'cases', 'accuracy']

export function ForecastPage({ children, ...page }: Omit<PageProps, 'title'>) {
  const { t } = useText()
  const { tab } = useForecastView()
  return (
    <Page title={t('forecasts.title')} {...page}>
      <Tabs
        className="forecast-tabs"
        value={tab}
        onChange={(id) => keepForecastView({ tab: tabIds.find((each) => each === id) ?? 'outlook' })}
      >
        <Tabs.List>
          {tabIds.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t(`forecasts.tabs.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className="forecast-panel" value={tab}>
          {children}
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
