// What the map is given and what it says back. It knows regions, points, groups (whatever colours them, such as territories) and
// bases; none of a domain. All coordinates lie in one plane: x to the right, y down, the unit of no matter.
import type { ReactNode } from 'react'
import type { PageAction } from '../page.tsx'

export type Bounds = readonly [left: number, top: number, right: number, bottom: number]

/** A region as projected rings: x and y in turn, closed without repeating the first point; holes are rings too (even-odd). */
export interface MapRegion {
  readonly code: string
  readonly name: string
  readonly rings: readonly Float32Array[]
  readonly bounds: Bounds
  /** A point well inside: where a label stands, and what decides whether a lasso holds the region. */
  readonly label: readonly [number, number]
}

/** Lists are read by place and compared by identity: keep them the same object as long as they say the same. */
export interface MapRegions {
  readonly shapes: readonly MapRegion[]
  /** By shape: the place of its group in `groups`, or -1 for none. Regions of different groups get a stronger border between them. */
  readonly groups?: ArrayLike<number> | undefined
  /** By shape: a measure, NaN where there is none. With `regionScale` it colours the region instead of the group. */
  readonly values?: ArrayLike<number> | undefined
}

export interface MapPoints {
  readonly ids: readonly string[]
  /** x and y in turn; NaN for a point that this map doesn't show, which is neither drawn nor found. */
  readonly xy: Float32Array
  readonly groups?: ArrayLike<number> | undefined
  /** By point: a measure, NaN where there is none. With `pointScale` it colours the point instead of the group. */
  readonly values?: ArrayLike<number> | undefined
  /** By point: a measure its area stands for, NaN where there is none (drawn as a cross). */
  readonly sizes?: ArrayLike<number> | undefined
}

export interface MapGroup {
  readonly key: string
  readonly name: string
  /** Which of the 64 looks (looks.ts); its place in the list when left out. Neighbours should differ in look modulo eight. */
  readonly look?: number | undefined
  /** Beside the name in the legend: its figure, such as an index. */
  readonly note?: ReactNode
}

/** Where somebody starts from, drawn as a mark of its own. */
export interface MapBase {
  readonly key: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Place of its group, or -1. */
  readonly group: number
}

/** Classes of a measure: n breaks make n + 1 classes, a break belonging to the class above it. See `quantileBreaks`. */
export interface MapScale {
  readonly title: string
  readonly breaks: readonly number[]
  /** Diverging: below and above a middle, where the middle class is neutral (an odd number of classes). */
  readonly kind?: 'sequential' | 'diverging' | undefined
  readonly format: (value: number) => string
}

export interface MapSizeScale {
  readonly title: string
  readonly format: (value: number) => string
}

export type MapTarget =
  | { readonly kind: 'region'; readonly index: number; readonly code: string }
  | { readonly kind: 'point'; readonly index: number; readonly id: string }
  | { readonly kind: 'base'; readonly index: number; readonly key: string }

/** Codes of regions and ids of points. */
export interface MapSelection {
  readonly regions: ReadonlySet<string>
  readonly points: ReadonlySet<string>
}

export interface RegionMapProps {
  /** Names the map for those who don't see it. */
  readonly title: string
  /** What it shows, in a sentence or two, for those who don't see it; the same is in the caller's table. */
  readonly summary: string
  readonly regions?: MapRegions | undefined
  readonly points?: MapPoints | undefined
  readonly groups: readonly MapGroup[]
  readonly bases?: readonly MapBase[] | undefined
  readonly regionScale?: MapScale | undefined
  readonly pointScale?: MapScale | undefined
  readonly sizeScale?: MapSizeScale | undefined
  /** Lines of the map itself, such as those round an inset: x and y in turn, open. */
  readonly lines?: readonly Float32Array[] | undefined
  /** Whose shapes they are, said in small print at the foot. */
  readonly credit?: string | undefined
  /** What the whole is, such as the frame of the layer; of regions and points when left out. */
  readonly bounds?: Bounds | undefined
  /** "19,874 of 20,000 placed" */
  readonly count?: ReactNode
  /** What stands under the groups in the legend for what has none; the kit's word when left out. */
  readonly noGroupLabel?: string | undefined
  readonly selection?: MapSelection | undefined
  /** A group to bring out: the others go pale. Pointing at a group in the legend does the same. */
  readonly highlight?: string | undefined
  /** Words beside the pointer; the name of a region when left out. */
  readonly tooltip?: ((target: MapTarget) => ReactNode) | undefined
  readonly onHover?: ((target: MapTarget | null) => void) | undefined
  /** A click; null beside everything. `isAdding` with Ctrl, Cmd or Shift held: adds to the selection or takes away. */
  readonly onPick?: ((target: MapTarget | null, isAdding: boolean) => void) | undefined
  readonly onPickGroup?: ((key: string) => void) | undefined
  /** What a lasso or rectangle holds, when it is closed. Without it there are no such tools. */
  readonly onSelect?: ((selection: MapSelection, isAdding: boolean) => void) | undefined
  /** While something is dragged: the group under the pointer (on the map or in the legend), null for none. */
  readonly onDragOver?: ((dragged: MapSelection, group: string | null) => void) | undefined
  /** Dropped on a group. Without it nothing can be dragged. */
  readonly onDrop?: ((dragged: MapSelection, group: string) => void) | undefined
  /** The drag ended without a drop (Esc, or beside every group). */
  readonly onDragCancel?: (() => void) | undefined
  /** Words beside the pointer while dragging: what would change. */
  readonly dragLabel?: ((dragged: MapSelection, group: string | null) => ReactNode) | undefined
  /** Height in pixels; 'fill' takes what the page leaves. */
  readonly height?: number | 'fill' | undefined
  readonly isLegendHidden?: boolean | undefined
  /** Further controls in the row above the map, at its left. */
  readonly controls?: ReactNode
  readonly isLoading?: boolean | undefined
  /** Shown instead of the map while there is neither a region nor a point. */
  readonly empty?: { readonly title: string; readonly action?: PageAction | undefined } | undefined
}
