// The steps of an explanation in English.
import type { TraceWords } from './words.ts'

export const english: TraceWords = {
  steps: {
    line: (said) =>
      said('amount') === ''
        ? `${said('component')}, ${said('period')}: open`
        : `${said('component')}, ${said('period')}: ${said('amount')}`,
    trueUp: (said) => `Year to date: due ${said('due')} − due before ${said('before')} = ${said('movement')}`,
    carried: (said) => `With ${said('carried')} carried from before: ${said('balance')}`,
    negativeCarried: (said) => `Below zero: nothing is paid, ${said('balance')} is carried on`,
    negativeDropped: (said) => `Below zero: ${said('amount')} counts as zero and is let go`,
    rounded: (said) => `Rounded once, half up: ${said('exact')} → ${said('rounded')}`,
    targetBonus: (said) => `Target ${said('target')} × payout ${said('payout')} = ${said('amount')}`,
    componentTarget: (said) => `Target of this component: ${said('targetPay')} × ${said('weight')} = ${said('target')}`,
    targetPay: (said) => `Target pay: ${said('amount')}`,
    targetSegment: (said) =>
      `${said('period')}: ${said('year')} a year × ${said('share')} of the year × ${said('days')} of ${said('of')} days = ${said('amount')}`,
    attainment: (said) =>
      `Attainment (${said('scope')}${said('team')}): ${said('booked')} ÷ ${said('quota')} = ${said('attainment')}`,
    attainmentUnknown: (said) =>
      `Attainment (${said('scope')}${said('team')}): ${said('booked')} booked, no quota above zero to compare with`,
    measured: (said) => `Counted: ${said('booked')}`,
    notCounted: (said) => `Not counted, closed on days outside the plan: ${said('booked')}`,
    quota: (said) => `Quota: ${said('quota')}`,
    quotaRow: (said) => `Quota set for ${said('period')}: ${said('quota')}`,
    quotaProrated: (said) => `Quota: ${said('full')} × ${said('days')} of ${said('of')} days = ${said('quota')}`,
    teamMember: (said) => `${said('seller')}: ${said('booked')} of ${said('quota')}`,
    teamMemberWithoutQuota: (said) => `${said('seller')}: ${said('booked')}, not counted, because there is no quota`,
    payout: (said) => `Payout at ${said('attainment')}: ${said('payout')} of the target`,
    belowThreshold: (said) => `${said('attainment')} is below the threshold of ${said('threshold')}: nothing is paid`,
    thresholdSoft: (said) => `The threshold of ${said('threshold')} is reached: all points count`,
    thresholdHard: (said) => `The threshold of ${said('threshold')} is reached: only the points above it count`,
    slope: (said) => `From ${said('from')} to ${said('to')}: ${said('points')} × ${said('factor')} = ${said('payout')}`,
    slopeWhole: (said) => `All points at the factor reached: ${said('points')} × ${said('factor')} = ${said('payout')}`,
    betweenPoints: (said) =>
      `Between ${said('lowAttainment')} (pays ${said('lowPayout')}) and ${said('highAttainment')} (pays ${said('highPayout')}), in a straight line: ${said('payout')}`,
    belowFirstPoint: (said) => `${said('attainment')} is below ${said('first')}, where pay begins: nothing is paid`,
    beyondLastPoint: (said) =>
      `Above ${said('highAttainment')} (pays ${said('highPayout')}) at the same pace: ${said('payout')}`,
    flatAfterLastPoint: (said) => `Above ${said('last')} the payout stays at ${said('payout')}`,
    cappedAttainment: (said) => `Attainment capped: ${said('before')} → ${said('cap')}`,
    cappedPayout: (said) => `Payout capped: ${said('before')} → ${said('cap')}`,
    belowZero: (said) => `Attainment of ${said('attainment')} is below zero: nothing is paid`,
    commission: (said) => `Commission on ${said('booked')}: ${said('amount')}`,
    baseRate: (said) =>
      `Base rate: ${said('target')} (${said('weight')} of target pay) ÷ quota ${said('quota')} = ${said('rate')}`,
    tierPart: (said) => `From ${said('from')} to ${said('to')}: ${said('part')} × ${said('rate')} = ${said('pay')}`,
    tierWhole: (said) => `Tier from ${said('from')} reached: ${said('amount')} × ${said('rate')} = ${said('pay')}`,
    dealPay: (said) => `Deal of ${said('amount')}: ${said('pay')}`,
    runningPay: (said) =>
      `Deal of ${said('amount')}, running total ${said('before')} → ${said('after')}: ${said('pay')}`,
    totalPay: (said) => `On a total of ${said('total')}: ${said('pay')}, ${said('blended')} on average`,
    cappedAmount: (said) => `Capped: ${said('before')} → ${said('cap')}`,
    teamBonusReached: (said) =>
      `Team at ${said('attainment')}, ${said('reach')} needed: the bonus of ${said('amount')} is paid`,
    teamBonusMissed: (said) => `Team at ${said('attainment')}, ${said('reach')} needed: no bonus`,
    planCap: (said) =>
      `Sum of the components ${said('sum')}, cap ${said('times')} × target pay = ${said('cap')}: ${said('over')}`,
    missing: (said) => said('reason')
  },
  missing: {
    noTargetPay: 'No target pay is known: set it on the person or in the plan.',
    noQuota: 'No quota is set for this period.',
    quotaNotPositive: 'The quota is zero or below, so there is no attainment.',
    noTeam: 'The seller belongs to no team in this period.',
    noParentTeam: "The seller's team has no team above it.",
    noTeamQuota: 'Nobody in the team has a quota in this period.',
    earlierPeriod: 'An earlier period of the year could not be computed, so the difference to it is unknown.'
  },
  words: { seller: 'own', team: 'team', parentTeam: 'parent team' },
  deal: (name, amount, on) => `${on}: ${name}, ${amount}`,
  unknownDeal: (id) => `deal ${id}`
}
