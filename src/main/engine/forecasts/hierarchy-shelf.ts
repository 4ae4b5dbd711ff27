// The forecasts of the parts that were made last for each choice of tree and grain, kept while the file is open, and made to add up when asked for.
import type { Reader } from '#engine/db.ts'
import { type AddedParts, addUpParts, type PartBase, type PartNode } from '#shared/forecasts/hierarchy/parts.ts'
import type { LeaversChoice, PartsForecast, ReconcilerId } from '#shared/forecasts/hierarchy-types.ts'
import type { PartsChoice, PartsFrame } from './hierarchy-frame.ts'
import type { MadeParts } from './hierarchy-task.ts'

export interface PartsRun {
  readonly frame: PartsFrame
  readonly madeAt: string
  /** Places of the nodes that have a history: those whose forecast holds from the run before, then those at the top, then the others. */
  readonly order: readonly number[]
  /** By place of the node. */
  readonly bases: (PartBase | undefined)[]
  done: number
  isFinished: boolean
  /** What was made of so many forecasts, by the way of adding up. */
  readonly added: Map<string, { of: number; value: AddedParts }>
}

// Reader and writer of one file read by the same function, which lives as long as the file is open.
const shelves = new WeakMap<Reader['all'], Map<string, PartsRun>>()

const keyOf = ({ scenarioId, tree, grain }: PartsChoice): string => `${scenarioId} ${tree} ${grain}`

/** Begins a run. Forecasts of the one before hold where a part has sold the same: chance plays no part in them. */
export function startRun(db: Reader, frame: PartsFrame, madeAt: string): PartsRun {
  const shelf = shelves.get(db.all) ?? new Map<string, PartsRun>()
  const bases = basesThatHold(shelf.get(keyOf(frame.choice)), frame)
  const depths: number[] = []
  for (const { parent } of frame.nodes) depths.push(parent === null ? 0 : (depths[parent] ?? 0) + 1)
  const isWhole = new Set(frame.nodes.map((node) => node.parent))
  const rank = (place: number) =>
    bases[place] !== undefined ? -1 : isWhole.has(place) ? (depths[place] ?? 0) : frame.nodes.length
  const order = frame.nodes
    .flatMap((node, place) => (node.values.length > 0 ? place : []))
    .sort((one, other) => rank(one) - rank(other) || one - other)
  const done = order.filter((place) => bases[place] !== undefined).length
  const run: PartsRun = { frame, madeAt, order, bases, done, isFinished: false, added: new Map() }
  shelves.set(db.all, shelf.set(keyOf(frame.choice), run))
  return run
}

function basesThatHold(before: PartsRun | undefined, frame: PartsFrame): (PartBase | undefined)[] {
  const isAlike = before?.frame.horizon === frame.horizon && before.frame.seasonLength === frame.seasonLength
  const known = new Map(
    isAlike ? before.frame.nodes.map((node, place) => [node.key, { node, base: before.bases[place] }]) : []
  )
  return frame.nodes.map((node) => {
    const found = known.get(node.key)
    return found && hasSold(found.node, node) ? found.base : undefined
  })
}

/** Whether two histories are the same. */
const hasSold = (one: Pick<PartNode, 'values'>, other: Pick<PartNode, 'values'>): boolean =>
  one.values.length === other.values.length && one.values.every((value, at) => value === other.values[at])

export function takeMade(run: PartsRun, { from, bases }: MadeParts): void {
  bases.forEach((base, at) => {
    const place = run.order[from + at]
    if (place !== undefined) run.bases[place] = base
  })
  run.done = Math.max(run.done, from + bases.length)
}

/** Undefined when none were made for these choices since the file was opened. */
export const findRun = (db: Reader, choice: PartsChoice): PartsRun | undefined =>
  shelves.get(db.all)?.get(keyOf(choice))

export function addedUp(
  run: PartsRun,
  { reconciler, leavers, now }: { reconciler: ReconcilerId; leavers: LeaversChoice; now: readonly PartNode[] | null }
): PartsForecast {
  const { frame } = run
  const key = `${reconciler} ${leavers}`
  const before = run.added.get(key)
  const value = before?.of === run.done ? before.value : addUpParts({ ...frame, bases: run.bases, reconciler, leavers })
  run.added.set(key, { of: run.done, value })
  return {
    ...frame.choice,
    reconciler,
    leavers,
    source: frame.source,
    currency: frame.currency,
    dataAsOf: frame.dataAsOf,
    madeAt: run.madeAt,
    historyKeys: frame.historyKeys,
    periods: frame.periods,
    fiscalYear: frame.fiscalYear,
    isWholeYear: frame.isWholeYear,
    ...value,
    done: run.done,
    toDo: run.order.length,
    nextKey: frame.nodes[run.order[run.done] ?? -1]?.key ?? null,
    isFinished: run.isFinished,
    changedParts: now === null ? 0 : countChanged(frame.nodes, now)
  }
}

/** Parts with another history than before, new ones and those gone. */
export function countChanged(
  before: readonly Pick<PartNode, 'key' | 'values'>[],
  now: readonly Pick<PartNode, 'key' | 'values'>[]
): number {
  const known = new Map(before.map((node) => [node.key, node]))
  let changed = 0
  for (const node of now) {
    const then = known.get(node.key)
    known.delete(node.key)
    if (then === undefined || !hasSold(then, node)) changed += 1
  }
  return changed + known.size
}
