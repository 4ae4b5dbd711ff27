// An explanation as data: steps with their values and the deals they rest on. Words are put to it in trace/.
import type { OpportunityId } from '../crm/types.ts'
import type { SellerId, TeamId } from '../people/types.ts'
import type { IsoDate } from '../units/date.ts'

/** A value in a trace. Exact fractions travel as text ('23/20'), so that nothing is lost in JSON. */
export type TraceValue =
  | { unit: 'money'; minor: number }
  | { unit: 'exactMoney'; minor: string }
  | { unit: 'ratio'; value: string }
  | { unit: 'factor'; value: string }
  | { unit: 'days'; count: number }
  | { unit: 'count'; count: number }
  | { unit: 'date'; on: IsoDate }
  | { unit: 'period'; key: string }
  | { unit: 'word'; word: string }
  | { unit: 'seller'; sellerId: SellerId }
  | { unit: 'team'; teamId: TeamId }
  | { unit: 'component'; id: string }

/** A deal as a trace keeps it: which, how much, when. */
export type TraceDeal = readonly [dealId: OpportunityId, amountMinor: number, closedOn: IsoDate]

/**
 * One step of an explanation: what was done (`what` has a sentence in both languages), with which values, and the
 * steps it rests on. The deepest steps list the deals.
 */
export interface TraceStep {
  what: TraceWhat
  values: Readonly<Record<string, TraceValue>>
  steps: readonly TraceStep[]
  deals?: readonly TraceDeal[]
}

export type TraceWhat =
  | 'line'
  | 'trueUp'
  | 'carried'
  | 'negativeCarried'
  | 'negativeDropped'
  | 'rounded'
  | 'targetBonus'
  | 'componentTarget'
  | 'targetPay'
  | 'targetSegment'
  | 'attainment'
  | 'attainmentUnknown'
  | 'measured'
  | 'notCounted'
  | 'quota'
  | 'quotaRow'
  | 'quotaProrated'
  | 'teamMember'
  | 'teamMemberWithoutQuota'
  | 'payout'
  | 'belowThreshold'
  | 'thresholdSoft'
  | 'thresholdHard'
  | 'slope'
  | 'slopeWhole'
  | 'betweenPoints'
  | 'belowFirstPoint'
  | 'beyondLastPoint'
  | 'flatAfterLastPoint'
  | 'cappedAttainment'
  | 'cappedPayout'
  | 'belowZero'
  | 'commission'
  | 'baseRate'
  | 'tierPart'
  | 'tierWhole'
  | 'dealPay'
  | 'runningPay'
  | 'totalPay'
  | 'cappedAmount'
  | 'teamBonusReached'
  | 'teamBonusMissed'
  | 'planCap'
  | 'missing'

/** Why a line can't be computed. */
export type MissingReason =
  | 'noTargetPay'
  | 'noQuota'
  | 'quotaNotPositive'
  | 'noTeam'
  | 'noParentTeam'
  | 'noTeamQuota'
  | 'earlierPeriod'
