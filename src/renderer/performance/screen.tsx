// Performance: sellers and teams in the period in view, one seller in detail, and the year by quarters.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerId } from '#shared/people/types.ts'
import { BoardNotes } from './parts/board-notes.tsx'
import { findingOf } from './parts/finding.ts'
import { SellerDetail } from './parts/seller-detail.tsx'
import { SellerTable } from './parts/seller-table.tsx'
import { TeamTable } from './parts/team-table.tsx'
import { YearView } from './parts/year-view.tsx'

const tabs = ['sellers', 'teams', 'year'] as const
type Tab = (typeof tabs)[number]

export function PerformanceScreen() {
  const { t, tError } = useText()
  const format = useFormat()
  const { scenario, period, asOf, params, go } = useSession()
  const [tab, setTab] = useState<Tab>(() => tabs.find((each) => each === params.tab) ?? 'sellers')
  const [selected, select] = useState<SellerId | undefined>(() =>
    params.seller === undefined ? undefined : (Number(params.seller) as SellerId)
  )
  const args = scenario && period ? { scenarioId: scenario.id, periodKey: period.key, asOf } : null
  const board = useQuery('performance.getBoard', args)

  if (args === null || period === undefined) {
    return (
      <Page title={t('performance.title')}>
        <EmptyState
          title={t('performance.noPlan')}
          action={{ label: t('performance.toPlans'), onRun: () => go('plans') }}
        />
      </Page>
    )
  }
  if (board.error !== undefined) {
    return (
      <Page title={t('performance.title')}>
        <Problem title={tError(board.error)} action={{ label: t('ui.again'), onRun: board.reload }} />
      </Page>
    )
  }
  const { value } = board
  const chosen = tab === 'sellers' ? value?.sellers.find((line) => line.sellerId === selected) : undefined
  return (
    <Page
      title={t('performance.title')}
      finding={value === undefined ? undefined : findingOf(value, t, format)}
      extra={
        <SegmentedControl
          value={tab}
          onChange={(next) => setTab(tabs.find((each) => each === next) ?? 'sellers')}
          data={tabs.map((each) => ({ value: each, label: t(`performance.tabs.${each}`) }))}
        />
      }
      isFilling={tab !== 'year'}
      detail={value !== undefined && chosen !== undefined ? <SellerDetail board={value} line={chosen} /> : undefined}
      detailTitle={chosen?.name}
      detailSubtitle={format.period(period)}
      onCloseDetail={() => select(undefined)}
    >
      {tab === 'year' ? (
        <YearView scenarioId={args.scenarioId} fiscalYear={period.fiscalYear} asOf={asOf} />
      ) : value === undefined ? (
        <Skeleton kind="table" />
      ) : value.sellers.length === 0 ? (
        <EmptyState
          title={t('performance.noDeals')}
          action={{ label: t('performance.toData'), onRun: () => go('data') }}
        />
      ) : (
        <>
          {tab === 'sellers' ? (
            <SellerTable board={value} selected={selected} onSelect={select} />
          ) : (
            <TeamTable board={value} />
          )}
          <BoardNotes board={value} />
        </>
      )}
    </Page>
  )
}
