// What the forecast is of and how far it reaches: whose sales, by quarter or month, a year or to the end of the plan.
import { SegmentedControl, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ForecastGrain } from '#shared/forecasts/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import './choices.css'

export type CutChoice = { kind: 'company' } | { kind: 'team'; teamId: TeamId } | { kind: 'seller'; sellerId: SellerId }

export interface ForecastChoices {
  cut: CutChoice
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

export function Choices({ choices, yearName, hasReach, onChange }: ChoicesProps) {
  const { t } = useText()
  return (
    <div className="forecast-choices">
      <CutSelect cut={choices.cut} onChange={(cut) => onChange({ ...choices, cut })} />
      <SegmentedControl
        aria-label={t('forecasts.grain')}
        value={choices.grain}
        data={[
          { value: 'quarter', label: t('forecasts.grains.quarter') },
          { value: 'month', label: t('forecasts.grains.month') }
        ]}
        onChange={(grain) => onChange({ ...choices, grain: grain === 'month' ? 'month' : 'quarter' })}
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

const keyOf = (cut: CutChoice): string =>
  cut.kind === 'company' ? 'company' : cut.kind === 'team' ? `team-${cut.teamId}` : `seller-${cut.sellerId}`

function CutSelect({ cut, onChange }: { readonly cut: CutChoice; readonly onChange: (cut: CutChoice) => void }) {
  const { t } = useText()
  const teams = useQuery('people.listTeams', {}).value
  const sellers = useQuery('people.listSellers', {}).value
  const { groups, byKey } = useMemo(() => {
    const cuts: { group: string; cut: CutChoice; label: string }[] = [
      { group: t('forecasts.cuts.company'), cut: { kind: 'company' }, label: t('forecasts.cuts.company') },
      ...(teams ?? []).map((team) => ({
        group: t('forecasts.cuts.teams'),
        cut: { kind: 'team' as const, teamId: team.id },
        label: team.path.join(' / ')
      })),
      ...(sellers ?? []).map((seller) => ({
        group: t('forecasts.cuts.sellers'),
        cut: { kind: 'seller' as const, sellerId: seller.id },
        label: seller.name
      }))
    ]
    const items = (group: string) =>
      cuts.filter((each) => each.group === group).map((each) => ({ value: keyOf(each.cut), label: each.label }))
    return {
      byKey: new Map(cuts.map((each) => [keyOf(each.cut), each.cut])),
      groups: [
        { value: 'company', label: t('forecasts.cuts.company') },
        { group: t('forecasts.cuts.teams'), items: items(t('forecasts.cuts.teams')) },
        { group: t('forecasts.cuts.sellers'), items: items(t('forecasts.cuts.sellers')) }
      ]
    }
  }, [t, teams, sellers])
  return (
    <Select
      aria-label={t('forecasts.cut')}
      className="forecast-cut"
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      data={groups}
      value={keyOf(cut)}
      onChange={(key) => onChange(byKey.get(key ?? '') ?? { kind: 'company' })}
    />
  )
}
