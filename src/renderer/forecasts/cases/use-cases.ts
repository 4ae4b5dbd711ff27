// What the tab of cases needs from the engine, and each case worked out in the window: once when it changes, and anew with every move of a lever.
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useSession } from '#renderer/session.ts'
import type { CaseAssumptions, CaseBase, CaseId, CaseOutcome, ForecastCase } from '#shared/forecasts/case-types.ts'
import { workOutCase } from '#shared/forecasts/cases/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { caseSeed } from './case-view.ts'

const workOut = (base: CaseBase, assumptions: CaseAssumptions): CaseOutcome =>
  workOutCase(base, assumptions, { seed: caseSeed })

export function useCases(scenarioId: ScenarioId) {
  const { asOf } = useSession()
  const [chosenId, setChosenId] = useState<CaseId>()
  const [moved, setMoved] = useState<{ readonly id: CaseId; readonly assumptions: CaseAssumptions }>()
  const answer = useQuery('forecasts.caseBase', { scenarioId, dataAsOf: asOf })
  const listed = useQuery('forecasts.listCases', { scenarioId })
  const settings = useQuery('forecasts.getSettings', { scenarioId })
  const change = useCommand('forecasts.changeCase')
  const base = answer.value?.base
  const cases = listed.value
  const chosen: ForecastCase | undefined = cases?.find((each) => each.id === chosenId) ?? cases?.[0]

  // One entry a case, kept while the case says the same: only the one that is moved is worked out again.
  const saved = useMemo(
    () => (base && cases ? new Map(cases.map((each) => [each.id, workOut(base, each.assumptions)])) : undefined),
    [base, cases]
  )
  // What was moved counts until the saved case says the same, so that nothing jumps back in between.
  const isMoved = chosen !== undefined && moved?.id === chosen.id
  const assumptions = isMoved ? moved.assumptions : chosen?.assumptions
  const outcome = useMemo(() => {
    if (base === undefined || assumptions === undefined || chosen === undefined) return undefined
    return assumptions === chosen.assumptions ? saved?.get(chosen.id) : workOut(base, assumptions)
  }, [base, assumptions, chosen, saved])
  const outcomes = useMemo(() => {
    const all = new Map(saved)
    if (chosen && outcome) all.set(chosen.id, outcome)
    return all
  }, [saved, chosen, outcome])

  const onMove = (next: CaseAssumptions) => chosen && setMoved({ id: chosen.id, assumptions: next })
  const onSave = (next: CaseAssumptions) => {
    if (!chosen) return
    setMoved({ id: chosen.id, assumptions: next })
    // What has been moved since stays.
    const settle = () => setMoved((now) => (now?.assumptions === next ? undefined : now))
    void change.run({ caseId: chosen.id, assumptions: toArgs(next) }).then(settle)
  }
  return {
    answer: answer.value,
    base,
    cases,
    settings: settings.value,
    error: answer.error ?? listed.error ?? settings.error,
    reload: () => {
      answer.reload()
      listed.reload()
      settings.reload()
    },
    chosen,
    choose: (id: CaseId) => {
      setMoved(undefined)
      setChosenId(id)
    },
    assumptions,
    outcome,
    outcomes,
    onMove,
    onSave
  }
}

/** As calls take assumptions: lists of their own. */
export const toArgs = ({ levers, hires, events }: CaseAssumptions) => ({
  levers: levers.map((each) => ({ ...each })),
  hires: hires.map((each) => ({ ...each })),
  events: events.map((each) => ({ ...each }))
})
