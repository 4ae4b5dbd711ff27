// Shares a target down a tree, level by level: each node gives out what it got and its own cushion on top, so that stacked cushions are seen.
import Big from 'big.js'
import { type LimitedPart, shareWithin } from './limits.ts'

export interface LevelNode extends LimitedPart {
  readonly id: string
  /** Null: under the company itself. */
  readonly parentId: string | null
  /** What the node gives out more than it got, 0 or more. Of a leaf it has no meaning. */
  readonly cushionRatio: number
}

export interface LevelPart {
  readonly id: string
  readonly parentId: string | null
  /** What it was given, minor units. */
  readonly givenMinor: number
  /** What it gives out: as given, with its cushion; the same for a leaf. */
  readonly streetMinor: number
  /** All cushions above it together: what its level carries more than the target, as a ratio. */
  readonly stackedRatio: number
  readonly heldBy: 'floor' | 'ceiling' | null
}

export type LevelsAnswer =
  | {
      readonly ok: true
      readonly parts: readonly LevelPart[]
      readonly leavesMinor: number
      readonly stackedRatio: number
    }
  | {
      readonly ok: false
      /** The node whose children don't fit; null is the company. */
      readonly atId: string | null
      readonly reason: 'crossed' | 'floors' | 'ceilings' | 'weights'
      readonly byMinor: number
    }

/**
 * Shares a target down a tree of nodes.
 *
 * @param targetMinor whole minor units, 0 or more
 * @param cushionRatio what the company gives out more than its target
 * @param nodes the tree below the company, parents before children; a node without children is a leaf
 * @returns every node in the order given, the sum of the leaves, and its cushion over the target
 * @errors the node whose limits don't fit, with why and by how much (see shareWithin)
 * @missing a team with nobody in it is a leaf: it keeps what it is given
 * @source street = T · Π(1 + o_l) (territories-quotas, T9); limits by shareWithin
 * @example shareDown(1_000_000_000, 0.05, [{ id: 'north', cushionRatio: 0.05, … }, { id: 'ana', parentId: 'north', … }]).leavesMinor // 1_102_500_000
 */
export function shareDown(targetMinor: number, cushionRatio: number, nodes: readonly LevelNode[]): LevelsAnswer {
  const children = new Map<string | null, LevelNode[]>()
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node])
  const parts = new Map<string, LevelPart>()
  const open: { id: string | null; streetMinor: number }[] = [
    { id: null, streetMinor: grow(targetMinor, cushionRatio) }
  ]
  for (const { id, streetMinor } of open) {
    const own = children.get(id) ?? []
    if (own.length === 0) continue
    const shared = shareWithin(streetMinor, own)
    if (!shared.ok) return { ok: false, atId: id, reason: shared.reason, byMinor: shared.byMinor }
    const above = id === null ? 0 : (parts.get(id)?.stackedRatio ?? 0)
    const cushion = id === null ? cushionRatio : (nodes.find((node) => node.id === id)?.cushionRatio ?? 0)
    const stackedRatio = new Big(1).plus(above).times(new Big(1).plus(cushion)).minus(1).toNumber()
    own.forEach((node, at) => {
      const givenMinor = shared.partsMinor[at] ?? 0
      const isLeaf = !children.has(node.id)
      const street = isLeaf ? givenMinor : grow(givenMinor, node.cushionRatio)
      parts.set(node.id, {
        id: node.id,
        parentId: id,
        givenMinor,
        streetMinor: street,
        stackedRatio,
        heldBy: shared.heldBy[at] ?? null
      })
      if (!isLeaf) open.push({ id: node.id, streetMinor: street })
    })
  }
  const ordered = nodes.flatMap((node) => parts.get(node.id) ?? [])
  const leavesMinor = ordered.reduce((sum, part) => sum + (children.has(part.id) ? 0 : part.givenMinor), 0)
  return { ok: true, parts: ordered, leavesMinor, stackedRatio: targetMinor > 0 ? leavesMinor / targetMinor - 1 : 0 }
}

const grow = (minor: number, ratio: number): number =>
  new Big(minor).times(new Big(1).plus(ratio)).round(0, Big.roundHalfUp).toNumber()
