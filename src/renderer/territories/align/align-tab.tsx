// Looking for a better plan: what is asked at the left; beside it the best plan so far with its reasons, to be accepted whole, in part, or not at all.
import { Button, SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useCommand, useJob, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { RowKey } from '#renderer/ui/table/types.ts'
import { Work } from '#renderer/ui/work.tsx'
import type { AlignmentDraft, MapAccounts, ProposedMove } from '#shared/territories/alignment-types.ts'
import { isCompared } from '../parts/view.ts'
import { salesDates, type TabProps, useTerritoryView } from '../view-state.ts'
import { Found } from './found.tsx'
import { firstGoal, type Goal, hasWeight, requestOf } from './goal.ts'
import { GoalForm } from './goal-form.tsx'
import { MovesTable } from './moves-table.tsx'
import { PlanMap } from './plan-map.tsx'
import { TerritoryChanges } from './territory-changes.tsx'
import './align.css'

/** How long to wait before the best plan so far is asked for again: telling what its moves are worth takes time with many accounts. */
const lookAgainMs = (accounts: number): number => Math.max(1_000, accounts / 2)

type Shown = 'moves' | 'territories' | 'map'

export function AlignTab(props: TabProps) {
  const { scenarioId, settings } = props
  const { measureId, hasAllSales } = useTerritoryView()
  const map = useQuery('territories.mapAccounts', { scenarioId, ...salesDates(hasAllSales) })
  const [goal, setGoal] = useState<Goal>()
  const hasPlaces = map.value === undefined ? undefined : map.value.placedBy.some(isNear)
  const current = goal ?? firstGoal(measureId, settings.bandRatio, hasPlaces ?? true)
  return (
    <Search
      {...props}
      goal={current}
      hasPlaces={hasPlaces ?? true}
      accounts={map.value}
      onGoal={(change) => setGoal({ ...current, ...change })}
    />
  )
}

/** Distances mean something where accounts are known closer than their country. */
const isNear = (kind: string | null): boolean => kind !== null && kind !== 'country'

interface SearchProps extends TabProps {
  readonly goal: Goal
  readonly hasPlaces: boolean
  /** Where accounts lie now. */
  readonly accounts: MapAccounts | undefined
  readonly onGoal: (change: Partial<Goal>) => void
}

function Search(props: SearchProps) {
  const { scenarioId, overview, settings, isLocked, goal, hasPlaces, accounts: placed, onGoal } = props
  const { t, tError } = useText()
  const format = useFormat()
  const best = useQuery('territories.bestAlignment', { scenarioId })
  const search = useJob('territories.align', { silent: true })
  const accept = useCommand('territories.acceptAlignment')
  const [problem, setProblem] = useState<string>()
  const [shown, setShown] = useState<Shown>('moves')
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const { reload } = best
  const accounts = overview.assigned.accounts + overview.unassigned.accounts
  useEffect(() => {
    if (!search.isBusy) return
    const timer = setInterval(reload, lookAgainMs(accounts))
    return () => clearInterval(timer)
  }, [search.isBusy, reload, accounts])

  const names = useMemo(
    () => new Map(overview.territories.map((territory) => [territory.id as number, territory.name])),
    [overview]
  )
  const nameOf = useCallback(
    (id: number | null) => (id === null ? t('territories.map.unassigned') : (names.get(id) ?? '')),
    [names, t]
  )
  const draft: AlignmentDraft | null = best.value ?? null
  // Moves that were taken, or whose account has been placed elsewhere since, are not proposed again.
  const open = useMemo(() => {
    if (!draft || !placed) return draft?.moves ?? []
    const liesIn = new Map(placed.accountIds.map((id, at) => [id, placed.territoryIds[at] ?? null]))
    return draft.moves.filter((move) => (liesIn.get(move.accountId) ?? null) === move.fromId)
  }, [draft, placed])
  const run = async () => {
    setProblem(undefined)
    setChecked(new Set())
    const reply = await search.run(requestOf(goal, scenarioId, accounts))
    reload()
    if (!reply.ok && reply.error.code !== 'engine.cancelled') setProblem(tError(reply.error))
  }
  const take = async (moves: readonly ProposedMove[]) => {
    const reply = await accept.run({
      scenarioId,
      moves: moves.map(({ accountId, fromId, toId }) => ({ accountId, fromId, toId })),
      fromOn: null
    })
    if (!reply.ok) return
    setChecked(new Set())
    reload()
  }
  const leaves = overview.territories.filter(isCompared).length
  const hint = isLocked ? t('territories.locked') : undefined
  return (
    <div className="align">
      <div className="align-side">
        <GoalForm
          goal={goal}
          onChange={onGoal}
          territories={overview.territories}
          hasPlaces={hasPlaces}
          isDisabled={search.isBusy}
        />
        {search.isBusy ? (
          <Button variant="default" onClick={search.cancel}>
            {t('territories.align.stop')}
          </Button>
        ) : (
          <Button variant="filled" disabled={leaves < 2 || !hasWeight(goal)} onClick={() => void run()}>
            {t('territories.align.run')}
          </Button>
        )}
      </div>
      <div className="align-found">
        {search.isBusy ? (
          <Work
            progress={search.progress && { ...search.progress, total: search.progress.total ?? 0 }}
            label={t('territories.align.searching')}
            amount={
              draft?.gapRatio === null || draft?.gapRatio === undefined || draft.gapRatio > 1
                ? undefined
                : t('territories.align.soFar', { gap: format.percent(Math.max(0, draft.gapRatio), 2) })
            }
          />
        ) : null}
        {problem ? <Problem title={problem} /> : null}
        {draft ? (
          <>
            <Found draft={draft} />
            <div className="align-actions">
              <SegmentedControl
                aria-label={t('territories.align.show')}
                value={shown}
                data={[
                  { value: 'moves', label: t('territories.align.shown.moves') },
                  { value: 'territories', label: t('territories.align.shown.territories') },
                  { value: 'map', label: t('territories.align.shown.map') }
                ]}
                onChange={(value) => setShown(value === 'territories' || value === 'map' ? value : 'moves')}
              />
              <Button
                variant="filled"
                disabled={isLocked || search.isBusy || open.length === 0}
                title={hint}
                loading={accept.isBusy}
                onClick={() => void take(open)}
              >
                {t('territories.align.acceptAll', { count: open.length })}
              </Button>
              {open.length < draft.moves.length ? (
                <span className="muted small">
                  {t('territories.align.taken', { taken: draft.moves.length - open.length, total: draft.moves.length })}
                </span>
              ) : null}
              {draft.isFinished || search.isBusy ? null : (
                <span className="muted small">{t('territories.align.stopped')}</span>
              )}
            </div>
            {shown === 'moves' ? (
              <MovesTable
                moves={open}
                hasMoves={draft.moves.length > 0}
                currency={overview.currency}
                nameOf={nameOf}
                checked={checked}
                onCheck={setChecked}
                onAccept={(moves) => void take(moves)}
                isLocked={isLocked}
              />
            ) : shown === 'territories' ? (
              <TerritoryChanges draft={draft} currency={overview.currency} settings={settings} />
            ) : (
              <PlanMap scenarioId={scenarioId} draft={draft} territories={overview.territories} />
            )}
          </>
        ) : search.isBusy || problem ? null : (
          <EmptyState title={leaves < 2 ? t('territories.align.tooFew') : t('territories.align.empty')} picture="map" />
        )}
      </div>
    </div>
  )
}

export function AlignFinding() {
  const { t } = useText()
  return <>{t('territories.align.finding')}</>
}
