// What the user asks the search for, in terms of the form, and the request that is made of it.

import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AlignmentRequest, LockReason, MoveMeasure, RegionLayer } from '#shared/territories/alignment-types.ts'
import type { MeasureId, TerritoryId } from '#shared/territories/types.ts'

export type Aim = 'travel' | 'km' | 'even' | 'calm' | 'own'
export const aims: readonly Aim[] = ['travel', 'km', 'even', 'calm', 'own']
export const moveMeasures: readonly MoveMeasure[] = ['accounts', 'revenue', 'openPipeline']
export const lockReasons: readonly LockReason[] = ['manual', 'openDeals', 'customers']
export const regionLayers: readonly RegionLayer[] = ['es-provinces', 'us-counties', 'us-states', 'countries']

export interface Forbidden {
  readonly accountId: AccountId
  readonly accountName: string
  readonly territoryId: TerritoryId
}

export interface Goal {
  readonly aim: Aim
  /** Used with the aim `own`. */
  readonly weights: AlignmentRequest['weights']
  readonly balance: MeasureId
  /** Null: no band. */
  readonly bandRatio: number | null
  readonly limits: readonly { readonly measure: MeasureId; readonly bandRatio: number }[]
  readonly moveLimits: Readonly<Record<MoveMeasure, number | null>>
  readonly locks: ReadonlySet<LockReason>
  /** Accounts that stay, by name. */
  readonly locked: readonly { readonly accountId: AccountId; readonly accountName: string }[]
  readonly forbidden: readonly Forbidden[]
  readonly withUnassigned: boolean
  readonly regions: RegionLayer | null
  readonly seed: number
}

const weightsOf: Record<Exclude<Aim, 'own'>, AlignmentRequest['weights']> = {
  travel: { visitKm: 1, km: 0, imbalance: 0, disruption: 0 },
  km: { visitKm: 0, km: 1, imbalance: 0, disruption: 0 },
  even: { visitKm: 0, km: 0, imbalance: 1, disruption: 0 },
  calm: { visitKm: 0, km: 0, imbalance: 0, disruption: 1 }
}

/** For the sake of evenness an account moves when that brings at least this part of its even share of 100 points. */
const worthMoving = 0.1

/** Where a form begins: travel where places are known, evenness else. */
export function firstGoal(balance: MeasureId, bandRatio: number, hasPlaces: boolean): Goal {
  return {
    aim: hasPlaces ? 'travel' : 'even',
    weights: weightsOf.travel,
    balance,
    bandRatio,
    limits: [],
    moveLimits: { accounts: null, revenue: null, openPipeline: null },
    locks: new Set(['manual']),
    locked: [],
    forbidden: [],
    withUnassigned: true,
    regions: null,
    seed: 1
  }
}

/** What is weighed: where evenness alone is asked for, each move costs a little, so that accounts stay unless moving them helps. */
export function weightsFor(goal: Goal, accounts: number): AlignmentRequest['weights'] {
  if (goal.aim === 'own') return goal.weights
  const weights = weightsOf[goal.aim]
  return goal.aim === 'even' ? { ...weights, disruption: (worthMoving * 100) / Math.max(1, accounts) } : weights
}

/** Whether there is anything to keep low. */
export const hasWeight = (goal: Goal): boolean => Object.values(weightsFor(goal, 1)).some((weight) => weight > 0)

export function requestOf(goal: Goal, scenarioId: ScenarioId, accounts: number): AlignmentRequest {
  return {
    scenarioId,
    withUnassigned: goal.withUnassigned,
    weights: weightsFor(goal, accounts),
    balance: goal.balance,
    bandRatio: goal.bandRatio,
    limits: goal.limits.filter((limit) => limit.measure !== goal.balance).map((limit) => ({ ...limit })),
    moveLimits: moveMeasures.flatMap((by) => {
      const maxRatio = goal.moveLimits[by]
      return maxRatio === null ? [] : { by, maxRatio }
    }),
    lockedIds: goal.locked.map(({ accountId }) => accountId),
    locks: [...goal.locks],
    forbidden: goal.forbidden.map(({ accountId, territoryId }) => ({ accountId, territoryId })),
    regions: goal.regions,
    seed: goal.seed
  }
}
