// What the colours, patterns and sizes of the map mean. A group is pointed at here to bring it out, and may be dropped on.
import type { CSSProperties } from 'react'
import { memo, useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { lookOf, lookSwatch, stripes } from './looks.ts'
import { greatestOf, radiusFor, sizedRadius } from './scene.ts'
import type { MapGroup, MapScale, RegionMapProps } from './types.ts'

interface LegendProps
  extends Pick<RegionMapProps, 'groups' | 'regionScale' | 'pointScale' | 'sizeScale' | 'noGroupLabel' | 'onPickGroup'> {
  /** Whether something is in no group, or has no value, and whether there are bases. */
  readonly has: {
    readonly ungrouped: boolean
    readonly unvalued: boolean
    readonly unsized: boolean
    /** Regions are coloured by group; otherwise points alone are. */
    readonly areas: boolean
    readonly bases: boolean
    readonly groups: boolean
  }
  readonly greatestSize: number
  readonly pointCount: number
  /** The group a drag would drop on. */
  readonly target: string | null
  readonly onPoint: (key: string | null) => void
}

const ring: CSSProperties = { background: 'var(--panel)', borderColor: 'var(--muted)' }
const hatch: CSSProperties = { background: `${stripes('var(--line-strong)')}, var(--panel)` }

const Legend = memo(function Legend(props: LegendProps) {
  const { groups, regionScale, pointScale, sizeScale, has, noGroupLabel } = props
  const { t } = useText()
  return (
    <section className="map-legend small" aria-label={t('ui.map.legend')}>
      {has.groups ? (
        <ul>
          {groups.map((group, place) => (
            <GroupEntry key={group.key} group={group} place={place} {...props} />
          ))}
          {has.ungrouped ? (
            <Entry swatch={has.areas ? hatch : ring} label={noGroupLabel ?? t('ui.map.noGroup')} isRound={!has.areas} />
          ) : null}
        </ul>
      ) : null}
      {regionScale ? <ScaleEntries scale={regionScale} isMissing={has.unvalued} /> : null}
      {pointScale ? <ScaleEntries scale={pointScale} isMissing={has.unvalued && !regionScale} isRound /> : null}
      {sizeScale && props.greatestSize > 0 ? <Sizes {...props} sizeScale={sizeScale} /> : null}
      {has.bases ? (
        <ul>
          <li>
            <svg className="map-swatch-base" viewBox="-7 -7 14 14" aria-hidden="true">
              <path d="M0-6 6-.5H4.5V5h-9V-.5H-6z" />
            </svg>
            {t('ui.map.base')}
          </li>
        </ul>
      ) : null}
    </section>
  )
})

function Entry({ swatch, label, isRound = false }: { swatch: CSSProperties; label: string; isRound?: boolean }) {
  return (
    <li>
      <i className={isRound ? 'map-swatch map-swatch-round' : 'map-swatch'} style={swatch} />
      {label}
    </li>
  )
}

function GroupEntry({ group, place, target, onPoint, onPickGroup }: LegendProps & { group: MapGroup; place: number }) {
  return (
    <li
      data-map-group={group.key}
      className={target === group.key ? 'map-legend-target' : undefined}
      onPointerEnter={() => onPoint(group.key)}
      onPointerLeave={() => onPoint(null)}
    >
      <button
        type="button"
        onFocus={() => onPoint(group.key)}
        onBlur={() => onPoint(null)}
        onClick={() => onPickGroup?.(group.key)}
      >
        <i className="map-swatch" style={lookSwatch(lookOf(group.look ?? place))} />
        <span className="map-legend-name">{group.name}</span>
        {group.note == null ? null : <span className="map-legend-note numbers">{group.note}</span>}
      </button>
    </li>
  )
}

/** The colour of a class as custom properties; the drawing mixes the same (color-scale.ts). */
export function classSwatch(at: number, scale: MapScale): CSSProperties {
  const count = scale.breaks.length + 1
  const mix = (first: string, second: string, share: number): CSSProperties => ({
    background: `color-mix(in srgb, var(--${first}) ${share * 100}%, var(--${second}))`
  })
  if (scale.kind !== 'diverging') return mix('accent', 'panel', count === 1 ? 0.6 : 0.14 + (0.86 * at) / (count - 1))
  const middle = (count - 1) / 2
  const away = middle === 0 ? 0 : (at - middle) / middle
  return mix(away < 0 ? 'amber-fill' : 'accent', 'line', Math.abs(away) * 0.85)
}

function ScaleEntries({ scale, isMissing, isRound }: { scale: MapScale; isMissing: boolean; isRound?: boolean }) {
  const { t } = useText()
  const { breaks, format } = scale
  const words = (at: number): string => {
    const [from, to] = [breaks[at - 1], breaks[at]]
    if (from === undefined) return to === undefined ? t('ui.map.all') : t('ui.map.below', { to: format(to) })
    return to === undefined
      ? t('ui.map.above', { from: format(from) })
      : t('ui.map.between', { from: format(from), to: format(to) })
  }
  return (
    <div>
      <p className="map-legend-title">{scale.title}</p>
      <ul>
        {Array.from({ length: breaks.length + 1 }, (_, at) => breaks.length - at).map((at) => (
          <Entry key={at} swatch={classSwatch(at, scale)} label={words(at)} isRound={isRound ?? false} />
        ))}
        {isMissing ? <Entry swatch={hatch} label={t('ui.map.noValue')} /> : null}
      </ul>
    </div>
  )
}

type SizesProps = LegendProps & { readonly sizeScale: NonNullable<RegionMapProps['sizeScale']> }

/** The largest, a quarter and a sixteenth of it: circles of a full, half and quarter radius. */
function Sizes({ sizeScale, greatestSize, pointCount, has }: SizesProps) {
  const { t } = useText()
  const radius = radiusFor(pointCount)
  return (
    <div>
      <p className="map-legend-title">{sizeScale.title}</p>
      <ul>
        {[greatestSize, greatestSize / 4, greatestSize / 16].map((value) => {
          const side = (sizedRadius(value, greatestSize, radius) ?? 0) * 2
          return (
            <li key={value}>
              <span className="map-swatch-space">
                <i className="map-swatch map-swatch-round map-swatch-size" style={{ width: side, height: side }} />
              </span>
              {sizeScale.format(value)}
            </li>
          )
        })}
        {has.unsized ? (
          <li>
            <span className="map-swatch-space">
              <svg className="map-swatch-cross" viewBox="-5 -5 10 10" aria-hidden="true">
                <path d="M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5" />
              </svg>
            </span>
            {t('ui.map.noValue')}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

export interface MapLegendProps extends RegionMapProps {
  readonly target: string | null
  readonly onPoint: (key: string | null) => void
}

function holds(list: ArrayLike<number> | undefined, is: (value: number) => boolean): boolean {
  for (let at = 0; at < (list?.length ?? 0); at++) if (is(list?.[at] as number)) return true
  return false
}

/** The legend of what the map really holds: no entry for what isn't there. */
export function MapLegend(props: MapLegendProps) {
  const { groups, regions, points, bases, regionScale, pointScale, sizeScale } = props
  const has = useMemo(() => {
    const none = (value: number) => value < 0
    const colored = [regionScale ? undefined : regions?.groups, pointScale ? undefined : points?.groups]
    return {
      groups: groups.length > 0 && colored.some((list) => list !== undefined),
      ungrouped: colored.some((list) => holds(list, none)),
      unvalued:
        (regionScale !== undefined && holds(regions?.values, Number.isNaN)) ||
        (pointScale !== undefined && holds(points?.values, Number.isNaN)),
      areas: colored[0] !== undefined,
      unsized: holds(points?.sizes, Number.isNaN),
      bases: (bases?.length ?? 0) > 0
    }
  }, [groups, regions, points, bases, regionScale, pointScale])
  const greatestSize = useMemo(() => greatestOf(points?.sizes), [points?.sizes])
  return (
    <Legend
      groups={groups}
      regionScale={regionScale}
      pointScale={pointScale}
      sizeScale={sizeScale}
      noGroupLabel={props.noGroupLabel}
      onPickGroup={props.onPickGroup}
      has={has}
      greatestSize={greatestSize}
      pointCount={points?.ids.length ?? 0}
      target={props.target}
      onPoint={props.onPoint}
    />
  )
}

/** The group of the entry under a pixel, counted from the corner of the map beside which the legend stands. */
export function legendGroupAt(map: HTMLElement | null, x: number, y: number): string | null {
  if (!map || typeof document.elementFromPoint !== 'function') return null
  const corner = map.getBoundingClientRect()
  const element = document.elementFromPoint(corner.left + x, corner.top + y)
  const entry = element?.closest<HTMLElement>('[data-map-group]')
  return entry && map.parentElement?.contains(entry) ? (entry.dataset.mapGroup ?? null) : null
}
