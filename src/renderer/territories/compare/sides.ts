// Which two states are compared: kept while one looks elsewhere, and shared by the tab and the finding above it.
import { useMemo } from 'react'
import { create } from 'zustand'
import { useQuery } from '#renderer/engine-client.ts'
import { useSession } from '#renderer/session.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type IsoDate, isBefore } from '#shared/units/date.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import { salesDates, type TabProps, useTerritoryView } from '../view-state.ts'

export interface Side {
  readonly scenarioId: ScenarioId
  /** Null: the day for which the rest of the page shows things. */
  readonly onDate: IsoDate | null
}

type Sides = readonly [Side, Side]

/** The sides that were chosen, and the scenario that was in view then: another one starts anew. */
const useChosen = create<{ readonly inView?: ScenarioId; readonly sides?: Sides }>(() => ({}))

type Shown = Pick<TabProps, 'scenarioId' | 'overview'>

/** To begin with the scenario in view against the approved one, or another one, or against itself at the start of the year. */
export function useSides({ scenarioId, overview }: Shown): [Sides, (sides: Sides) => void] {
  const { plan, settings } = useSession()
  const chosen = useChosen()
  const usual = useMemo((): Sides => {
    const others = plan?.scenarios.filter((each) => each.id !== scenarioId) ?? []
    const other = others.find((each) => each.approvedAt !== null) ?? others[0]
    const right: Side = { scenarioId, onDate: null }
    if (other) return [{ scenarioId: other.id, onDate: null }, right]
    const start = plan ? periodsOfYear(plan.fiscalYear, 'year', settings.calendar)[0]?.startsOn : undefined
    return [{ scenarioId, onDate: start !== undefined && isBefore(start, overview.onDate) ? start : null }, right]
  }, [plan, settings.calendar, scenarioId, overview.onDate])
  const sides = chosen.inView === scenarioId && chosen.sides ? chosen.sides : usual
  return [sides, (next) => useChosen.setState({ inView: scenarioId, sides: next })]
}

export function useComparison(shown: Shown) {
  const { hasAllSales } = useTerritoryView()
  const [[left, right]] = useSides(shown)
  const ask = ({ scenarioId, onDate }: Side) => ({ scenarioId, ...(onDate === null ? {} : { onDate }) })
  return useQuery('territories.compare', { left: ask(left), right: ask(right), ...salesDates(hasAllSales) })
}
