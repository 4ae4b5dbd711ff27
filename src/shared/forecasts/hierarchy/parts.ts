// Makes the forecasts of the parts add up, and says of each what it was, what it became and why. The ways of adding up are in reconcilers/.
import { groupBy } from '#shared/math/group-by.ts'
import { rangeOfSum } from '../automatic/ranges.ts'
import type { AutomaticForecast, RangeStep } from '../automatic/types.ts'
import type {
  LeaversChoice,
  PartForecast,
  PartKind,
  PartNote,
  PartPoint,
  PartPull,
  PartStatus,
  PartsSummary,
  ReconcilerId
} from '../hierarchy-types.ts'
import { shrinkCovariance } from './covariance.ts'
import { getReconciler } from './reconcilers/index.ts'
import type { Reconciled } from './reconcilers/reconciler.ts'
import { roundTree } from './round-tree.ts'

/** Fewer past errors than this can't tell their own size. */
const fewestErrors = 4
/** Pulls that are told: more of them say no more. */
const mostPulls = 5

/** A part before anything is forecast. */
export interface PartNode {
  readonly key: string
  readonly kind: PartKind
  readonly name: string
  /** Place of its parent, which stands before it; null for the company, which stands first. */
  readonly parent: number | null
  /** Sold by complete period from its first sale on, minor units; ends with the company's. */
  readonly values: readonly number[]
  readonly notes: readonly PartNote[]
}

/** What is known of a part once it is forecast by itself. */
export interface PartBase {
  readonly forecast: Pick<
    AutomaticForecast,
    'method' | 'reason' | 'middle' | 'ranges' | 'correlations' | 'baselineShare' | 'notes'
  >
  /** See one-step-errors.ts. */
  readonly errors: readonly number[]
}

export interface PartsInput {
  readonly nodes: readonly PartNode[]
  /** Undefined where a part isn't forecast yet, or has no values. */
  readonly bases: readonly (PartBase | undefined)[]
  readonly reconciler: ReconcilerId
  readonly leavers: LeaversChoice
  readonly horizon: number
  readonly seasonLength: number
  /** The steps, from 1, both included, that make up what is left of the plan's year; null where they don't cover it. */
  readonly yearSteps: { readonly from: number; readonly to: number } | null
}

export interface AddedParts {
  readonly parts: PartForecast[]
  readonly summary: PartsSummary | null
  readonly shrinkageRatio: number | null
}

/**
 * Makes the forecasts of a tree of parts add up, to the minor unit, in every period.
 *
 * A part that is alone in another and has sold the same is that other one under another name: one forecast, not two that bear each other out.
 * Parts without a sale have no forecast and are in no sum; people who left end at zero where that is chosen. Nothing below zero is forecast where
 * no past value was below it: such a part is held at zero and the others are moved anew. The range of a part is that of its own forecast
 * around the new middle, made as much narrower or wider as its standard error becomes by adding up; where that isn't known, as wide as it was.
 *
 * @param input the tree with its forecasts, minor units
 * @returns the parts in the order given
 * @missing `summary` is null, and every middle, while a part that has values isn't forecast yet
 * @source see reconcilers/; ranges: Wickramasuriya, Athanasopoulos & Hyndman, JASA 114 (2019), (3), with the width of each period's own range
 * @example addUpParts({ nodes: [], bases: [], reconciler: 'bottomUp', leavers: 'end', horizon: 1, seasonLength: 4, yearSteps: null }).parts // []
 */
export function addUpParts(input: PartsInput): AddedParts {
  const { nodes, bases } = input
  const status = statusOf(input)
  const isWaiting = status.includes('waiting')
  const active = isWaiting ? [] : nodes.flatMap((_, node) => (status[node] === 'forecast' ? node : []))
  const added = active.length > 0 ? reconcileActive(input, active) : undefined
  const depths: number[] = []
  for (const { parent } of nodes) depths.push(parent === null ? 0 : (depths[parent] ?? 0) + 1)
  const length = nodes[0]?.values.length ?? 0
  const parts = nodes.map((node, at): PartForecast => {
    const base = bases[at]
    const place = added?.placeOf.get(at)
    const points = pointsOf(input, at, status[at], added, place)
    const missing = Math.max(0, length - node.values.length)
    return {
      key: node.key,
      kind: node.kind,
      name: node.name,
      parentKey: node.parent === null ? null : (nodes[node.parent]?.key ?? null),
      depth: depths[at] ?? 0,
      status: status[at] ?? 'waiting',
      history: [...Array.from({ length: missing }, () => null), ...node.values],
      lastYearMinor:
        length < input.seasonLength
          ? null
          : node.values.slice(-input.seasonLength).reduce((sum, value) => sum + value, 0),
      method: base?.forecast.method ?? null,
      reason: base?.forecast.reason ?? null,
      baselineShareRatio: base?.forecast.baselineShare ?? null,
      ...points,
      shareRatio: null,
      widthRatio: place === undefined ? null : (added?.reconciled.widths[place] ?? null),
      pulls: place === undefined || added === undefined ? [] : pullsOf(input, added, place),
      notes: [
        ...node.notes,
        ...notesOf(base),
        ...(place !== undefined && (added?.reconciled.heldSteps[place] ?? 0) > 0
          ? [{ kind: 'heldAtZero' as const, periods: added?.reconciled.heldSteps[place] ?? 0 }]
          : [])
      ]
    }
  })
  const whole = parts[0]?.total.middleMinor ?? null
  for (const part of parts)
    if (whole !== null && whole !== 0 && part.total.middleMinor !== null)
      part.shareRatio = part.total.middleMinor / whole
  return { parts, summary: summariseParts(parts, (part) => part.total), shrinkageRatio: added?.shrinkageRatio ?? null }
}

/** A node above others has a forecast as soon as it is made, when one of those below has or will have one: it never stands alone with it. */
function statusOf({ nodes, bases, leavers }: PartsInput): PartStatus[] {
  const ranks: readonly PartStatus[] = ['noHistory', 'ended', 'forecast']
  const best = nodes.map((): PartStatus => 'noHistory')
  const isWhole = nodes.map(() => false)
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]
    if (!node) continue
    const isEnded = node.kind === 'leavers' && leavers === 'end'
    if (!isWhole[at] && node.values.length > 0) best[at] = isEnded ? 'ended' : 'forecast'
    if (node.parent === null) continue
    isWhole[node.parent] = true
    const [own, above] = [best[at] ?? 'noHistory', best[node.parent] ?? 'noHistory']
    if (ranks.indexOf(own) > ranks.indexOf(above)) best[node.parent] = own
  }
  return nodes.map((node, at) =>
    node.values.length > 0 && bases[at] === undefined ? 'waiting' : (best[at] ?? 'noHistory')
  )
}

interface Added {
  /** Twins have the place of the node they are the same as. */
  readonly placeOf: ReadonlyMap<number, number>
  readonly active: readonly number[]
  readonly base: readonly (readonly number[])[]
  readonly reconciled: Reconciled
  /** By place, then by step. */
  readonly rounded: readonly (readonly number[])[]
  /** Places with children, in order: the columns of the shares. */
  readonly wholes: readonly number[]
  readonly children: readonly (readonly number[])[]
  readonly shrinkageRatio: number | null
}

/** Nodes that are alone in another one with the same history, with that one; further down too. */
function findTwins(nodes: readonly PartNode[], active: readonly number[]): Map<number, number> {
  const inSum = new Map<number, number[]>()
  for (const node of active) {
    const parent = nodes[node]?.parent ?? null
    if (parent !== null) inSum.set(parent, [...(inSum.get(parent) ?? []), node])
  }
  const twins = new Map<number, number>()
  for (const [parent, [only, ...others]] of [...inSum].sort(([one], [other]) => one - other)) {
    if (only === undefined || others.length > 0) continue
    const [own, above] = [nodes[only]?.values ?? [], nodes[parent]?.values ?? []]
    const isSame = own.length === above.length && own.every((value, at) => value === above[at])
    if (isSame) twins.set(only, twins.get(parent) ?? parent)
  }
  return twins
}

function reconcileActive({ nodes, bases, reconciler, horizon, seasonLength }: PartsInput, all: number[]): Added {
  const twins = findTwins(nodes, all)
  const active = all.filter((node) => !twins.has(node))
  const ownPlace = new Map(active.map((node, place) => [node, place]))
  const placeOf = new Map(all.map((node) => [node, ownPlace.get(twins.get(node) ?? node) ?? 0]))
  const parents = active.map((node) => {
    const parent = nodes[node]?.parent ?? null
    return parent === null ? null : (placeOf.get(parent) ?? null)
  })
  const base = active.map((node) => bases[node]?.forecast.middle ?? [])
  const histories = active.map((node) => nodes[node]?.values ?? [])
  const errors = active.map((node) => bases[node]?.errors ?? [])
  const covariance = shrinkCovariance(
    errors,
    histories.map((values, place) =>
      (errors[place]?.length ?? 0) >= fewestErrors
        ? 0
        : values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length)
    )
  )
  const way = getReconciler(reconciler)
  const isFloored = histories.map((values) => values.every((value) => value >= 0))
  const reconciled = way.reconcile({ parents, base, histories, covariance, seasonLength, isFloored })
  const rounded = active.map(() => [] as number[])
  for (let step = 0; step < horizon; step += 1)
    roundTree(
      parents,
      reconciled.middles.map((own) => own[step] ?? 0)
    ).forEach((value, place) => {
      rounded[place]?.push(value)
    })
  const children = active.map(() => [] as number[])
  parents.forEach((parent, place) => {
    if (parent !== null) children[parent]?.push(place)
  })
  const wholes = children.flatMap((own, place) => (own.length > 0 ? place : []))
  const shrinkageRatio = way.usesCorrelations ? covariance.shrinkage : null
  return { placeOf, active, base, reconciled, rounded, wholes, children, shrinkageRatio }
}

type Points = Pick<PartForecast, 'points' | 'total' | 'year'>

function pointsOf(
  { bases, nodes, horizon, yearSteps }: PartsInput,
  at: number,
  status: PartStatus | undefined,
  added: Added | undefined,
  place: number | undefined
): Points {
  const forecast = bases[at]?.forecast
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const noRange = { low80Minor: null, high80Minor: null, low95Minor: null, high95Minor: null }
  const baseOf = (from: number, to: number) =>
    // Rounded first, so that a total is the sum of what is shown.
    forecast ? forecast.middle.slice(from - 1, to).reduce((sum, value) => sum + Math.round(value), 0) : null
  const collect = (make: (from: number, to: number) => PartPoint): Points => ({
    points: steps.map((step) => make(step + 1, step + 1)),
    total: make(1, horizon),
    year: yearSteps && make(yearSteps.from, yearSteps.to)
  })
  if (added === undefined || place === undefined || !forecast)
    return collect((from, to) => ({
      baseMinor: baseOf(from, to),
      middleMinor: status === 'ended' ? 0 : null,
      ...noRange
    }))
  const middle = added.rounded[place] ?? []
  const isFloored = (nodes[at]?.values ?? []).every((value) => value >= 0)
  const width = added.reconciled.widths[place] ?? 1
  const ranges = forecast.ranges?.map((range, step) =>
    moveRange(range, forecast.middle[step] ?? 0, middle[step] ?? 0, width, isFloored)
  )
  return collect((from, to) => {
    const sum = middle.slice(from - 1, to).reduce((total, value) => total + value, 0)
    const baseMinor = baseOf(from, to)
    if (!ranges) return { baseMinor, middleMinor: sum, ...noRange }
    const { range } = rangeOfSum({ middle, ranges, correlations: forecast.correlations }, from, to)
    if (!range) return { baseMinor, middleMinor: sum, ...noRange }
    const end = (value: number) => Math.round(isFloored ? Math.max(0, value) : value)
    return {
      baseMinor,
      middleMinor: sum,
      low80Minor: end(range.low80),
      high80Minor: end(range.high80),
      low95Minor: end(range.low95),
      high95Minor: end(range.high95)
    }
  })
}

/** An end that was cut at zero stays there: how far below it would have reached isn't known. */
function moveRange(range: RangeStep, from: number, to: number, width: number, isFloored: boolean): RangeStep {
  const below = (end: number) => (isFloored && end <= 0 ? Math.min(0, to) : to + (end - from) * width)
  const above = (end: number) => to + (end - from) * width
  return {
    low80: below(range.low80),
    low95: below(range.low95),
    high80: above(range.high80),
    high95: above(range.high95)
  }
}

function pullsOf({ nodes }: PartsInput, added: Added, place: number): PartPull[] {
  const { shares } = added.reconciled
  if (shares === null) return []
  const total = (of: number) => (added.base[of] ?? []).reduce((sum, value) => sum + value, 0)
  return added.wholes
    .map((whole, column): PartPull => {
      const gap = (added.children[whole] ?? []).reduce((rest, child) => rest - total(child), total(whole))
      return {
        key: nodes[added.active[whole] ?? 0]?.key ?? '',
        gapMinor: Math.round(gap),
        movedMinor: Math.round(-(shares[place * added.wholes.length + column] ?? 0) * gap)
      }
    })
    .filter((pull) => pull.movedMinor !== 0)
    .sort((one, other) => Math.abs(other.movedMinor) - Math.abs(one.movedMinor))
    .slice(0, mostPulls)
}

function notesOf(base: PartBase | undefined): PartNote[] {
  if (!base) return []
  const notes: PartNote[] = []
  for (const note of base.forecast.notes) {
    if (note.kind === 'seasonUnknown') notes.push({ kind: 'seasonUnknown', missingPeriods: note.missingPeriods })
    if (note.kind === 'outliers') notes.push({ kind: 'outliers', count: note.positions.length })
  }
  if (base.errors.length < fewestErrors) notes.push({ kind: 'fewErrors', count: base.errors.length })
  return notes
}

/**
 * Says how far parts and whole were apart, over the periods asked for.
 *
 * @param parts those of a forecast, the company first
 * @param read the figures of a part over some of its periods, minor units
 * @returns sums in minor units; the highest level counts that has several parts
 * @missing null while the company has no forecast that adds up
 * @example summariseParts([], (part) => part.total) // null
 */
export function summariseParts(
  parts: readonly PartForecast[],
  read: (part: PartForecast) => PartPoint
): PartsSummary | null {
  const [company] = parts
  if (company?.status !== 'forecast' || company.total.middleMinor === null) return null
  const inSum = parts.filter((part) => part.status === 'forecast')
  const childrenOf = groupBy(inSum, (part) => part.parentKey)
  const below = (part: PartForecast) => childrenOf.get(part.key) ?? []
  const leaves = inSum.filter((part) => below(part).length === 0)
  // A top team that is the whole company says nothing against it: the first level with several parts does.
  let tops = below(company)
  for (let [only] = tops; tops.length === 1 && only !== undefined && below(only).length > 0; [only] = tops)
    tops = below(only)
  const baseOf = (some: readonly PartForecast[]) => some.reduce((sum, part) => sum + (read(part).baseMinor ?? 0), 0)
  return {
    companyBaseMinor: read(company).baseMinor ?? 0,
    topPartsBaseMinor: baseOf(tops),
    leavesBaseMinor: baseOf(leaves),
    companyMinor: read(company).middleMinor ?? 0,
    movedMinor: leaves.reduce((sum, part) => {
      const { baseMinor, middleMinor } = read(part)
      return sum + Math.abs((middleMinor ?? 0) - (baseMinor ?? 0))
    }, 0),
    leaves: leaves.length
  }
}
