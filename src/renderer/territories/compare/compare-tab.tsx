// Two states of territories held against each other, any two scenarios or dates: how much moves, who gets which account, what changes for each
// seller, evenness before and after, and a letter to each seller.
import { ActionIcon, SegmentedControl, Select } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSessionStore } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { DateField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { TerritoryComparison } from '#shared/territories/compare-types.ts'
import { TabBody } from '../parts/tab-body.tsx'
import type { TabProps } from '../view-state.ts'
import { AccountChanges } from './account-changes.tsx'
import { DisruptionStrip } from './disruption-strip.tsx'
import { EvennessChanges } from './evenness-changes.tsx'
import { Letters } from './letters.tsx'
import { SellerChanges } from './seller-changes.tsx'
import { type Side, useComparison, useSides } from './sides.ts'
import './compare.css'

const views = ['accounts', 'sellers', 'evenness', 'letters'] as const
type View = (typeof views)[number]

export function CompareTab(props: TabProps) {
  const { settings } = props
  const { t, tError } = useText()
  const plans = useSessionStore((state) => state.plans)
  const [[left, right], setSides] = useSides(props)
  const [view, setView] = useState<View>('accounts')
  const query = useComparison(props)
  const scenarios = useMemo(
    () =>
      plans.flatMap((plan) =>
        plan.scenarios.map((each) => ({
          id: each.id,
          label: plans.length > 1 ? `${each.name} (${plan.name})` : each.name
        }))
      ),
    [plans]
  )
  const comparison = query.value
  const chooser = (side: Side, label: string, dateLabel: string, onChange: (next: Side) => void) => (
    <div className="compare-side">
      <Select
        aria-label={label}
        allowDeselect={false}
        value={String(side.scenarioId)}
        data={scenarios.map((each) => ({ value: String(each.id), label: each.label }))}
        onChange={(id) => {
          const found = scenarios.find((each) => String(each.id) === id)
          if (found) onChange({ scenarioId: found.id, onDate: null })
        }}
      />
      <DateField
        label={dateLabel}
        isLabelHidden
        value={side.onDate ?? (side === left ? comparison?.left.onDate : comparison?.right.onDate) ?? null}
        onChange={(onDate) => onChange({ ...side, onDate })}
      />
    </div>
  )
  return (
    <TabBody isScrolling={view === 'letters'}>
      <div className="territory-tools compare-tools">
        {chooser(left, t('territories.compare.before'), t('territories.compare.beforeOn'), (next) =>
          setSides([next, right])
        )}
        <ActionIcon
          variant="subtle"
          aria-label={t('plans.swap')}
          title={t('plans.swap')}
          onClick={() => setSides([right, left])}
        >
          <IconArrowsExchange size={16} />
        </ActionIcon>
        {chooser(right, t('territories.compare.after'), t('territories.compare.afterOn'), (next) =>
          setSides([left, next])
        )}
        <span className="territory-spring" />
        <SegmentedControl
          aria-label={t('territories.compare.view')}
          value={view}
          data={views.map((each) => ({ value: each, label: t(`territories.compare.views.${each}`) }))}
          onChange={(chosen) => setView(views.find((each) => each === chosen) ?? 'accounts')}
        />
      </div>
      {query.error ? (
        <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
      ) : comparison ? (
        <>
          <DisruptionStrip comparison={comparison} />
          <Body view={view} comparison={comparison} settings={settings} />
        </>
      ) : (
        <Skeleton kind="table" />
      )}
    </TabBody>
  )
}

interface BodyProps extends Pick<TabProps, 'settings'> {
  readonly view: View
  readonly comparison: TerritoryComparison
}

function Body({ view, comparison, settings }: BodyProps) {
  const { t } = useText()
  switch (view) {
    case 'evenness':
      return <EvennessChanges comparison={comparison} settings={settings} />
    case 'sellers':
      return <SellerChanges comparison={comparison} settings={settings} />
    case 'letters':
      return <Letters comparison={comparison} />
    case 'accounts':
      return comparison.changes.length === 0 ? (
        <EmptyState title={t('territories.compare.same')} picture="table" />
      ) : (
        <AccountChanges comparison={comparison} />
      )
  }
}

/** How much moves, in one line. */
export function CompareFinding(props: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const comparison = useComparison(props).value
  if (!comparison) return <>{t('territories.compare.finding.none')}</>
  const { accounts, accountsRatio, revenueRatio } = comparison.disruption
  const others = comparison.changes.filter((each) => !each.isNewSeller).length
  if (comparison.changes.length === 0) return <>{t('territories.compare.same')}</>
  const share = (ratio: number | null) => (ratio === null ? '–' : format.percent(ratio, 1))
  const words = [
    accounts === 0
      ? t('territories.compare.finding.noneMoves')
      : t('territories.compare.finding.moves', {
          count: accounts,
          accounts: share(accountsRatio),
          revenue: share(revenueRatio)
        }),
    others === 0 ? '' : t('territories.compare.finding.territoryOnly', { count: others })
  ]
  return <>{words.filter((each) => each !== '').join(' ')}</>
}
