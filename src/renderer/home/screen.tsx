// Home: where the period in view stands against its quota, who is behind, what is open, and the next step of the main job.
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useKeptForecasts } from '#renderer/forecasts/accuracy/keep-in-background.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { DetailPane, Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerId } from '#shared/people/types.ts'
import { Cards } from './parts/cards.tsx'
import { Finding, titleOf } from './parts/finding.tsx'
import { SellerPane } from './parts/seller-pane.tsx'
import { SellerTable } from './parts/seller-table.tsx'
import { Steps } from './parts/steps.tsx'
import { useSteps } from './parts/use-steps.ts'
import './parts/home.css'

export function HomeScreen() {
  const { t, tError } = useText()
  const format = useFormat()
  const { scenario, period, asOf, go } = useSession()
  const [selected, select] = useState<SellerId>()
  const args = scenario && period ? { scenarioId: scenario.id, periodKey: period.key, asOf } : null
  const home = useQuery('performance.getHome', args)
  const steps = useSteps(scenario?.id, home.value)
  const startImport = () => go('data', { start: 'import' })
  useKeptForecasts()

  if (args === null) {
    return (
      <Page title={t('home.title')}>
        <EmptyState
          title={t('home.noPlan')}
          action={{ label: t('home.makePlan'), onRun: () => go('plans') }}
          secondary={{ label: t('home.import'), onRun: startImport }}
        />
      </Page>
    )
  }
  if (home.error !== undefined) {
    return (
      <Page title={t('home.title')}>
        <Problem title={tError(home.error)} action={{ label: t('ui.again'), onRun: home.reload }} />
      </Page>
    )
  }
  const { value } = home
  if (value === undefined) {
    return (
      <Page title={t('home.title')}>
        <Skeleton kind="cards" />
      </Page>
    )
  }
  const importAction = { label: t('home.import'), onRun: startImport, icon: <IconFileImport size={16} /> }
  if (value.steps.facts.opportunities === 0 && value.board.sellers.length === 0) {
    return (
      <Page title={t('home.start')} finding={t('home.startFinding')} primary={importAction}>
        <Steps steps={steps} isWide />
      </Page>
    )
  }
  const chosen = value.board.sellers.find((line) => line.sellerId === selected)
  const isDone = steps.every((step) => step.state === 'done')
  return (
    <Page
      title={titleOf(value.board, t, format)}
      finding={<Finding home={value} />}
      primary={importAction}
      actions={[{ label: t('home.print'), onRun: () => window.print() }]}
      isFilling
    >
      <Cards home={value} />
      <div className="home-columns">
        <SellerTable board={value.board} selected={selected} onSelect={select} />
        {chosen !== undefined ? (
          // Beside the table alone: the key numbers above keep their width.
          <DetailPane
            title={chosen.name}
            subtitle={format.period(value.board.period)}
            onClose={() => select(undefined)}
          >
            <SellerPane board={value.board} line={chosen} />
          </DetailPane>
        ) : isDone ? null : (
          <Steps steps={steps} />
        )}
      </div>
    </Page>
  )
}
