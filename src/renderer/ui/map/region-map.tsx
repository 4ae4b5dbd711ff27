// A map of regions, points and bases on a canvas: zoom, pan, hover, pick, lasso, drag to a group, legend, print. It knows no domain;
// everything it shows can also be read and done in the caller's table. Props: types.ts.
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState
} from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ChartColors } from '../chart/colors.ts'
import { EmptyState } from '../empty-state.tsx'
import { useUiServices } from '../services.tsx'
import { Skeleton } from '../skeleton.tsx'
import { usePrinting, useSchemeOnPage } from '../use-printing.ts'
import type { GestureHost, Tool } from './gestures.ts'
import { holdsOf } from './lasso.ts'
import { legendGroupAt, MapLegend } from './legend.tsx'
import { readMapColors } from './looks.ts'
import { createViewport, type MapViewport } from './map-view.ts'
import { findGroup, findTarget, isSameTarget } from './pointing.ts'
import { Toolbar } from './toolbar.tsx'
import type { MapGroup, MapSelection, MapTarget, RegionMapProps } from './types.ts'
import { overlayOf, useDrawing } from './use-drawing.ts'
import { useGestures } from './use-gestures.ts'
import { toPlane } from './view.ts'
import './map.css'

export type {
  MapBase,
  MapGroup,
  MapPoints,
  MapRegion,
  MapRegions,
  MapScale,
  MapSelection,
  MapTarget,
  RegionMapProps
} from './types.ts'

export function RegionMap(props: RegionMapProps) {
  const { regions, points, height = 480, isLoading = false, empty } = props
  const { t } = useText()
  const isEmpty = (regions?.shapes.length ?? 0) === 0 && (points?.ids.length ?? 0) === 0
  const frame = height === 'fill' ? 'map map-fills' : 'map'
  if (isLoading || isEmpty) {
    return (
      <div className={frame}>
        {props.controls || props.count ? <MapHead {...props} /> : null}
        <div className="map-waiting" style={height === 'fill' ? undefined : { height }}>
          {isLoading ? (
            <Skeleton kind="chart" />
          ) : (
            <EmptyState title={empty?.title ?? t('ui.map.empty')} action={empty?.action} picture="map" />
          )}
        </div>
      </div>
    )
  }
  return (
    <div className={frame}>
      {props.controls || props.count ? <MapHead {...props} /> : null}
      <DrawnMap {...props} />
      {props.credit ? <p className="map-credit muted">{props.credit}</p> : null}
    </div>
  )
}

function MapHead({ controls, count }: RegionMapProps) {
  return (
    <div className="map-head">
      <div className="map-controls">{controls}</div>
      {count ? <div className="map-count muted small numbers">{count}</div> : null}
    </div>
  )
}

interface Drag {
  readonly dragged: MapSelection
  readonly group: string | null
}

/** The same object as long as what is painted of it stays: figures and functions beside that may change as often as they like. */
function useSteady<Value>(value: Value, content: unknown): Value {
  const words = JSON.stringify(content)
  const kept = useRef({ words, value })
  if (kept.current.words !== words) kept.current = { words, value }
  return kept.current.value
}
const paintedOf = (groups: readonly MapGroup[]) => groups.map(({ key, name, look }) => [key, name, look])

/** As a property, so that paper can have another height. */
const heightStyle = (height: number) => ({ '--map-height': `${height}px` }) as CSSProperties

const pressesOfArrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80]
}
const toolKeys: Readonly<Record<string, Tool>> = { h: 'hand', l: 'lasso', r: 'rectangle', m: 'move' }
/** g and a letter go to another screen: the letter isn't ours then. */
const leaderTime = 1200
/** Pixels of the printer and of a copied picture for one of the page. */
const paperRatio = 3
const pictureRatio = 2

function DrawnMap(props: RegionMapProps) {
  const { title, summary, points, selection, height = 480, tooltip, dragLabel } = props
  const { t } = useText()
  const services = useUiServices()
  const isPrinting = usePrinting()
  const scheme = useSchemeOnPage()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const paper = useRef<HTMLCanvasElement>(null)
  const floating = useRef<HTMLDivElement>(null)
  const viewport = useRef<MapViewport>(undefined)
  const leftAt = useRef(-Infinity)
  const [colors, setColors] = useState<ChartColors>()
  const [tool, setTool] = useState<Tool>('hand')
  const [isHeld, hold] = useState(false)
  const [hovered, setHovered] = useState<MapTarget | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [pointedGroup, pointAtGroup] = useState<string | null>(null)
  const line = useRef<readonly number[]>(undefined)
  const id = useId()

  const groups = useSteady(props.groups, paintedOf(props.groups))
  const regionScale = useSteady(props.regionScale, [props.regionScale?.breaks, props.regionScale?.kind])
  const pointScale = useSteady(props.pointScale, [props.pointScale?.breaks, props.pointScale?.kind])
  const placeOf = (key: string | null | undefined) => groups.findIndex((group) => group.key === key)
  // Where regions show the target of a drag themselves, the rest need not go pale.
  const shownTarget = drag && !props.regions?.groups ? drag.group : null
  const highlight = placeOf(shownTarget ?? (drag ? null : pointedGroup) ?? props.highlight)
  const own: RegionMapProps = { ...props, groups, regionScale, pointScale }
  const drawn = useDrawing(own, colors, highlight)
  const overlay = overlayOf(own, drawn, hovered, drag ? placeOf(drag.group) : -1)

  useLayoutEffect(() => {
    if (scheme !== '' && box.current) setColors(readMapColors(box.current))
  }, [scheme])
  useLayoutEffect(() => {
    const element = canvas.current
    const frame = box.current
    if (!element || !frame) return
    const made = createViewport(element)
    viewport.current = made
    const measure = () => {
      // Paper has a width of its own; the screen comes back as it was.
      if (frame.clientWidth > 0 && frame.clientHeight > 0)
        made.setSize({ width: frame.clientWidth, height: frame.clientHeight }, window.devicePixelRatio || 1)
    }
    measure()
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure)
    observer?.observe(frame)
    return () => {
      observer?.disconnect()
      made.destroy()
    }
  }, [])
  const { bounds, drawing } = drawn
  useLayoutEffect(() => viewport.current?.setBounds(bounds), [bounds])
  useLayoutEffect(() => {
    if (drawing && !isPrinting) viewport.current?.setDrawing(drawing)
  }, [drawing, isPrinting])
  useLayoutEffect(() => {
    if (!isPrinting) viewport.current?.setOverlay({ ...overlay, lasso: line.current })
  })
  useLayoutEffect(() => {
    if (isPrinting && paper.current && drawing)
      viewport.current?.paintFor(paper.current, paperRatio, drawing, {
        ...overlay,
        hovered: undefined,
        ringed: undefined
      })
  })

  const moveFloating = (x: number, y: number) => {
    const element = floating.current
    const frame = box.current
    if (!element || !frame) return
    // Beside the map (over the legend) it stays at the map's edge.
    const [left, top] = [Math.min(Math.max(x, 0), frame.clientWidth), Math.min(Math.max(y, 0), frame.clientHeight)]
    const isRight = left > frame.clientWidth * 0.6
    const isLow = top > frame.clientHeight * 0.7
    const shift = `${left + (isRight ? -14 : 14)}px, ${top + (isLow ? -10 : 14)}px`
    element.style.transform = `translate(${shift}) translate(${isRight ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`
  }

  const view = () => viewport.current?.view() ?? { scale: 1, x: 0, y: 0 }
  const host: GestureHost = {
    viewport: () => viewport.current,
    tool: () => tool,
    selection: () => selection,
    targetAt: (x, y) => findTarget(drawn.pointable, view(), x, y),
    groupAt: (x, y) =>
      legendGroupAt(box.current, x, y) ?? groups[findGroup(drawn.pointable, view(), x, y)]?.key ?? null,
    canSelect: () => props.onSelect !== undefined,
    canDrag: () => props.onDrop !== undefined,
    onHover: (target, x, y) => {
      if (target) moveFloating(x, y)
      if (isSameTarget(target, hovered)) return
      setHovered(target)
      props.onHover?.(target)
    },
    onPick: (target, isAdding) => props.onPick?.(target, isAdding),
    onLine: (next) => {
      line.current = next
      viewport.current?.setOverlay({ ...overlay, lasso: next })
    },
    onLasso: (corners, isAdding) => {
      const at = view()
      const inPlane: number[] = []
      for (let corner = 0; corner < corners.length; corner += 2)
        inPlane.push(...toPlane(at, corners[corner] as number, corners[corner + 1] as number))
      props.onSelect?.(holdsOf(inPlane, props.regions, points, drawn.pointable.pointIndex), isAdding)
    },
    onDrag: (dragged, group, x, y) => {
      moveFloating(x, y)
      if (dragged && drag?.dragged === dragged && drag.group === group) return
      setDrag(dragged ? { dragged, group } : null)
      if (dragged) props.onDragOver?.(dragged, group)
    },
    onDrop: (dragged, group) => {
      if (group === null) props.onDragCancel?.()
      else props.onDrop?.(dragged, group)
    },
    onCancelDrag: () => props.onDragCancel?.(),
    onHold: hold
  }
  const cancel = useGestures(canvas, host)
  useEffect(() => {
    // The pointer is the canvas's while it drags; Esc may come from anywhere then.
    if (!isHeld) return
    const stop = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && cancel()) event.preventDefault()
    }
    window.addEventListener('keydown', stop, { capture: true })
    return () => window.removeEventListener('keydown', stop, { capture: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !viewport.current) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const wasLeader = event.timeStamp - leftAt.current < leaderTime
    leftAt.current = key === 'g' ? event.timeStamp : -Infinity
    const arrow = pressesOfArrows[key]
    const chosen = toolKeys[key]
    if (arrow) {
      const { scale, x, y } = view()
      viewport.current.glide({ scale, x: x + arrow[0], y: y + arrow[1] })
    } else if (key === '+' || key === '=') viewport.current.zoom(1.6)
    else if (key === '-') viewport.current.zoom(1 / 1.6)
    else if (key === '0') viewport.current.showWhole()
    else if (chosen && !wasLeader && (chosen === 'hand' || (chosen === 'move' ? props.onDrop : props.onSelect)))
      setTool(chosen)
    else if (key === 'Escape' && tool !== 'hand') setTool('hand')
    else return
    event.preventDefault()
  }

  const copy = () => {
    const picture = document.createElement('canvas')
    if (!drawing) return
    viewport.current?.paintFor(picture, pictureRatio, drawing, { ...overlay, hovered: undefined, ringed: undefined })
    picture.toBlob((png) => {
      if (png) services.copyPicture(png)
    }, 'image/png')
  }

  const words = drag ? dragLabel?.(drag.dragged, drag.group) : hovered ? wordsOf(props, hovered, tooltip) : null
  const cursor = isHeld ? (drag ? 'map-dragging' : tool === 'hand' ? 'map-held' : '') : ''
  return (
    <div className="map-body">
      <div
        ref={box}
        className={`map-box map-tool-${tool} ${cursor}`}
        style={height === 'fill' ? undefined : heightStyle(height)}
      >
        <canvas
          ref={canvas}
          className="map-canvas"
          role="img"
          aria-label={title}
          aria-describedby={`${id}-summary`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        />
        {isPrinting ? <canvas ref={paper} className="map-paper" /> : null}
        <div id={`${id}-summary`} className="only-read">
          {summary} {t('ui.map.mapKeys')}
        </div>
        <div ref={floating} className="map-floating small" hidden={!words} aria-hidden="true">
          {words}
        </div>
        <Toolbar
          tool={tool}
          canSelect={props.onSelect !== undefined}
          canDrag={props.onDrop !== undefined}
          onTool={setTool}
          onZoom={(factor) => viewport.current?.zoom(factor)}
          onWhole={() => viewport.current?.showWhole()}
          onCopy={copy}
        />
      </div>
      {props.isLegendHidden ? null : <MapLegend {...props} target={drag?.group ?? null} onPoint={pointAtGroup} />}
    </div>
  )
}

/** The caller's words, or the name of a region or base. */
function wordsOf({ regions, bases }: RegionMapProps, target: MapTarget, tooltip: RegionMapProps['tooltip']): ReactNode {
  if (tooltip) return tooltip(target)
  if (target.kind === 'region') return regions?.shapes[target.index]?.name
  return target.kind === 'base' ? bases?.[target.index]?.name : target.id
}
