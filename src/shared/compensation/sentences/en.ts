// The rules of a plan in English sentences.
import type { ComponentScope, MeasureName, PayGrain } from '../types.ts'
import type { SentenceWords } from './words.ts'

const period: Readonly<Record<PayGrain, string>> = {
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year'
}
const counts: Readonly<Record<PayGrain, string>> = {
  month: 'twelve months',
  quarter: 'four quarters',
  half: 'two half-years',
  year: 'year'
}
const measureNames: Readonly<Record<MeasureName, string>> = {
  bookings: 'bookings',
  newBusiness: 'bookings from new business'
}
const whose: Readonly<Record<ComponentScope, string>> = {
  seller: "the seller's own",
  team: "the team's",
  parentTeam: "the parent team's"
}
const names: Readonly<Record<ComponentScope, string>> = {
  seller: 'Individual',
  team: 'Team',
  parentTeam: 'Parent team'
}

export const english: SentenceWords = {
  componentName: (component) => {
    if (component.name !== null) return component.name
    if (component.kind === 'commission') return 'Commission'
    return component.kind === 'teamBonus' ? `${names[component.scope]} bonus` : names[component.scope]
  },
  planCapName: 'Plan cap',
  targetPay: (share, grain) => {
    const said = 'Target pay is what a full year pays when every goal is met at 100%'
    if (grain === 'year') return share === 'equal' ? `${said}.` : `${said}; the year is one period of all its days.`
    return share === 'equal'
      ? `${said}; it is shared in equal parts among the ${counts[grain]}.`
      : `${said}; it is shared among the ${counts[grain]} by the days each has.`
  },
  mode: (mode, grain) =>
    mode === 'discrete'
      ? `Pay is worked out every ${period[grain]}, each one alone: a good ${period[grain]} doesn't make up for a poor one.`
      : `Pay is worked out every ${period[grain]} on the year to date: what is due so far, less what was due before.`,
  negative: (negative, grain) => {
    const when = `If a ${period[grain]} comes out below zero`
    if (negative === 'pay') return `${when}, the amount is taken back at once.`
    if (negative === 'carry')
      return `${when}, nothing is taken back; the amount is carried and set off against what follows.`
    return `${when}, it counts as zero and the amount is let go.`
  },
  targetBonus: (name, weight, measure, scope) =>
    `${name}: ${weight} of target pay, by ${whose[scope]} ${measureNames[measure]} against ${scope === 'seller' ? 'the quota' : "the sum of its people's quotas"}.`,
  threshold: (threshold, at) => {
    if (threshold === null)
      return 'There is no threshold: each point of attainment, from the first, pays one point of this target.'
    return threshold.form === 'soft'
      ? `Below ${at} it pays nothing; once ${at} is reached every point counts, from the first.`
      : `Below ${at} it pays nothing; above, only the points above ${at} are paid.`
  },
  noAccelerator: 'There is no accelerator: points above 100% pay the same as those below.',
  accelerator: (application, above, factor) =>
    application === 'marginal'
      ? `Above ${above} each further point pays ${factor} points.`
      : `From ${above} on every point pays ${factor} points, those below ${above} too.`,
  curveCap: (on, at) => {
    if (on === null) return 'It has no cap.'
    return on === 'payout' ? `It pays at most ${at} of its target.` : `Attainment above ${at} doesn't count.`
  },
  points: (pairs, format) =>
    `It pays ${format.list(pairs.map((pair) => `${pair.payout} at ${pair.attainment}`))} of attainment, in a straight line from one to the next, and nothing below ${pairs[0]?.attainment ?? ''}.`,
  abovePoints: (above, attainment, payout) =>
    above === 'continue'
      ? `Above ${attainment} it goes on rising at the same pace.`
      : `Above ${attainment} it stays at ${payout}.`,
  commission: (name, measure, tiers, format) =>
    `${name}: on the seller's own ${measureNames[measure]}, ${format.list(
      tiers.map((tier) => {
        if (tier.from === null) return tier.to === null ? tier.rate : `${tier.rate} up to ${tier.to}`
        return tier.to === null ? `${tier.rate} above ${tier.from}` : `${tier.rate} from ${tier.from} to ${tier.to}`
      })
    )}.`,
  baseRate: (weight) => `The base rate is ${weight} of target pay divided by the quota.`,
  ofQuota: (share) => `${share} of quota`,
  timesBase: (factor) => `${factor} times the base rate`,
  application: ({ application, edge }) => {
    if (application === 'marginal') return 'Each rate counts only for the part within its tier.'
    return `The rate of the highest tier reached counts for the whole amount; an amount exactly on an edge ${edge === 'upper' ? 'reaches the upper tier' : 'stays in the lower tier'}.`
  },
  input: (input, grain) => {
    if (input === 'deal') return 'The tiers are read for each deal alone.'
    if (input === 'period') return `The tiers are read once, on the total of the ${period[grain]}.`
    return 'The tiers are read deal by deal on the running total, in the order of closing.'
  },
  commissionCap: (amount, grain) =>
    amount === null ? 'The commission has no cap.' : `The commission pays at most ${amount} in a ${period[grain]}.`,
  teamBonus: (name, amount, reach, scope, measure, grain) =>
    `${name}: ${amount} a year on top, ${grain === 'year' ? 'paid' : `a share of it in each ${period[grain]}, paid`} when ${whose[scope]} ${measureNames[measure]} reach ${reach} of the sum of its people's quotas; below that, nothing.`,
  teamMeaning: (grain) =>
    `A person counts for the team of their last day in the ${period[grain]}, with all bookings and the whole quota; who has no quota counts with neither.`,
  planCap: (times, grain) =>
    times === null
      ? 'Total pay has no cap.'
      : `Total pay of a ${period[grain]} is at most ${times} times its target pay; what is above is not paid.`,
  prorateTarget: ({ targetPay, firstDay }, grain) => {
    const day = firstDay === 'counted' ? 'the first day counts' : "the first day doesn't count"
    return targetPay === 'days'
      ? `Who joins, leaves or is away gets target pay for the calendar days taken part, out of all days of the ${period[grain]}; ${day}.`
      : `Target pay isn't shortened for who joins, leaves or is away during a ${period[grain]}; in counting days, ${day}.`
  },
  prorateQuota: (rule, grain) =>
    rule === 'none'
      ? 'Quotas count as they were set; they are not shortened by days.'
      : `Quotas are shortened by the same days, out of all days of the ${period[grain]}.`,
  crediting: (measures) =>
    `A deal counts for the seller who owns it, on the day it closes as won, while the seller is in the plan${
      measures.includes('newBusiness') ? '; it is new business only when it is marked so' : ''
    }.`,
  missing:
    'Without a quota above zero, or without target pay where a rule needs it, nothing is computed: the amount stays open, and says why.',
  rounding:
    'Sums are exact; each line of pay is rounded once, half up, to the smallest unit of the currency, and totals add the rounded lines.'
}
