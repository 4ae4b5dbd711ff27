// What the files change about deals that are known, and which of them a newer export of the same shape does not hold any more.
import type { OpportunityId } from '#shared/crm/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { DealChange, Differences, FieldChange, ReadTable } from '../types.ts'
import type { DealEntry } from './deal-match.ts'
import { isSameBeside, isSameDeal } from './deal-values.ts'
import { type DealDesk, type DealDesks, labelOf } from './deals.ts'
import { changeKindsOf, type DealState, DifferenceBook } from './differences.ts'
import type { Notebook } from './notebook.ts'
import { isInRanges } from './seen-ranges.ts'
import type { KnownFacts, OpportunityValues, Ref } from './types.ts'

/** Fields whose changes are shown, in this order. */
const shownFields = [
  'stage',
  'amountMinor',
  'currency',
  'closeOn',
  'seller',
  'account',
  'product',
  'name',
  'createdOn',
  'leadSource',
  'isNewBusiness',
  'probabilityRatio',
  'forecastCategory',
  'lastActivityOn',
  'lossReason',
  'externalId'
] as const satisfies readonly (keyof OpportunityValues)[]

export interface DealChanges {
  differences: Differences
  /** Deals of an earlier export of the same shape that are not in the files. */
  vanished: Ref[]
}

interface PlanSoFar {
  known: KnownFacts
  deals: DealDesk
  desks: DealDesks
  notes: Notebook
  shapes: ReadonlyMap<string, string>
}

/** Compares what was planned with what is known. `shapes`: table key → shape; tables without one are not compared for what vanished. */
export function findDealChanges(plan: PlanSoFar): DealChanges {
  const { deals, desks, notes } = plan
  const book = new DifferenceBook<{ entry: DealEntry; kinds: DealChange['kinds'] }>()
  const statusOf = (values: OpportunityValues): StageStatus => desks.stages.statusOf(values.stage)
  const home = (values: OpportunityValues): number | null => desks.rates.homeMinor(values, statusOf(values))
  for (const entry of deals.entries) {
    const { before, values } = entry
    if (before === null) {
      const kinds = ['new'] as const
      book.note({ kinds, homeMinor: home(values), homeBeforeMinor: null, closeBefore: null, closeAfter: null })
      continue
    }
    if (!entry.isChanged) continue
    // Two files may have said different things of it, the second what is known already.
    if (isSameDeal(before, values)) {
      entry.isChanged = false
      continue
    }
    const kinds = changeKindsOf(stateOf(before, desks), stateOf(values, desks), !isSameBeside(before, values))
    const homeMinor = home(values)
    book.note(
      {
        kinds,
        homeMinor,
        homeBeforeMinor: home(before),
        closeBefore: before.closeOn,
        closeAfter: values.closeOn
      },
      { entry, kinds }
    )
    if (kinds.includes('fellBack') || kinds.includes('reopened'))
      notes.find(
        'stageRegression',
        `${labelOf(values)}: ${desks.stages.nameOf(before.stage)} → ${desks.stages.nameOf(values.stage)}`,
        homeMinor
      )
  }
  const { vanished, since } = findVanished(plan)
  for (const entry of vanished) {
    const { values } = entry
    const homeMinor = home(values)
    const kinds: DealChange['kinds'] = ['vanished']
    book.note(
      { kinds, homeMinor: null, homeBeforeMinor: homeMinor, closeBefore: values.closeOn, closeAfter: null },
      { entry, kinds }
    )
    notes.find('vanished', labelOf(values), homeMinor)
  }
  return {
    differences: book.report(since, ({ entry, kinds }) => writeOut(entry, kinds, desks)),
    vanished: vanished.map((entry) => entry.ref)
  }
}

const stateOf = (values: OpportunityValues, { stages }: DealDesks): DealState => ({
  status: stages.statusOf(values.stage),
  stage: values.stage,
  stageOrder: stages.orderOf(values.stage),
  seller: values.seller,
  amountMinor: values.amountMinor,
  currency: values.currency,
  closeOn: values.closeOn
})

function writeOut(entry: DealEntry, kinds: DealChange['kinds'], desks: DealDesks): DealChange {
  const { before, values, ref } = entry
  const isGone = kinds.includes('vanished')
  const changes: FieldChange[] = []
  if (before !== null && !isGone)
    for (const field of shownFields)
      if (before[field] !== values[field])
        changes.push({ field, before: shown(before, field, desks), after: shown(values, field, desks) })
  if (before !== null && !isGone) changes.push(...customChanges(before, values))
  const { people, accounts } = desks
  return {
    opportunityId: ref > 0 ? (ref as OpportunityId) : null,
    externalId: values.externalId,
    label: values.name ?? values.externalId ?? '',
    accountName: values.account === null ? null : accounts.book.nameOf(values.account),
    sellerName: values.seller === null ? null : people.book.nameOf(values.seller),
    kinds,
    changes,
    amountMinor: isGone ? null : values.amountMinor,
    beforeMinor: before?.amountMinor ?? null,
    currency: values.currency
  }
}

/** References by name, flags and ratios as they are. */
function shown(
  values: OpportunityValues,
  field: (typeof shownFields)[number],
  { stages, people, accounts, products }: DealDesks
): string | number | null {
  const value = values[field]
  if (value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return value
  if (field === 'stage') return stages.nameOf(value)
  if (field === 'seller') return people.book.nameOf(value)
  if (field === 'account') return accounts.book.nameOf(value)
  if (field === 'product') return products.book.nameOf(value)
  return value
}

function customChanges(before: OpportunityValues, after: OpportunityValues): FieldChange[] {
  const headers = new Set([...Object.keys(before.custom ?? {}), ...Object.keys(after.custom ?? {})])
  const changes: FieldChange[] = []
  for (const header of headers) {
    const [old, now] = [before.custom?.[header] ?? null, after.custom?.[header] ?? null]
    if (old !== now) changes.push({ field: header, before: old, after: now })
  }
  return changes
}

/**
 * Deals that the newest export of the same shape held and these files don't: only those that close within the days that the file covers
 * (or on no known day), so that an export of one quarter does not make the others vanish.
 */
function findVanished(plan: PlanSoFar): { vanished: DealEntry[]; since: Differences['since'] } {
  const { known, deals, shapes } = plan
  const vanished = new Set<DealEntry>()
  let since: Differences['since'] = null
  for (const table of deals.seenByTable.keys()) {
    const shape = shapes.get(table.key)
    const earlier = shape === undefined ? undefined : newestOf(known.earlier.filter((each) => each.shape === shape))
    if (earlier === undefined) continue
    if (since === null || earlier.importedAt > since.importedAt)
      since = { importId: earlier.importId, importedAt: earlier.importedAt }
    const { from, to } = closeDays(deals.entries, table)
    for (const entry of deals.knownEntries) {
      if (entry.isSeen || !isInRanges(earlier.ranges, entry.ref)) continue
      const { closeOn } = entry.values
      if (closeOn === null || (from !== null && to !== null && closeOn >= from && closeOn <= to)) vanished.add(entry)
    }
  }
  return { vanished: [...vanished], since }
}

const newestOf = (earlier: readonly KnownFacts['earlier'][number][]): KnownFacts['earlier'][number] | undefined => {
  let newest: KnownFacts['earlier'][number] | undefined
  for (const each of earlier) if (newest === undefined || each.importId > newest.importId) newest = each
  return newest
}

/** First and last close day of the deals that a table holds; null without any. */
function closeDays(entries: readonly DealEntry[], table: ReadTable): { from: IsoDate | null; to: IsoDate | null } {
  let from: IsoDate | null = null
  let to: IsoDate | null = null
  for (const { values, lastTable } of entries) {
    if (lastTable !== table || values.closeOn === null) continue
    if (from === null || values.closeOn < from) from = values.closeOn
    if (to === null || values.closeOn > to) to = values.closeOn
  }
  return { from, to }
}
