// What a reader of the pipeline forecast should know: what was missing, what stands on little, and what is declared rather than learnt.
import type { PipelineInput, PipelineNote, PipelineRecord } from '../pipeline-types.ts'
import type { AmountPools } from './amounts.ts'
import { declaredFactor } from './factors.ts'
import type { NewDeals } from './new-deals.ts'
import type { Learnt, OpenDeal } from './outlook.ts'

/** Fewer closed deals than this say little. */
const littleClosed = 30

/**
 * Lists the notes of a forecast.
 *
 * @param input what was asked for
 * @param learnt what earlier deals have taught
 * @param deals the open deals as judged
 * @param pools amounts of won deals
 * @param news new deals, or none
 * @param record how earlier forecasts turned out; null where that isn't asked for
 * @returns notes, the ones about missing history first
 * @example listNotes({ ...input, deals: [] }, learnt, [], pools, null, null).length // 2
 */
export function listNotes(
  input: PipelineInput,
  { lives, factors, timing }: Learnt,
  deals: readonly OpenDeal[],
  pools: AmountPools,
  news: NewDeals | null,
  record: PipelineRecord | null
): PipelineNote[] {
  const notes: PipelineNote[] = []
  const closed = lives.closed.length
  const states = input.stages.some(({ status, statedRatio }) => status === 'open' && statedRatio !== null)
  if (closed === 0 && !states && deals.length > 0) notes.push({ kind: 'noChances' })
  if (closed < littleClosed) notes.push({ kind: 'littleHistory', closed })
  if (closed > 0 && !lives.hasStages) notes.push({ kind: 'noStageHistory' })
  const ageless = deals.filter(({ state }) => state.age === null).length
  if (ageless > 0) notes.push({ kind: 'noCreatedDates', count: ageless })
  if (timing.all === null && deals.length > 0) notes.push({ kind: 'noCloseTimes' })
  const dated = deals.filter(({ state }) => state.lead !== null && state.lead >= 0).length
  if (timing.dateDeals > 0)
    notes.push({ kind: 'closeDatesWeight', weightRatio: timing.dateWeight, n: timing.dateDeals })
  else if (dated > 0 && timing.all !== null) notes.push({ kind: 'closeDatesUntested', count: dated })
  const amountless = deals.filter(({ life }) => life.deal.amountMinor === null)
  if (amountless.length > 0) {
    const typical = pools.find(null)?.meanMinor ?? null
    notes.push({
      kind: 'withoutAmount',
      count: amountless.length,
      typicalMinor: typical === null ? null : Math.round(typical)
    })
  }
  for (const kind of ['overdue', 'stale'] as const) {
    const of = deals.filter((deal) => (kind === 'overdue' ? deal.isOverdue : deal.isStale))
    if (of.length === 0) continue
    notes.push({
      kind,
      count: of.length,
      amountMinor: of.reduce((sum, { life }) => sum + (life.deal.amountMinor ?? 0), 0)
    })
    const { n, open, factor } = factors[kind]
    if (n + open === 0) notes.push({ kind: 'declaredDiscount', of: kind, factor, count: of.length })
  }
  const omitted = deals.filter(({ life }) => life.deal.category === 'omitted').length
  if (omitted > 0 && (factors.categories.get('omitted')?.n ?? 0) === 0)
    notes.push({ kind: 'declaredDiscount', of: 'omitted', factor: declaredFactor.omitted, count: omitted })
  if (input.options.hasNewDeals && news === null) notes.push({ kind: 'noNewDeals' })
  if (record !== null)
    notes.push(
      record.isApplied
        ? { kind: 'record', factor: record.factor, cuts: record.cuts.length }
        : { kind: 'noRecord', cuts: record.cuts.length }
    )
  return notes
}
