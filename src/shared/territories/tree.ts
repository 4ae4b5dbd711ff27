// The tree of territories: its order, which are leaves, and what lies below a territory.
import type { TerritoryId, TerritoryRecord } from './types.ts'

type TreeNode = Pick<TerritoryRecord, 'id' | 'parentId' | 'name' | 'position'>

/**
 * Puts territories in the order of the tree, each after the one above it.
 *
 * Siblings go by position, then by name. Should a file hold a loop or a missing parent, those territories stand at the top.
 *
 * @param nodes the territories of one scenario
 * @returns the same territories with their depth (0 at the top) and whether nothing is below them
 * @example orderTree([{ id, parentId: null, name: 'North', position: 0 }])[0].depth // 0
 */
export function orderTree<Node extends TreeNode>(
  nodes: readonly Node[]
): (Node & { depth: number; isLeaf: boolean })[] {
  const ids = new Set(nodes.map((node) => node.id))
  const children = new Map<TerritoryId | null, Node[]>()
  for (const node of nodes) {
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), node])
  }
  for (const siblings of children.values()) siblings.sort(bySiblingOrder)
  const ordered: (Node & { depth: number; isLeaf: boolean })[] = []
  const placed = new Set<TerritoryId>()
  const visit = (node: Node, depth: number): void => {
    if (placed.has(node.id)) return
    placed.add(node.id)
    const below = children.get(node.id) ?? []
    ordered.push({ ...node, depth, isLeaf: below.length === 0 })
    for (const child of below) visit(child, depth + 1)
  }
  for (const node of children.get(null) ?? []) visit(node, 0)
  for (const node of nodes) visit(node, 0)
  return ordered
}

function bySiblingOrder(one: TreeNode, other: TreeNode): number {
  return one.position - other.position || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id - other.id)
}

/**
 * Lists the territories from one up to the top.
 *
 * @param nodes the territories of one scenario
 * @param id where to start
 * @returns ids, starting with `id` itself
 * @missing only `id` when it isn't among the nodes
 * @example lineOf([{ id, parentId: null }], id) // [id]
 */
export function lineOf(nodes: readonly Pick<TreeNode, 'id' | 'parentId'>[], id: TerritoryId): TerritoryId[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const line: TerritoryId[] = []
  for (let at: TerritoryId | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return line
}

/**
 * Tells whether putting a territory under another would make it its own ancestor.
 *
 * @param nodes the territories of one scenario
 * @param id the territory to move
 * @param parentId where to; null is the top
 * @returns true when it may not be moved there
 * @example wouldLoop([{ id, parentId: null }], id, id) // true
 */
export function wouldLoop(
  nodes: readonly Pick<TreeNode, 'id' | 'parentId'>[],
  id: TerritoryId,
  parentId: TerritoryId | null
): boolean {
  return parentId !== null && lineOf(nodes, parentId).includes(id)
}
