// The map of a plan, as it is today or as it would be.
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { RegionMap } from '#renderer/ui/map/region-map.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AlignmentDraft, MapAccounts } from '#shared/territories/alignment-types.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import { chooseLayer, useLayer } from '../map/layers.ts'
import { useMapContent } from '../map/use-map.ts'
import { isCompared } from '../parts/view.ts'
import { salesDates, useTerritoryView } from '../view-state.ts'

interface PlanMapProps {
  readonly scenarioId: ScenarioId
  readonly draft: AlignmentDraft
  readonly territories: readonly TerritoryRow[]
}

export function PlanMap(props: PlanMapProps) {
  const { hasAllSales } = useTerritoryView()
  const query = useQuery('territories.mapAccounts', { scenarioId: props.scenarioId, ...salesDates(hasAllSales) })
  return query.value ? <DraftOnMap {...props} accounts={query.value} /> : <Skeleton kind="chart" />
}

function DraftOnMap({ draft, territories, accounts }: PlanMapProps & { readonly accounts: MapAccounts }) {
  const { t } = useText()
  const [shown, setShown] = useState<'before' | 'after'>('after')
  const layer = useLayer(useMemo(() => chooseLayer(accounts), [accounts]))
  const drawn = layer.state === 'ready' ? layer.drawn : undefined
  const leaves = useMemo(() => territories.filter(isCompared), [territories])
  const planned = useMemo((): MapAccounts => {
    if (shown === 'before') return accounts
    const to = new Map(draft.moves.map((move) => [move.accountId, move.toId]))
    return {
      ...accounts,
      territoryIds: accounts.territoryIds.map((id, at) => to.get(accounts.accountIds[at] ?? (0 as never)) ?? id)
    }
  }, [accounts, draft, shown])
  const content = useMapContent(planned, drawn, leaves, draft.request.balance, 'territory')
  // The same territory keeps its look before and after: that of today.
  const today = useMapContent(accounts, drawn, leaves, draft.request.balance, 'territory')
  return (
    <RegionMap
      height="fill"
      title={t(`territories.align.maps.${shown}`)}
      summary={t('territories.align.mapSummary')}
      isLoading={layer.state !== 'ready' || !content}
      regions={content?.regions}
      points={content?.points}
      bases={content?.bases}
      bounds={content?.bounds}
      lines={drawn?.projector.insetLines}
      credit={drawn?.layer.credit}
      groups={leaves.map((territory, at) => ({
        key: String(territory.id),
        name: territory.name,
        look: today?.looks[at]
      }))}
      noGroupLabel={t('territories.map.unassigned')}
      controls={
        <SegmentedControl
          aria-label={t('territories.align.mapOf')}
          value={shown}
          data={[
            { value: 'before', label: t('territories.align.maps.before') },
            { value: 'after', label: t('territories.align.maps.after') }
          ]}
          onChange={(value) => setShown(value === 'before' ? 'before' : 'after')}
        />
      }
    />
  )
}
