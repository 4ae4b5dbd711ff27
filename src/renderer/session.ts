// What the window has in view: the open file and its settings, the plan and scenario, the period, the screen. The engine's facts
// stay in the engine; this follows its news.
import { create } from 'zustand'
import type { PlanRow, ScenarioRow } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type Grain, type Period, periodOf, periodsOfYear } from '#shared/units/period.ts'
import type { UndoState, WorkspaceSettings, WorkspaceState } from '#shared/workspace/types.ts'
import { engine } from './engine.ts'

export type EngineState = 'starting' | 'ready' | 'lost' | 'stopped'

interface SessionState {
  workspace: WorkspaceState
  undo: UndoState
  engine: EngineState
  plans: PlanRow[]
  plan: PlanRow | undefined
  scenario: ScenarioRow | undefined
  period: Period | undefined
  /** The date up to which the data reaches: what "so far" means. The engine's today until data says otherwise. */
  asOf: IsoDate | undefined
  screen: string
  params: Readonly<Record<string, string>>
  go(screen: string, params?: Readonly<Record<string, string>>): void
  setPeriod(period: Period): void
  setGrain(grain: Grain): void
  setEngine(engine: EngineState): void
}

const noUndo: UndoState = { undo: null, redo: null }

export const useSessionStore = create<SessionState>((set, get) => ({
  workspace: { isOpen: false },
  undo: noUndo,
  engine: 'starting',
  plans: [],
  plan: undefined,
  scenario: undefined,
  period: undefined,
  asOf: undefined,
  screen: 'home',
  params: {},
  go: (screen, params = {}) => set({ screen, params }),
  setPeriod: (period) => set({ period }),
  setGrain: (grain) => {
    const { workspace, plan, asOf } = get()
    if (!workspace.isOpen || plan === undefined) return
    set({ period: choosePeriod(plan.fiscalYear, grain, asOf ?? workspace.today, workspace.settings) })
  },
  setEngine: (state) => set({ engine: state })
}))

/** The period of a grain that holds the date, if that lies in the fiscal year, else the year's first. */
function choosePeriod(
  fiscalYear: number,
  grain: Grain,
  date: IsoDate,
  settings: WorkspaceSettings
): Period | undefined {
  const around = periodOf(date, grain, settings.calendar)
  return around.fiscalYear === fiscalYear ? around : periodsOfYear(fiscalYear, grain, settings.calendar)[0]
}

let turn = 0

/** Asks the engine anew for the file, the plans, and what is in view. */
export async function refreshSession(): Promise<void> {
  const mine = ++turn
  const state = await engine.ask('workspace.getState', {})
  if (mine !== turn || !state.ok) return
  const workspace = state.value
  if (!workspace.isOpen) {
    useSessionStore.setState({
      workspace,
      undo: noUndo,
      plans: [],
      plan: undefined,
      scenario: undefined,
      period: undefined,
      asOf: undefined
    })
    return
  }
  const [plans, current, asOf] = await Promise.all([
    engine.ask('plans.listPlans', {}),
    engine.ask('plans.getCurrent', {}),
    engine.ask('crm.getDataAsOf', {})
  ])
  if (mine !== turn || !plans.ok || !current.ok) return
  const plan = plans.value.find((each) => each.scenarios.some((scenario) => scenario.id === current.value))
  const scenario = plan?.scenarios.find((each) => each.id === current.value)
  const date = (asOf.ok ? asOf.value : null) ?? workspace.today
  const had = useSessionStore.getState()
  const isSamePlan = had.plan?.id === plan?.id && had.workspace.isOpen && had.period !== undefined && had.asOf === date
  const grain = had.period?.grain ?? 'quarter'
  const period = plan && (isSamePlan ? had.period : choosePeriod(plan.fiscalYear, grain, date, workspace.settings))
  useSessionStore.setState({ workspace, undo: workspace.undo, plans: plans.value, plan, scenario, period, asOf: date })
}

const sessionTopics = new Set(['workspace', 'plans', 'crm', 'import'])

/** Follows the engine's news from now on. */
export function startSession(): void {
  engine.listen((news) => {
    if (news.type === 'workspace') {
      useSessionStore.setState({ screen: 'home', params: {}, period: undefined })
      void refreshSession()
    } else if (news.type === 'attached') {
      void refreshSession()
    } else {
      useSessionStore.setState({ undo: news.undo })
      if (news.topics.some((topic) => sessionTopics.has(topic))) void refreshSession()
    }
  })
}

export interface Session {
  settings: WorkspaceSettings
  /** Undefined while the workspace has no plan yet. */
  plan: PlanRow | undefined
  scenario: ScenarioRow | undefined
  period: Period | undefined
  asOf: IsoDate
  /** Whether the scenario in view refuses changes. */
  isLocked: boolean
  params: Readonly<Record<string, string>>
  go: SessionState['go']
  setPeriod: SessionState['setPeriod']
}

/** For screens, which are only shown while a file is open. */
export function useSession(): Session {
  const state = useSessionStore()
  if (!state.workspace.isOpen) throw new Error('a screen was shown without an open workspace')
  return {
    settings: state.workspace.settings,
    plan: state.plan,
    scenario: state.scenario,
    period: state.period,
    asOf: state.asOf ?? state.workspace.today,
    isLocked: state.scenario?.lockedAt != null,
    params: state.params,
    go: state.go,
    setPeriod: state.setPeriod
  }
}
