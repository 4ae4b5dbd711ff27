// From the props of the map to what is painted and pointed at, each part worked out anew only when its own facts change.
import { useMemo } from 'react'
import type { ChartColors } from '../chart/colors.ts'
import { findBorders } from './borders.ts'
import { type LabelAnchor, labelAnchors } from './labels.ts'
import { lookColor } from './looks.ts'
import type { Overlay } from './paint-overlay.ts'
import { addLine, borderPaths, mergeFills, outlinePath, regionPath } from './paint-regions.ts'
import type { Drawing } from './pictures.ts'
import { indexPoints } from './point-index.ts'
import type { Pointable } from './pointing.ts'
import { indexRegions } from './region-index.ts'
import { looksOf, pointScene, radiusFor, regionFills } from './scene.ts'
import type { Bounds, MapBase, MapTarget, RegionMapProps } from './types.ts'
import { boundsOfPoints, joinBounds } from './view.ts'

const noBases: readonly MapBase[] = []
const nowhere: Bounds = [0, 0, 1, 1]

export interface MapDrawing {
  readonly pointable: Pointable
  readonly bounds: Bounds
  /** Undefined on a page without drawing surfaces. */
  readonly drawing: Drawing | undefined
  readonly labels: readonly LabelAnchor[]
  readonly baseColor: (group: number) => string
  readonly regionPaths: readonly Path2D[]
  /** The lines around a group's regions and its area; undefined where it has none. */
  readonly areaOf: (group: number) => { readonly outline: Path2D; readonly area: Path2D } | undefined
}

export function useDrawing(props: RegionMapProps, colors: ChartColors | undefined, highlight: number): MapDrawing {
  const { regions, points, groups, bases = noBases, regionScale, pointScale, selection, lines } = props
  const shapes = regions?.shapes
  const findRegion = useMemo(() => indexRegions(shapes ?? []), [shapes])
  const pointIndex = useMemo(() => indexPoints(points?.xy ?? new Float32Array()), [points?.xy])
  const pointable = useMemo(
    (): Pointable => ({ regions, points, bases, findRegion, pointIndex }),
    [regions, points, bases, findRegion, pointIndex]
  )
  const bounds = useMemo((): Bounds => {
    const own = joinBounds((shapes ?? []).map((shape) => shape.bounds))
    const ofPoints = points && boundsOfPoints(points.xy)
    return props.bounds ?? joinBounds([own, ofPoints].filter((each) => each != null)) ?? nowhere
  }, [props.bounds, shapes, points])

  const canDraw = colors !== undefined && typeof Path2D !== 'undefined'
  const regionPaths = useMemo(() => (canDraw ? (shapes ?? []).map(regionPath) : []), [canDraw, shapes])
  const borders = useMemo(() => (canDraw ? findBorders(shapes ?? []) : []), [canDraw, shapes])
  const borderLines = useMemo(
    () => (canDraw ? borderPaths(borders, regions?.groups) : undefined),
    [canDraw, borders, regions?.groups]
  )
  const areaOf = useMemo(() => {
    return (group: number) => {
      const owners = regions?.groups
      if (!canDraw || !owners) return undefined
      const area = new Path2D()
      let isAny = false
      for (const [place, path] of regionPaths.entries()) {
        if (owners[place] !== group) continue
        area.addPath(path)
        isAny = true
      }
      return isAny ? { area, outline: outlinePath(borders, (place) => owners[place] === group) } : undefined
    }
  }, [canDraw, regions?.groups, regionPaths, borders])

  const hasPoints = (points?.ids.length ?? 0) > 0
  const paintedRegions = useMemo((): Drawing['regions'] => {
    if (!regions || !colors || !borderLines) return undefined
    const fills = mergeFills(regionFills(regions, regionScale, hasPoints, { groups, colors, highlight }), regionPaths)
    return { fills, borders: borderLines, outline: highlight < 0 ? undefined : areaOf(highlight)?.outline }
  }, [regions, regionScale, hasPoints, groups, colors, highlight, regionPaths, borderLines, areaOf])
  const paintedPoints = useMemo((): Drawing['points'] => {
    if (!points || !colors || !hasPoints) return undefined
    return { xy: points.xy, scene: pointScene(points, pointScale, selection, { groups, colors, highlight }) }
  }, [points, colors, hasPoints, pointScale, selection, groups, highlight])
  const selected = useMemo(() => {
    if (!canDraw || !selection || selection.regions.size === 0 || !shapes) return undefined
    return outlinePath(borders, (place) => selection.regions.has(shapes[place]?.code ?? ''))
  }, [canDraw, selection, shapes, borders])
  const insets = useMemo(() => {
    if (!canDraw || !lines || lines.length === 0) return undefined
    const path = new Path2D()
    for (const line of lines) addLine(path, line)
    return path
  }, [canDraw, lines])
  const drawing = useMemo(
    (): Drawing | undefined =>
      canDraw ? { colors, regions: paintedRegions, lines: insets, selected, points: paintedPoints } : undefined,
    [canDraw, colors, paintedRegions, insets, selected, paintedPoints]
  )
  const labels = useMemo(() => labelAnchors(groups, regions, points), [groups, regions, points])
  const baseColor = useMemo(() => {
    const shades = colors ? looksOf(groups).map((look) => lookColor(look, colors)) : []
    return (group: number) => shades[group] ?? colors?.panel ?? ''
  }, [groups, colors])
  return { pointable, bounds, drawing, labels, baseColor, regionPaths, areaOf }
}

/** What lies above the painted map: names, bases, what is pointed at, where a drag would drop. */
export function overlayOf(
  { points, bases = noBases }: RegionMapProps,
  { labels, baseColor, regionPaths, areaOf }: MapDrawing,
  hovered: MapTarget | null,
  target: number
): Overlay {
  const base = hovered?.kind === 'base' ? bases[hovered.index] : undefined
  const isPoint = hovered?.kind === 'point' && points !== undefined
  const ringed = base
    ? { x: base.x, y: base.y, radius: 7 }
    : isPoint
      ? {
          x: points.xy[hovered.index * 2] as number,
          y: points.xy[hovered.index * 2 + 1] as number,
          radius: radiusFor(points.ids.length) + 2
        }
      : undefined
  return {
    labels,
    bases,
    baseColor,
    ringed,
    hovered: hovered?.kind === 'region' ? regionPaths[hovered.index] : undefined,
    target: target < 0 ? undefined : areaOf(target),
    lasso: undefined
  }
}
