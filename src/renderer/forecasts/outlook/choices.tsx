// What the forecast is of and how far it reaches: whose sales, counted from deals, invoices or totals, by week, month or quarter, a year or to
// the end of the plan.
import { SegmentedControl, Select } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, ForecastCut, ForecastGrain, SeriesSource } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { useCutGroups } from './series-cuts.ts'
import './choices.css'

export interface ForecastChoices {
  cut: AskedCut
  source: SeriesSource
  grain: ForecastGrain
  reach: 'year' | 'planYear'
}

interface ChoicesProps {
  readonly choices: ForecastChoices
  readonly yearName: string
  /** False when a year ahead is as far as the end of the plan, so that there is nothing to choose. */
  readonly hasReach: boolean
  readonly onChange: (choices: ForecastChoices) => void
}

const grains = ['quarter', 'month', 'week'] as const
const sources = ['bookings', 'invoices', 'totals'] as const

export function Choices({ choices, yearName, hasReach, onChange }: ChoicesProps) {
  const { t } = useText()
  const { scenario } = useSession()
  return (
    <div className="forecast-choices">
      {scenario ? (
        <CutSelect scenarioId={scenario.id} cut={choices.cut} onChange={(cut) => onChange({ ...choices, cut })} />
      ) : null}
      <Select
        aria-label={t('forecasts.series.source')}
        className="forecast-source"
        allowDeselect={false}
        data={sources.map((value) => ({ value, label: t(`forecasts.series.sources.${value}`) }))}
        value={choices.source}
        onChange={(value) => onChange({ ...choices, source: sources.find((each) => each === value) ?? 'bookings' })}
      />
      <SegmentedControl
        aria-label={t('forecasts.grain')}
        value={choices.grain}
        data={grains.map((value) => ({ value, label: t(`forecasts.grains.${value}`) }))}
        onChange={(value) => onChange({ ...choices, grain: grains.find((each) => each === value) ?? 'quarter' })}
      />
      {hasReach ? (
        <SegmentedControl
          aria-label={t('forecasts.horizon')}
          value={choices.reach}
          data={[
            { value: 'year', label: t('forecasts.horizons.year') },
            { value: 'planYear', label: t('forecasts.horizons.planYear', { year: yearName }) }
          ]}
          onChange={(reach) => onChange({ ...choices, reach: reach === 'year' ? 'year' : 'planYear' })}
        />
      ) : null}
    </div>
  )
}

interface CutSelectProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  readonly onChange: (cut: ForecastCut) => void
}

export function CutSelect({ scenarioId, cut, onChange }: CutSelectProps) {
  const { t } = useText()
  const { groups, byKey } = useCutGroups(scenarioId)
  return (
    <Select
      aria-label={t('forecasts.cut')}
      className="forecast-cut"
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      data={[
        { value: 'company', label: t('forecasts.cuts.company') },
        ...groups.map(({ dimension, choices }) => ({
          group: t(`forecasts.series.groups.${dimension}`),
          items: choices.map(({ key, label }) => ({ value: key, label }))
        }))
      ]}
      value={cutKey(cut)}
      onChange={(key) => onChange(byKey.get(key ?? '')?.cut ?? { kind: 'company' })}
    />
  )
}
