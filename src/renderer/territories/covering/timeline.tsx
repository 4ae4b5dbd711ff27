// The year of coverage drawn: one row a territory, a bar for each seller, amber where nobody covers it, red where parts come to more than the
// whole. A bar is a button that changes its entry; an open stretch is one that fills it.
import { UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { holdsDay } from '#shared/territories/rules.ts'
import type { Days } from '#shared/territories/stretches.ts'
import type { Coverage, TerritoryId, TerritoryRow } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Period } from '#shared/units/period.ts'
import { placeIn, type TimelineRow } from './timeline-rows.ts'
import { useCoverageWords } from './words.ts'
import './coverage.css'

interface TimelineProps {
  readonly rows: readonly TimelineRow[]
  readonly year: Days
  readonly months: readonly Period[]
  /** The day the rest of the page shows. */
  readonly onDate: IsoDate
  readonly isLocked: boolean
  readonly selectedId: TerritoryId | undefined
  readonly onSelect: (id: TerritoryId | undefined) => void
  readonly onChange: (territory: TerritoryRow, coverage: Coverage) => void
  readonly onFill: (territory: TerritoryRow, days: Days) => void
}

const laneHeight = 24
const percent = (share: number): string => `${(100 * share).toFixed(3)}%`

export function Timeline(props: TimelineProps) {
  const { rows, year, months, onDate } = props
  const { t } = useText()
  const format = useFormat()
  const now = holdsDay(year, onDate) ? placeIn(year, { fromOn: onDate, toOn: onDate }).left : undefined
  return (
    <div className="timeline">
      <div className="timeline-head" aria-hidden="true">
        <span />
        <div className="timeline-months">
          {months.map((month) => (
            <span key={month.key} style={{ left: percent(placeIn(year, daysOf(month)).left) }}>
              {format.periodShort(month)}
            </span>
          ))}
          {now === undefined ? null : (
            <span
              className="timeline-now-label"
              // At the ends of the year the label stays within it.
              style={{ left: percent(now), marginLeft: now < 0.05 ? 0 : now > 0.95 ? -48 : -22 }}
            >
              {format.dayMonth(onDate)}
            </span>
          )}
        </div>
      </div>
      <ul className="timeline-rows" aria-label={t('territories.coverage.timeline')}>
        {rows.map((row) => (
          <TimelineLine key={row.territory.id} {...props} row={row} now={now} />
        ))}
      </ul>
    </div>
  )
}

const daysOf = (period: Period): Days => ({ fromOn: period.startsOn, toOn: period.endsOn })

interface TimelineLineProps extends TimelineProps {
  readonly row: TimelineRow
  readonly now: number | undefined
}

function TimelineLine({ row, now, year, months, isLocked, selectedId, onSelect, onChange, onFill }: TimelineLineProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useCoverageWords()
  const { territory, bars, lanes, gaps, overlaps } = row
  const height = lanes * laneHeight + (overlaps.length > 0 ? 18 : 0)
  const at = (days: Days) => {
    const { left, width } = placeIn(year, days)
    return { left: percent(left), width: `calc(${percent(width)} - 1px)` }
  }
  return (
    <li className={territory.id === selectedId ? 'timeline-row timeline-selected' : 'timeline-row'}>
      <UnstyledButton
        className="timeline-name"
        style={{ paddingLeft: 8 + territory.depth * 12 }}
        title={territory.name}
        aria-pressed={territory.id === selectedId}
        onClick={() => onSelect(territory.id === selectedId ? undefined : territory.id)}
      >
        {territory.name}
      </UnstyledButton>
      <div className="timeline-track" style={{ height }}>
        {months.slice(1).map((month) => (
          <i
            key={month.key}
            className="timeline-tick"
            style={{ left: percent(placeIn(year, daysOf(month)).left) }}
            aria-hidden="true"
          />
        ))}
        {now === undefined ? null : <i className="timeline-now" style={{ left: percent(now) }} aria-hidden="true" />}
        {gaps.map((gap) => {
          const says = t('territories.coverage.nobody', { days: words.days(gap) })
          return (
            <UnstyledButton
              key={gap.fromOn}
              className="timeline-bar timeline-gap"
              style={{ ...at(gap), top: 2 }}
              title={says}
              aria-label={`${territory.name}: ${says}`}
              disabled={isLocked}
              onClick={() => onFill(territory, gap)}
            >
              {says}
            </UnstyledButton>
          )
        })}
        {bars.map((bar) => {
          const { coverage, inheritedFrom, lane } = bar
          const share = coverage.shareRatio === null ? '' : ` ${format.percent(coverage.shareRatio)}`
          const from = inheritedFrom === null ? '' : ` (${t('territories.coverage.from', { name: inheritedFrom })})`
          const says = `${coverage.sellerName}${share}${from}, ${words.days(coverage)}${
            coverage.note === '' ? '' : `. ${coverage.note}`
          }`
          return (
            <UnstyledButton
              key={`${coverage.id} ${bar.fromOn}`}
              className={inheritedFrom === null ? 'timeline-bar' : 'timeline-bar timeline-inherited'}
              style={{ ...at(bar), top: 2 + lane * laneHeight }}
              title={says}
              aria-label={`${territory.name}: ${says}`}
              disabled={isLocked || inheritedFrom !== null}
              onClick={() => onChange(territory, coverage)}
            >
              {coverage.sellerName}
              {share}
            </UnstyledButton>
          )
        })}
        {overlaps.map((overlap) => {
          const says = t('territories.coverage.tooMuch', {
            share: format.percent(overlap.shareRatio),
            days: words.days(overlap)
          })
          return (
            <span
              key={overlap.fromOn}
              className="timeline-overlap"
              style={{ ...at(overlap), top: lanes * laneHeight }}
              title={says}
            >
              {says}
            </span>
          )
        })}
      </div>
    </li>
  )
}
