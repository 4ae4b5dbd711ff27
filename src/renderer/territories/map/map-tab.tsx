// The map of the territories: accounts and regions by territory or by a measure, moved by dragging or by a list, with what each move does to the
// evenness shown while it is made.
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { quantileBreaks } from '#renderer/ui/map/color-scale.ts'
import { RegionMap } from '#renderer/ui/map/region-map.tsx'
import type { MapSelection, MapTarget } from '#renderer/ui/map/types.ts'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { LayerId } from '#shared/geography/types.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { AssignDialog } from '../parts/assign-dialog.tsx'
import { useShowMeasure } from '../parts/show-measure.ts'
import { TerritoryBody } from '../parts/territory-body.tsx'
import { evennessOf, isCompared, linesOf } from '../parts/view.ts'
import { keepView, salesDates, type TabProps, useTerritoryView } from '../view-state.ts'
import { chooseLayer, layerIds, useLayer } from './layers.ts'
import { balanceAfter, valuesOf } from './map-figures.ts'
import { Placed } from './placed.tsx'
import { accountsIn, isNothing, mergeSelections, nothing, selectionOf } from './selection.ts'
import { SubdivisionList } from './subdivision-list.tsx'
import { type ColourBy, useMapContent } from './use-map.ts'
import './map-tab.css'

export function MapTab(props: TabProps) {
  const { scenarioId } = props
  const { tError, t } = useText()
  const { hasAllSales } = useTerritoryView()
  const query = useQuery('territories.mapAccounts', { scenarioId, ...salesDates(hasAllSales) })
  if (query.value) return <AccountsOnMap {...props} accounts={query.value} />
  return query.error ? (
    <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  ) : (
    <Skeleton kind="chart" />
  )
}

function AccountsOnMap(props: TabProps & { readonly accounts: MapAccounts }) {
  const { scenarioId, overview, settings, isLocked, selectedId, onSelect, accounts } = props
  const { t } = useText()
  const format = useFormat()
  const { measureId } = useTerritoryView()
  const show = useShowMeasure(overview.currency, settings)
  const [layerId, setLayerId] = useState<LayerId>(() => chooseLayer(accounts))
  const [colourBy, setColourBy] = useState<ColourBy>('territory')
  const [selection, setSelection] = useState<MapSelection>(nothing)
  const [isList, setList] = useState(false)
  /** Places of the accounts that are about to be moved. */
  const [assigning, setAssigning] = useState<readonly number[]>()
  const assign = useCommand('territories.assign')
  const layer = useLayer(layerId)
  const drawn = layer.state === 'ready' ? layer.drawn : undefined
  const lines = useMemo(() => linesOf(overview, measureId), [overview, measureId])
  const evenness = useMemo(
    () => evennessOf(lines, measureId, settings.bandRatio),
    [lines, measureId, settings.bandRatio]
  )
  const territories = useMemo(() => lines.filter(isCompared), [lines])
  const content = useMapContent(accounts, drawn, territories, measureId, colourBy)
  const listed = useMemo(() => valuesOf(accounts, measureId), [accounts, measureId])
  const showValue = useCallback((value: number) => show(measureId, value), [show, measureId])
  if (layer.state === 'failed') return <Problem title={t('territories.map.failed')} details={layer.problem} />

  const picked = content && drawn ? accountsIn(selection, drawn.shapes, content.figures, content.placeOfId) : []
  const idsOf = (places: readonly number[]) => places.flatMap((place) => accounts.accountIds[place] ?? [])
  const placesOf = (dragged: MapSelection) =>
    content && drawn ? accountsIn(dragged, drawn.shapes, content.figures, content.placeOfId) : []
  const liveOf = (dragged: MapSelection, to: number) =>
    content &&
    balanceAfter({
      values: content.values,
      groups: content.groups,
      capacities: territories.map((territory) => territory.capacityRatio),
      moved: placesOf(dragged),
      to,
      bandRatio: settings.bandRatio
    })
  const sumOf = (places: readonly number[]) =>
    show(
      measureId,
      places.reduce((sum, place) => sum + (content?.values[place] ?? 0), 0)
    )

  const tooltip = (target: MapTarget) => {
    if (!content || !drawn || target.kind === 'base') return null
    if (target.kind === 'point') {
      const place = content.placeOfId.get(target.id) ?? -1
      const territory = territories[content.groups[place] ?? -1]
      return (
        <>
          <strong>{accounts.names[place]}</strong>
          <br />
          {territory?.name ?? t('territories.map.unassigned')} · {show(measureId, content.values[place] ?? 0)}
          {accounts.isManual[place] ? ` · ${t('territories.map.byHand')}` : ''}
          <br />
          <span className="muted">{t(`territories.map.placedBy.${accounts.placedBy[place] ?? 'none'}`)}</span>
        </>
      )
    }
    const members = content.figures.members[target.index] ?? []
    const territory = territories[content.figures.groups[target.index] ?? -1]
    return (
      <>
        <strong>{drawn.shapes[target.index]?.name}</strong>
        <br />
        {members.length === 0
          ? t('territories.map.noAccounts')
          : `${t('territories.map.accounts', { count: members.length })} · ${sumOf(members)}`}
        {territory ? (
          <>
            <br />
            {territory.name}
          </>
        ) : null}
      </>
    )
  }
  const dragLabel = (dragged: MapSelection, key: string | null) => {
    const places = placesOf(dragged)
    const to = territories.findIndex((territory) => String(territory.id) === key)
    const moving = `${t('territories.map.accounts', { count: places.length })} · ${sumOf(places)}`
    const live = to < 0 ? undefined : liveOf(dragged, to)
    if (!live) return moving
    const points = (value: number | null) => (value === null ? '–' : format.number(value, 1))
    return (
      <>
        <strong>{territories[to]?.name}</strong>
        <br />
        {moving}
        <br />
        {t('territories.map.live.index', { before: points(live.targetBefore), after: points(live.targetAfter) })}
        <br />
        {t('territories.map.live.balance', { before: points(live.before.balance), after: points(live.after.balance) })}
      </>
    )
  }
  const drop = async (dragged: MapSelection, key: string) => {
    const territory = territories.find((each) => String(each.id) === key)
    const accountIds = idsOf(placesOf(dragged))
    if (!territory || accountIds.length === 0) return
    const reply = await assign.run({
      scenarioId,
      territoryId: territory.id,
      accountIds,
      reason: t('territories.map.reason'),
      fromOn: null
    })
    if (reply.ok) setSelection(nothing)
  }

  const measureName = t(`territories.measures.${measureId}`)
  const scale = {
    title: measureName,
    breaks: content ? quantileBreaks(content.figures.values) : [],
    format: (value: number) => show(measureId, value)
  }
  const controls = (
    <>
      <Select
        className="map-choice"
        aria-label={t('territories.map.layer')}
        allowDeselect={false}
        value={isList ? 'list' : layerId}
        data={[
          ...layerIds.map((id) => ({ value: id as string, label: t(`territories.map.layers.${id}`) })),
          { value: 'list', label: t('territories.map.layers.list') }
        ]}
        onChange={(id) => {
          // Another layer has other regions: what was selected there is gone.
          setSelection(nothing)
          setList(id === 'list')
          if (id !== 'list') setLayerId(layerIds.find((each) => each === id) ?? 'world-countries')
        }}
      />
      {isList ? null : (
        <SegmentedControl
          aria-label={t('territories.map.colourBy')}
          value={colourBy}
          data={[
            { value: 'territory', label: t('territories.map.byTerritory') },
            { value: 'measure', label: t('territories.map.byMeasure') }
          ]}
          onChange={(value) => setColourBy(value === 'measure' ? 'measure' : 'territory')}
        />
      )}
      <Select
        className="map-choice"
        aria-label={t('territories.measure')}
        allowDeselect={false}
        value={measureId}
        data={territoryMeasures.map(({ id }) => ({ value: id, label: t(`territories.measures.${id}`) }))}
        onChange={(id) => keepView({ measureId: territoryMeasures.find((each) => each.id === id)?.id ?? 'revenue' })}
      />
      {isNothing(selection) ? null : (
        <span className="map-selected">
          <span className="numbers">
            {t('territories.map.selected', { count: picked.length })} · {sumOf(picked)}
          </span>
          <Button
            size="compact-sm"
            disabled={isLocked || picked.length === 0}
            title={isLocked ? t('territories.locked') : undefined}
            onClick={() => setAssigning(picked)}
          >
            {t('territories.map.assign')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setSelection(nothing)}>
            {t('territories.map.clear')}
          </Button>
        </span>
      )}
    </>
  )
  return (
    <TerritoryBody {...props} lines={lines} evenness={evenness} measureId={measureId}>
      {isList ? (
        <SubdivisionList
          accounts={accounts}
          territories={territories}
          values={listed}
          measureName={measureName}
          show={showValue}
          isLocked={isLocked}
          controls={controls}
          onAssign={setAssigning}
        />
      ) : (
        <RegionMap
          height="fill"
          title={t('territories.map.title')}
          summary={t('territories.map.summary', {
            territories: format.number(territories.length),
            accounts: format.number(content?.placed ?? 0)
          })}
          isLoading={layer.state === 'loading' || !content}
          regions={content?.regions}
          points={content?.points}
          bases={content?.bases}
          bounds={content?.bounds}
          lines={drawn?.projector.insetLines}
          credit={drawn?.layer.credit}
          groups={territories.map((territory, at) => ({
            key: String(territory.id),
            name: territory.name,
            look: content?.looks[at],
            note:
              territory.index === null ? undefined : <span className="numbers">{format.number(territory.index)}</span>
          }))}
          noGroupLabel={t('territories.map.unassigned')}
          regionScale={colourBy === 'measure' ? scale : undefined}
          sizeScale={{ title: measureName, format: (value) => show(measureId, value) }}
          highlight={selectedId === undefined ? undefined : String(selectedId)}
          selection={selection}
          tooltip={tooltip}
          onPick={(target, isAdding) => {
            if (target?.kind === 'base') onSelect(Number(target.key) as TerritoryId)
            else setSelection(mergeSelections(selection, selectionOf(target), isAdding))
          }}
          onPickGroup={(key) => onSelect(key === String(selectedId) ? undefined : (Number(key) as TerritoryId))}
          onSelect={(next, isAdding) => setSelection(mergeSelections(selection, next, isAdding))}
          onDrop={isLocked ? undefined : (dragged, key) => void drop(dragged, key)}
          dragLabel={dragLabel}
          count={
            <Placed
              accounts={accounts}
              placed={content?.placed ?? 0}
              onMap={content?.onMap ?? 0}
              coarse={content?.coarse ?? 0}
            />
          }
          controls={controls}
        />
      )}
      {assigning ? (
        <AssignDialog
          scenarioId={scenarioId}
          accountIds={idsOf(assigning)}
          territories={overview.territories}
          onClose={(isDone) => {
            setAssigning(undefined)
            if (isDone) setSelection(nothing)
          }}
        />
      ) : null}
    </TerritoryBody>
  )
}

/** How many accounts are on the map, in the line under the title. */
export function MapFinding({ overview }: TabProps) {
  const { t } = useText()
  const { accounts } = overview.unassigned
  const count = overview.territories.filter(isCompared).length
  return (
    <>
      {t('territories.map.finding', { count })}{' '}
      {accounts > 0 ? t('territories.finding.unassigned', { count: accounts }) : t('territories.finding.allAssigned')}
    </>
  )
}
