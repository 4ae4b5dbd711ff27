// Rules of precedence: the list in order, the editor of the chosen one at the right (or how well the rules describe what is done), and the run.
import { Button, SegmentedControl } from '@mantine/core'
import { IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { RuleId } from '#shared/territories/rule-types.ts'
import type { TerritoryKind } from '#shared/territories/types.ts'
import { TabBody } from '../parts/tab-body.tsx'
import type { TabProps } from '../view-state.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleList } from './rule-list.tsx'
import { RulesSummary } from './rules-summary.tsx'
import { RunRules } from './run-rules.tsx'
import { useRuleWords } from './words.ts'
import './rules.css'

export function RulesTab({ scenarioId, overview, settings, isLocked, target, onShow }: TabProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('territories.listRules', { scenarioId, onDate: overview.onDate })
  const [kind, setKind] = useState<TerritoryKind>('main')
  const [chosen, setChosen] = useState<RuleId | 'new' | undefined>(target?.ruleId)
  const [isRunning, setRunning] = useState(false)
  const found = query.value
  const conditions = useMemo(() => found?.rules.flatMap((rule) => rule.conditions) ?? [], [found])
  const words = useRuleWords(conditions)
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (!found) return <Skeleton kind="table" />

  const rules = found.rules.filter((rule) => rule.territoryKind === kind)
  const others = found.rules.filter((rule) => rule.territoryKind !== kind)
  const rule = found.rules.find((each) => each.id === chosen)
  const countOf = (each: TerritoryKind) => found.rules.filter((one) => one.territoryKind === each).length
  const isEditing = chosen === 'new' || rule !== undefined
  return (
    <TabBody
      detailTitle={
        rule
          ? t('territories.rules.edit', { number: format.number(rules.indexOf(rule) + 1) })
          : t(chosen === 'new' ? 'territories.rules.newTitle' : 'territories.rules.summary')
      }
      onCloseDetail={isEditing ? () => setChosen(undefined) : undefined}
      detail={
        isEditing ? (
          <RuleEditor
            // A rule that changed elsewhere (an undo) is shown as it is now.
            key={`${chosen} ${rule ? JSON.stringify([rule.territoryId, rule.conditions, rule.note]) : ''}`}
            rule={rule}
            kind={kind}
            territories={overview.territories}
            accounts={found.accounts}
            isLocked={isLocked}
            onSaved={setChosen}
            onRemoved={() => setChosen(undefined)}
          />
        ) : (
          <RulesSummary
            scenarioId={scenarioId}
            found={found}
            overview={overview}
            settings={settings}
            isLocked={isLocked}
            onShow={onShow}
          />
        )
      }
    >
      <div className="territory-tools">
        <SegmentedControl
          aria-label={t('territories.pane.kind')}
          value={kind}
          data={(['main', 'overlay'] as const).map((each) => ({
            value: each,
            label: `${t(`territories.rules.of.${each}`)} (${format.number(countOf(each))})`
          }))}
          onChange={(next) => {
            setKind(next === 'overlay' ? 'overlay' : 'main')
            setChosen(undefined)
          }}
        />
        <span className="territory-spring" />
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={isLocked}
          onClick={() => setChosen('new')}
        >
          {t('territories.rules.add')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={14} />}
          disabled={isLocked || found.rules.length === 0}
          onClick={() => setRunning(true)}
        >
          {t('territories.rules.run')}
        </Button>
      </div>
      {rules.length === 0 ? (
        <EmptyState
          title={t(kind === 'main' ? 'territories.rules.empty' : 'territories.rules.emptyOverlay')}
          picture="table"
          {...(isLocked ? {} : { action: { label: t('territories.rules.add'), onRun: () => setChosen('new') } })}
        />
      ) : (
        <RuleList
          scenarioId={scenarioId}
          rules={rules}
          others={others}
          words={words}
          isLocked={isLocked}
          selectedId={rule?.id}
          onSelect={setChosen}
        />
      )}
      {isRunning ? <RunRules scenarioId={scenarioId} onClose={() => setRunning(false)} /> : null}
    </TabBody>
  )
}

/** How far the rules say what is done: accounts without a rule, outdated ones, and the share placed by hand against its limit. */
export function RulesFinding({ scenarioId, overview, settings }: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const found = useQuery('territories.listRules', { scenarioId, onDate: overview.onDate }).value
  if (!found) return null
  const { accounts } = overview.assigned
  const ratio = accounts === 0 ? 0 : overview.manualAccounts / accounts
  const placed = found.rules.some((rule) => rule.territoryKind === 'main')
    ? t('territories.rules.finding.placed', {
        count: found.accounts - found.withoutRule,
        total: format.number(found.accounts)
      })
    : t('territories.rules.finding.none')
  const outdated = found.outdated > 0 ? t('territories.rules.finding.outdated', { count: found.outdated }) : ''
  const exceptions = t(
    ratio > settings.exceptionLimitRatio ? 'territories.rules.finding.over' : 'territories.rules.finding.within',
    { ratio: format.percent(ratio, 1), limit: format.percent(settings.exceptionLimitRatio) }
  )
  return <>{[placed, outdated, exceptions].filter((each) => each !== '').join(' ')}</>
}
