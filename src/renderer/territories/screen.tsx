// The territory page: tabs for the overview, rules, coverage, size and comparison of the scenario in view, with the actions that make territories.
import { Tabs } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { whereToMend } from './parts/checks.tsx'
import { CreateDialog } from './parts/create-dialog.tsx'
import { ProposeDialog } from './parts/propose-dialog.tsx'
import { tabs } from './tabs.tsx'
import { keepView, salesDates, type TabProps, type Target, useTerritoryView } from './view-state.ts'
import './parts/territories.css'

export function TerritoriesScreen() {
  const { t } = useText()
  const { scenario, go } = useSession()
  if (!scenario)
    return (
      <Page title={t('territories.title')}>
        <EmptyState
          title={t('territories.noPlan')}
          picture="map"
          action={{ label: t('quotas.toPlans'), onRun: () => go('plans') }}
        />
      </Page>
    )
  return <ScenarioTerritories key={scenario.id} scenarioId={scenario.id} />
}

type Dialog = 'propose' | 'create' | undefined

function ScenarioTerritories({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { isLocked, settings: workspace, params, go } = useSession()
  const { tab, hasAllSales } = useTerritoryView()
  const [selectedId, setSelectedId] = useState<TerritoryId | undefined>()
  const [target, setTarget] = useState<Target | undefined>()
  const [dialog, setDialog] = useState<Dialog>()
  const query = useQuery('territories.overview', { scenarioId, ...salesDates(hasAllSales) })
  const kept = useQuery('territories.getSettings', { scenarioId })
  const overview = query.value
  const settings = kept.value

  const show = useCallback((next: Target) => {
    keepView({ tab: next.tab })
    setTarget(next)
    if (next.territoryId !== undefined) setSelectedId(next.territoryId)
  }, [])

  // What another page asked to see is shown once and then forgotten.
  useEffect(() => {
    const { tab: wantedTab, check: kind } = params
    if (!overview || (wantedTab === undefined && kind === undefined)) return
    const check = overview.checks.find((each) => each.kind === kind)
    const entry = tabs.find((each) => each.id === wantedTab)
    if (check) show(whereToMend(check))
    else if (entry) show({ tab: entry.id })
    go('territories')
  }, [params, go, overview, show])

  const tabProps = useMemo(
    (): TabProps | undefined =>
      overview && settings
        ? {
            scenarioId,
            overview,
            settings,
            isLocked,
            selectedId,
            onSelect: setSelectedId,
            target,
            onShow: show
          }
        : undefined,
    [scenarioId, overview, settings, isLocked, selectedId, target, show]
  )

  const hint = isLocked ? t('territories.locked') : undefined
  const create = { label: t('territories.empty.create'), onRun: () => setDialog('create'), isDisabled: isLocked, hint }
  const propose = {
    label: t('territories.empty.propose'),
    onRun: () => setDialog('propose'),
    isDisabled: isLocked,
    hint
  }
  const error = query.error ?? kept.error
  if (!tabProps)
    return (
      <Page title={t('territories.title')}>
        {error ? (
          <Problem
            title={tError(error)}
            action={{
              label: t('ui.again'),
              onRun: () => {
                query.reload()
                kept.reload()
              }
            }}
          />
        ) : (
          <Skeleton kind="table" />
        )}
      </Page>
    )

  const hasTerritories = tabProps.overview.territories.length > 0
  const hasAccounts = hasTerritories || tabProps.overview.unassigned.accounts > 0
  const current = tabs.find((entry) => entry.id === tab) ?? tabs[0]
  const { Finding } = current
  return (
    <Page
      title={t('territories.title')}
      finding={hasTerritories ? <Finding {...tabProps} /> : undefined}
      primary={hasTerritories ? propose : undefined}
      actions={hasTerritories ? [create] : []}
      isFilling
    >
      <Tabs
        className="territory-tabs"
        value={current.id}
        onChange={(id) => {
          setTarget(undefined)
          keepView({ tab: tabs.find((entry) => entry.id === id)?.id ?? 'overview' })
        }}
      >
        <Tabs.List>
          {tabs.map((entry) => (
            <Tabs.Tab key={entry.id} value={entry.id}>
              {t(`territories.tabs.${entry.id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel className="territory-panel" value={current.id}>
          {hasTerritories || (hasAccounts && current.isWithoutTerritories) ? (
            <current.Tab {...tabProps} />
          ) : hasAccounts ? (
            <EmptyState
              title={t('territories.empty.noTerritories')}
              picture="map"
              action={propose}
              secondary={create}
            />
          ) : (
            <EmptyState
              title={t('territories.empty.noAccounts')}
              picture="map"
              action={{ label: t('territories.empty.import'), onRun: () => go('data') }}
              secondary={create}
            />
          )}
        </Tabs.Panel>
      </Tabs>
      {dialog === 'propose' ? (
        <ProposeDialog scenarioId={scenarioId} currency={workspace.currency} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'create' ? (
        <CreateDialog
          scenarioId={scenarioId}
          territories={tabProps.overview.territories}
          onClose={(id) => {
            setDialog(undefined)
            if (id === undefined) return
            keepView({ tab: 'overview' })
            setSelectedId(id)
          }}
        />
      ) : null}
    </Page>
  )
}
