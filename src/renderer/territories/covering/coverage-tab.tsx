// Who covers what over the plan's year: a line of time for each territory, or the same as a table, and what is vacant or covered twice.
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { Days } from '#shared/territories/stretches.ts'
import type { Coverage, TerritoryRow } from '#shared/territories/types.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import { TabBody } from '../parts/tab-body.tsx'
import type { TabProps } from '../view-state.ts'
import { CoverageDialog } from './coverage-dialog.tsx'
import { CoverageList } from './coverage-list.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { Timeline } from './timeline.tsx'
import { listVacancies, timelineRows } from './timeline-rows.ts'
import { Vacancies } from './vacancies.tsx'
import './coverage.css'

/** The plan's year with its months. */
function usePlanYear() {
  const { plan, settings } = useSession()
  return useMemo(() => {
    if (!plan) return undefined
    const months = periodsOfYear(plan.fiscalYear, 'month', settings.calendar)
    const [first] = months
    const last = months.at(-1)
    return first && last ? { days: { fromOn: first.startsOn, toOn: last.endsOn }, months } : undefined
  }, [plan, settings.calendar])
}

interface Asked {
  readonly territory: TerritoryRow
  readonly coverage?: Coverage
  readonly days?: Days
}

export function CoverageTab({ overview, isLocked, selectedId, onSelect }: TabProps) {
  const { t } = useText()
  const year = usePlanYear()
  const [view, setView] = useState<'time' | 'table'>('time')
  const [asked, setAsked] = useState<Asked | undefined>()
  const rows = useMemo(() => (year ? timelineRows(overview, year.days) : []), [overview, year])
  const vacancies = useMemo(() => listVacancies(rows), [rows])
  const selected = overview.territories.find((each) => each.id === selectedId)
  if (!year) return null
  return (
    <TabBody
      detailTitle={selected ? selected.name : t('territories.coverage.toMend')}
      onCloseDetail={selected ? () => onSelect(undefined) : undefined}
      detail={
        selected ? (
          <div className="territory-pane">
            <CoverageList territory={selected} isLocked={isLocked} />
          </div>
        ) : (
          <Vacancies
            rows={rows}
            vacancies={vacancies}
            isLocked={isLocked}
            onFill={(vacancy) => setAsked({ territory: vacancy.territory, days: vacancy })}
            onSelect={onSelect}
          />
        )
      }
    >
      <div className="territory-tools">
        <SegmentedControl
          aria-label={t('territories.coverage.view')}
          value={view}
          data={[
            { value: 'time', label: t('territories.coverage.views.time') },
            { value: 'table', label: t('territories.coverage.views.table') }
          ]}
          onChange={(chosen) => setView(chosen === 'table' ? 'table' : 'time')}
        />
        {view === 'time' ? <Legend /> : null}
      </div>
      {view === 'time' ? (
        <Timeline
          rows={rows}
          year={year.days}
          months={year.months}
          onDate={overview.onDate}
          isLocked={isLocked}
          selectedId={selectedId}
          onSelect={onSelect}
          onChange={(territory, coverage) => setAsked({ territory, coverage })}
          onFill={(territory, days) => setAsked({ territory, days })}
        />
      ) : (
        <CoverageTable rows={rows} selectedId={selectedId} onSelect={onSelect} />
      )}
      {asked ? <CoverageDialog {...asked} onClose={() => setAsked(undefined)} /> : null}
    </TabBody>
  )
}

function Legend() {
  const { t } = useText()
  return (
    <p className="timeline-legend muted small">
      {(['covered', 'inherited', 'gap', 'overlap'] as const).map((kind) => (
        <span key={kind}>
          <i className={`timeline-key timeline-key-${kind}`} aria-hidden="true" />{' '}
          {t(`territories.coverage.legend.${kind}`)}
        </span>
      ))}
    </p>
  )
}

export function CoverageFinding({ overview }: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const year = usePlanYear()
  const rows = useMemo(() => (year ? timelineRows(overview, year.days) : []), [overview, year])
  const vacancies = listVacancies(rows)
  const open = new Set(vacancies.map((each) => each.territory.id)).size
  const overlapping = rows.filter((row) => row.overlaps.length > 0).length
  const days = vacancies.reduce((sum, each) => sum + each.days, 0)
  const words = [
    open === 0
      ? t('territories.coverage.finding.full')
      : t('territories.coverage.finding.vacant', { count: open, days: format.number(days) }),
    overlapping === 0 ? '' : t('territories.coverage.finding.overlap', { count: overlapping })
  ]
  return <>{words.filter((each) => each !== '').join(' ')}</>
}
