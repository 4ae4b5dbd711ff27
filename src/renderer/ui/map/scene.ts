// What is drawn, worked out from the props and the colours of the page: which regions share a fill, how each point looks and in
// which order, whose borders are strong. Nothing here touches a drawing surface.
import type { ChartColors } from '../chart/colors.ts'
import { classColors, classOf } from './color-scale.ts'
import { type Look, lookColor, lookOf, mixColors, type Pattern } from './looks.ts'
import type { PointStyle } from './stamps.ts'
import type { MapGroup, MapPoints, MapRegions, MapScale, MapSelection } from './types.ts'

export interface RegionFill {
  readonly color: string
  /** `none`: it has no group or value, and is hatched. */
  readonly pattern: Pattern | 'none'
  readonly places: readonly number[]
}

export interface PointScene {
  readonly styles: readonly PointStyle[]
  readonly styleOf: Uint16Array
  readonly order: Int32Array
  /** Their area says something: it stays as the legend shows it, however near. */
  readonly isSized: boolean
}

export const looksOf = (groups: readonly MapGroup[]): Look[] =>
  groups.map((group, place) => lookOf(group.look ?? place))

/** Fills are tints, so that points and words stay legible on them; paler where points lie above. */
const fillShare = (hasPoints: boolean): number => (hasPoints ? 0.42 : 0.62)
const fadedShare = 0.22

export interface Painting {
  readonly groups: readonly MapGroup[]
  readonly colors: ChartColors
  /** Place of the group brought out, or -1. */
  readonly highlight: number
}

/** Regions by the fill they share, in the order in which fills first appear. */
export function regionFills(
  regions: MapRegions,
  scale: MapScale | undefined,
  hasPoints: boolean,
  { groups, colors, highlight }: Painting
): RegionFill[] {
  const looks = looksOf(groups)
  const scaleColors = scale ? classColors(scale, colors) : []
  const fills = new Map<string, { color: string; pattern: RegionFill['pattern']; places: number[] }>()
  const bare = mixColors(colors.line, colors.panel, 0.45)
  for (let place = 0; place < regions.shapes.length; place++) {
    const group = regions.groups?.[place] ?? -1
    let color = bare
    let pattern: RegionFill['pattern'] = 'plain'
    if (scale) {
      const at = classOf(regions.values?.[place] ?? Number.NaN, scale.breaks)
      color = scaleColors[at] ?? bare
      pattern = at < 0 ? 'none' : 'plain'
    } else if (regions.groups) {
      const look = looks[group]
      color = look ? mixColors(lookColor(look, colors), colors.panel, fillShare(hasPoints)) : bare
      pattern = look?.pattern ?? 'none'
    }
    if (highlight >= 0 && group !== highlight) color = mixColors(color, colors.panel, fadedShare)
    const key = `${color} ${pattern}`
    const fill = fills.get(key)
    if (fill) fill.places.push(place)
    else fills.set(key, { color, pattern, places: [place] })
  }
  return [...fills.values()]
}

/** Pixels of a point's radius by how many there are: many must not hide the map. */
export const radiusFor = (count: number): number => Math.min(5, Math.max(2, 9 - 1.6 * Math.log10(Math.max(1, count))))

const sizeClasses = 8
/** The largest of sized points, in radii of an unsized one. */
const largest = 3.2

/** The radius that gives a value its area, the greatest value having the largest; null without a size (NaN). */
export function sizedRadius(value: number, greatest: number, radius: number): number | null {
  if (Number.isNaN(value)) return null
  const share = greatest > 0 ? Math.sqrt(Math.min(Math.max(value, 0), greatest) / greatest) : 0
  // In eighths of the largest, so that few stamps serve all; never so small that it is lost.
  return Math.max(1.5, (Math.max(1, Math.round(share * sizeClasses)) / sizeClasses) * radius * largest)
}

export const greatestOf = (values: ArrayLike<number> | undefined): number => {
  let greatest = 0
  for (let at = 0; at < (values?.length ?? 0); at++) {
    const value = values?.[at] as number
    if (value > greatest) greatest = value
  }
  return greatest
}

export function pointScene(
  points: MapPoints,
  scale: MapScale | undefined,
  selection: MapSelection | undefined,
  { groups, colors, highlight }: Painting
): PointScene {
  const count = points.ids.length
  const looks = looksOf(groups)
  const lookColors = looks.map((look) => lookColor(look, colors))
  const scaleColors = scale ? classColors(scale, colors) : []
  const radius = radiusFor(count)
  const greatest = greatestOf(points.sizes)
  const styles: PointStyle[] = []
  const known = new Map<string, number>()
  const styleOf = new Uint16Array(count)
  // Laid down first to last: pale ones, then the rest from large to small, then what is selected.
  const rank = new Float64Array(count)
  for (let at = 0; at < count; at++) {
    const group = points.groups?.[at] ?? -1
    const color = scale
      ? scaleColors[classOf(points.values?.[at] ?? Number.NaN, scale.breaks)]
      : points.groups
        ? lookColors[group]
        : colors.accent
    const sized = points.sizes ? sizedRadius(points.sizes[at] as number, greatest, radius) : radius
    const isSelected =
      selection !== undefined && selection.points.size > 0 && selection.points.has(points.ids[at] as string)
    const isFaded = highlight >= 0 && group !== highlight && !isSelected
    const key = `${color ?? ''} ${sized} ${isSelected} ${isFaded}`
    let style = known.get(key)
    if (style === undefined) {
      style = styles.length
      known.set(key, style)
      styles.push(styleFor(color, sized, radius, isSelected, isFaded, colors))
    }
    styleOf[at] = style
    rank[at] = (isSelected ? 1e6 : isFaded ? -1e6 : 0) - (sized ?? radius)
  }
  const order = Int32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (rank[a] as number) - (rank[b] as number) || a - b
  )
  return { styles, styleOf, order, isSized: points.sizes !== undefined }
}

function styleFor(
  color: string | undefined,
  sized: number | null,
  radius: number,
  isSelected: boolean,
  isFaded: boolean,
  colors: ChartColors
): PointStyle {
  const own = color ?? colors.muted
  const shown = isFaded ? mixColors(own, colors.panel, fadedShare + 0.1) : own
  const shape = sized === null ? 'cross' : color === undefined ? 'ring' : 'disc'
  // A ring is a panel-coloured disc whose rim is its colour.
  const isRing = shape === 'ring'
  const rim = isSelected ? 1.75 : isRing ? 1.25 : radius < 2.5 ? 0.5 : 0.75
  const rimColor = isSelected ? colors.ink : isRing ? shown : colors.panel
  return {
    shape,
    radius: (sized ?? radius) + (isSelected ? 0.75 : 0),
    rim,
    color: isRing ? colors.panel : shown,
    rimColor
  }
}
