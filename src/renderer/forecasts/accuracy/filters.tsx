// Whose forecasts are judged, by which periods, how far ahead, and whether made at the time or replayed.
import { SegmentedControl, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useAccuracyWords } from './use-accuracy-words.ts'
import { type AccuracyChoices, type AccuracyCut, keepAccuracyView } from './view-state.ts'

const keyOf = (cut: AccuracyCut): string =>
  cut.kind === 'company' ? 'company' : cut.kind === 'team' ? `team-${cut.teamId}` : `seller-${cut.sellerId}`

const origins = ['both', 'made', 'replayed'] as const

interface FiltersProps {
  readonly choices: AccuracyChoices
  /** The farthest that has been compared. */
  readonly mostSteps: number
}

export function Filters({ choices, mostSteps }: FiltersProps) {
  const { t } = useText()
  const words = useAccuracyWords()
  const teams = useQuery('people.listTeams', {}).value
  const sellers = useQuery('people.listSellers', {}).value
  const choose = (change: Partial<AccuracyChoices>) => keepAccuracyView({ choices: { ...choices, ...change } })
  const { groups, byKey } = useMemo(() => {
    const company: AccuracyCut = { kind: 'company' }
    const ofTeams = (teams ?? []).map((team) => ({
      cut: { kind: 'team', teamId: team.id } as AccuracyCut,
      label: team.path.join(' / ')
    }))
    const ofSellers = (sellers ?? []).map((seller) => ({
      cut: { kind: 'seller', sellerId: seller.id } as AccuracyCut,
      label: seller.name
    }))
    const items = (list: typeof ofTeams) => list.map(({ cut, label }) => ({ value: keyOf(cut), label }))
    return {
      byKey: new Map([company, ...[...ofTeams, ...ofSellers].map(({ cut }) => cut)].map((cut) => [keyOf(cut), cut])),
      groups: [
        { value: 'company', label: t('forecasts.accuracy.company') },
        { group: t('forecasts.accuracy.teams'), items: items(ofTeams) },
        { group: t('forecasts.accuracy.sellers'), items: items(ofSellers) }
      ]
    }
  }, [t, teams, sellers])
  const far = Math.max(mostSteps, choices.steps ?? 1)
  return (
    <div className="accuracy-filters">
      <Select
        aria-label={t('forecasts.accuracy.cut')}
        className="accuracy-cut"
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        data={groups}
        value={keyOf(choices.cut)}
        onChange={(key) => choose({ cut: byKey.get(key ?? '') ?? { kind: 'company' } })}
      />
      <SegmentedControl
        aria-label={t('forecasts.accuracy.grain')}
        value={choices.grain}
        data={[
          { value: 'quarter', label: t('forecasts.grains.quarter') },
          { value: 'month', label: t('forecasts.grains.month') }
        ]}
        onChange={(grain) => choose({ grain: grain === 'month' ? 'month' : 'quarter', steps: 1 })}
      />
      <Select
        aria-label={t('forecasts.accuracy.steps')}
        className="accuracy-steps"
        allowDeselect={false}
        value={choices.steps === null ? 'all' : String(choices.steps)}
        data={[
          ...Array.from({ length: far }, (_, at) => ({
            value: String(at + 1),
            label: words.ahead(at + 1, choices.grain)
          })),
          { value: 'all', label: t('forecasts.accuracy.allSteps') }
        ]}
        onChange={(steps) => choose({ steps: steps === 'all' || steps === null ? null : Number(steps) })}
      />
      <Select
        aria-label={t('forecasts.accuracy.origin')}
        className="accuracy-origin"
        allowDeselect={false}
        value={choices.origin}
        data={origins.map((origin) => ({ value: origin, label: t(`forecasts.accuracy.origins.${origin}`) }))}
        onChange={(origin) => choose({ origin: origins.find((each) => each === origin) ?? 'both' })}
      />
    </div>
  )
}
