// A plan that was found, told in the words of the plan: figures before and after, what each move is worth, and what could not be kept.
import { distanceKm } from '#shared/territories/alignment/distances.ts'
import type { ExplainedMove } from '#shared/territories/alignment/explain.ts'
import type {
  AlignedTerritory,
  AlignmentDraft,
  AlignmentShortfall,
  ProposedMove
} from '#shared/territories/alignment-types.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import { addFigures, figuresOf } from '#shared/territories/rules.ts'
import type { AccountFigures, IndexId, MeasureId } from '#shared/territories/types.ts'
import { type AlignmentFrame, movedRatio } from './align-frame.ts'
import type { Found } from './align-task.ts'
import { explainPlan, spreadPlan, todayOf, type Units } from './align-units.ts'

/** What rounding may add to a share. */
const edge = 1e-9

/** Territories with what each holds in a plan. */
interface State {
  readonly assigned: Int32Array
  readonly figures: readonly AccountFigures[]
  readonly visitKm: readonly (number | null)[]
  readonly km: number | null
}

export function draftOf(frame: AlignmentFrame, units: Units, found: Found, isFinished: boolean): AlignmentDraft {
  const plan = spreadPlan(frame.problem, units, found.best.assigned)
  const [before, after] = [stateOf(frame, todayOf(frame.problem)), stateOf(frame, plan)]
  const explained = found.moves ?? explainPlan(frame.problem, plan)
  const { request, territories, accounts } = frame
  const [deviationsBefore, deviationsAfter] = [before, after].map((state) => deviations(frame, state, request.balance))
  return {
    request,
    isFinished,
    steps: found.done,
    totalSteps: found.total,
    costBefore: found.costBefore,
    cost: found.best.cost,
    lowerBound: found.best.lowerBound,
    gapRatio: found.best.gapRatio,
    kmBefore: before.km,
    km: after.km,
    visitKmBefore: addKnown(before.visitKm),
    visitKm: addKnown(after.visitKm),
    indicesBefore: indicesOf(frame, before),
    indices: indicesOf(frame, after),
    territories: territories.map(
      ({ id, name }, at): AlignedTerritory => ({
        territoryId: id,
        territoryName: name,
        before: figuresAt(before, at),
        after: figuresAt(after, at),
        deviationBefore: deviationsBefore?.[at] ?? null,
        deviationAfter: deviationsAfter?.[at] ?? null,
        visitKmBefore: before.visitKm[at] ?? null,
        visitKmAfter: after.visitKm[at] ?? null
      })
    ),
    moves: listMoves(frame, units, explained, largestOf(deviationsBefore)),
    shortfalls: listShortfalls(frame, units, found, after),
    accounts: accounts.length,
    withoutPlace: frame.problem.units.filter((unit) => unit.place === null).length,
    locked: accounts.filter(({ isLocked }) => isLocked).length
  }
}

function stateOf({ accounts, territories, problem }: AlignmentFrame, assigned: Int32Array): State {
  const held = territories.map((): AccountFigures[] => [])
  const bases = territories.map(({ base }) => base)
  const visitKm = territories.map((): number | null => null)
  let km: number | null = null
  for (const [at, { account }] of accounts.entries()) {
    const territory = assigned[at] ?? -1
    if (territory < 0) continue
    held[territory]?.push(figuresOf(account))
    const base = bases[territory]
    const place = problem.units[at]?.place ?? null
    if (!base || place === null) continue
    const distance = distanceKm(place, base)
    km = (km ?? 0) + distance
    visitKm[territory] = (visitKm[territory] ?? 0) + distance * (problem.units[at]?.visits ?? 0)
  }
  return { assigned, figures: held.map(addFigures), visitKm, km }
}

function figuresAt({ figures }: State, at: number): AccountFigures {
  const found = figures[at]
  if (found === undefined) throw new Error('each territory has its figures')
  return found
}

function addKnown(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0)
}

function indicesOf(
  { request, territories, bandRatio }: AlignmentFrame,
  { figures }: State
): Record<IndexId, number | null> {
  return measureBalance({
    values: figures.map(getMeasure(request.balance).read),
    capacities: territories.map(({ capacityRatio }) => capacityRatio),
    bandRatio
  })
}

/** Load over target, minus 1, by territory; null where there is nothing to share out. What lies nowhere yet is to be shared out too. */
function deviations(
  { territories, accounts }: AlignmentFrame,
  { figures }: State,
  measure: MeasureId
): (number | null)[] {
  const { read } = getMeasure(measure)
  const values = figures.map(read)
  const total = accounts.reduce((sum, { account }) => sum + read(account), 0)
  const capacity = territories.reduce((sum, { capacityRatio }) => sum + capacityRatio, 0)
  return territories.map(({ capacityRatio }, at) =>
    total > 0 ? (values[at] ?? 0) / ((total * capacityRatio) / capacity) - 1 : null
  )
}

const largestOf = (found: readonly (number | null)[] | undefined): number =>
  (found ?? []).reduce<number>((largest, deviation) => Math.max(largest, Math.abs(deviation ?? 0)), 0)

function listMoves(
  frame: AlignmentFrame,
  units: Units,
  explained: readonly ExplainedMove[],
  largestBefore: number
): ProposedMove[] {
  const { accounts, territories } = frame
  const unitOf = new Map(units.members?.flatMap((own, unit) => own.map((at) => [at, unit] as const)))
  return explained.flatMap((move): ProposedMove[] => {
    const aligned = accounts[move.unit]
    const to = territories[move.to]
    if (aligned === undefined || to === undefined) return []
    const { account, current, relationshipYears } = aligned
    return [
      {
        accountId: account.accountId,
        accountName: account.accountName,
        fromId: current === null ? null : (territories[current]?.id ?? null),
        toId: to.id,
        // A region moves as a whole.
        group: unitOf.get(move.unit) ?? move.group,
        figures: figuresOf(account),
        // A zero has no sign here: -0 would come back as 0 from the file.
        balancePoints: move.alone.balancePoints + 0,
        km: move.alone.km,
        visitKm: move.alone.visitKm,
        deviationRatio: largestBefore + move.alone.maxDeviation,
        relationshipYears
      }
    ]
  })
}

/** What the plan misses of what was asked, by the accounts themselves: also of those that no region holds. */
function listShortfalls(frame: AlignmentFrame, units: Units, { best }: Found, after: State): AlignmentShortfall[] {
  const { request, territories, accounts, moveLimits } = frame
  const nameOf = (at: number) => territories[at]?.name ?? ''
  const beyond = (measure: MeasureId, bandRatio: number) =>
    deviations(frame, after, measure).flatMap((deviationRatio, at) =>
      deviationRatio !== null && Math.abs(deviationRatio) > bandRatio + edge
        ? [{ territoryName: nameOf(at), deviationRatio, bandRatio }]
        : []
    )
  return [
    ...(request.bandRatio === null ? [] : beyond(request.balance, request.bandRatio)).map((each) => ({
      kind: 'band' as const,
      ...each
    })),
    ...request.limits.flatMap(({ measure, bandRatio }) =>
      beyond(measure, bandRatio).map((each) => ({ kind: 'limit' as const, measure, ...each }))
    ),
    ...moveLimits.flatMap(({ by, maxRatio }, limit) => {
      const ratio = movedRatio(frame, limit, after.assigned)
      return ratio > maxRatio + edge ? [{ kind: 'moves' as const, by, movedRatio: ratio, maxRatio }] : []
    }),
    ...best.misses.flatMap((miss): AlignmentShortfall[] => {
      if (miss.kind === 'connected')
        return [{ kind: 'connected', territoryName: nameOf(miss.territory), pieces: miss.pieces }]
      if (miss.kind !== 'noTerritory') return []
      return (units.members?.[miss.unit] ?? [miss.unit]).map((at) => ({
        kind: 'noTerritory',
        accountName: accounts[at]?.account.accountName ?? ''
      }))
    })
  ]
}
