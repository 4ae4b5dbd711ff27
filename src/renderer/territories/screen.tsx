// The territory screen: territories with figures and evenness above, the accounts of the chosen one below, the chosen one or the balance
// of all at the right.
import { SegmentedControl, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import type { MeasureId, TerritoryId, TerritoryOverview } from '#shared/territories/types.ts'
import { type AccountsOf, AccountTable } from './parts/account-table.tsx'
import { CreateDialog } from './parts/create-dialog.tsx'
import { Evenness } from './parts/evenness.tsx'
import { ProposeDialog } from './parts/propose-dialog.tsx'
import { TerritoryPane } from './parts/territory-pane.tsx'
import { TerritoryTable } from './parts/territory-table.tsx'
import { type Evenness as EvennessFigures, evennessOf, linesOf } from './parts/view.ts'
import './parts/territories.css'

export function TerritoriesScreen() {
  const { t } = useText()
  const { scenario } = useSession()
  if (!scenario)
    return (
      <Page title={t('territories.title')}>
        <EmptyState title={t('territories.noPlan')} picture="map" />
      </Page>
    )
  return <ScenarioTerritories key={scenario.id} scenarioId={scenario.id} />
}

type Dialog = 'propose' | 'create' | undefined

function ScenarioTerritories({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  const { t, tError } = useText()
  const { isLocked, settings, go } = useSession()
  const [measureId, setMeasureId] = useState<MeasureId>('revenue')
  const [hasAllSales, setAllSales] = useState(false)
  const [bandRatio, setBandRatio] = useState(0.15)
  const [selectedId, setSelectedId] = useState<TerritoryId | undefined>()
  const [shown, setShown] = useState<'territory' | 'unassigned' | 'all' | undefined>()
  const [dialog, setDialog] = useState<Dialog>()
  const query = useQuery('territories.overview', { scenarioId, ...(hasAllSales ? { fromOn: null, toOn: null } : {}) })
  const overview = query.value
  const lines = useMemo(() => (overview ? linesOf(overview, measureId) : []), [overview, measureId])
  const evenness = useMemo(() => evennessOf(lines, measureId, bandRatio), [lines, measureId, bandRatio])
  const finding = useFinding(overview, evenness, measureId, bandRatio)
  const selected = lines.find((line) => line.id === selectedId)

  const dialogs = (
    <>
      {dialog === 'propose' ? (
        <ProposeDialog scenarioId={scenarioId} currency={settings.currency} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'create' ? (
        <CreateDialog
          scenarioId={scenarioId}
          territories={overview?.territories ?? []}
          onClose={(id) => {
            setDialog(undefined)
            if (id !== undefined) setSelectedId(id)
          }}
        />
      ) : null}
    </>
  )
  const hint = isLocked ? t('territories.locked') : undefined
  const create = { label: t('territories.empty.create'), onRun: () => setDialog('create'), isDisabled: isLocked, hint }
  const propose = {
    label: t('territories.empty.propose'),
    onRun: () => setDialog('propose'),
    isDisabled: isLocked,
    hint
  }

  if (!overview || overview.territories.length === 0) {
    const hasAccounts = overview !== undefined && overview.unassigned.accounts > 0
    return (
      <Page title={t('territories.title')}>
        {query.error ? (
          <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
        ) : !overview ? (
          <Skeleton kind="table" />
        ) : hasAccounts ? (
          <EmptyState title={t('territories.empty.noTerritories')} picture="map" action={propose} secondary={create} />
        ) : (
          <EmptyState
            title={t('territories.empty.noAccounts')}
            picture="map"
            action={{ label: t('territories.empty.import'), onRun: () => go('data') }}
            secondary={create}
          />
        )}
        {dialogs}
      </Page>
    )
  }

  const usual = selected ? 'territory' : overview.unassigned.accounts > 0 ? 'unassigned' : 'all'
  const list = shown === 'territory' && !selected ? usual : (shown ?? usual)
  const of: AccountsOf = list === 'territory' ? selected?.id : list === 'unassigned' ? null : undefined
  return (
    <Page
      title={t('territories.title')}
      finding={finding}
      primary={propose}
      actions={[create]}
      isFilling
      detailTitle={selected ? selected.name : t('territories.even.title')}
      detailSubtitle={
        selected
          ? selected.teamName
            ? t('territories.pane.team', { name: selected.teamName })
            : t('territories.pane.noTeam')
          : undefined
      }
      onCloseDetail={selected ? () => setSelectedId(undefined) : undefined}
      detail={
        selected ? (
          <TerritoryPane
            key={selected.id}
            line={selected}
            overview={overview}
            evenness={evenness}
            measureId={measureId}
            isLocked={isLocked}
            onRemoved={() => setSelectedId(undefined)}
          />
        ) : (
          <Evenness
            evenness={evenness}
            overview={overview}
            measureId={measureId}
            bandRatio={bandRatio}
            onBand={setBandRatio}
            onShowUnassigned={() => setShown('unassigned')}
          />
        )
      }
    >
      <div className="territory-lists">
        <Section isFilling>
          <TerritoryTable
            lines={lines}
            evenness={evenness}
            measureId={measureId}
            currency={overview.currency}
            isLocked={isLocked}
            selectedId={selectedId}
            onSelect={(id) => {
              setSelectedId(id)
              setShown(id === undefined ? undefined : 'territory')
            }}
            tools={
              <>
                <div className="territory-tools">
                  <Select
                    className="measure-choice"
                    aria-label={t('territories.measure')}
                    allowDeselect={false}
                    value={measureId}
                    data={territoryMeasures.map(({ id }) => ({ value: id, label: t(`territories.measures.${id}`) }))}
                    onChange={(id) => setMeasureId(territoryMeasures.find((each) => each.id === id)?.id ?? 'revenue')}
                  />
                  <SegmentedControl
                    aria-label={t('territories.sales')}
                    value={hasAllSales ? 'all' : 'last12'}
                    data={[
                      { value: 'last12', label: t('territories.salesDates.last12') },
                      { value: 'all', label: t('territories.salesDates.all') }
                    ]}
                    onChange={(chosen) => setAllSales(chosen === 'all')}
                  />
                </div>
                <Soundness of={['bookings', 'pipeline', 'credit']} isNamed />
              </>
            }
          />
        </Section>
        <Section isFilling>
          <AccountTable
            key={String(of)}
            scenarioId={scenarioId}
            overview={overview}
            of={of}
            isLocked={isLocked}
            tools={
              <SegmentedControl
                aria-label={t('territories.accounts.title')}
                value={list}
                data={[
                  {
                    value: 'territory',
                    label: selected?.name ?? t('territories.accounts.show.territory'),
                    disabled: !selected
                  },
                  { value: 'unassigned', label: t('territories.accounts.show.unassigned') },
                  { value: 'all', label: t('territories.accounts.show.all') }
                ]}
                onChange={(next) => setShown(next === 'territory' || next === 'unassigned' ? next : 'all')}
              />
            }
          />
        </Section>
      </div>
      {dialogs}
    </Page>
  )
}

/** The finding in one line: how even they are, and how many accounts are left over. */
function useFinding(
  overview: TerritoryOverview | undefined,
  evenness: EvennessFigures,
  measureId: MeasureId,
  bandRatio: number
): string | undefined {
  const { t } = useText()
  const format = useFormat()
  if (!overview) return undefined
  const measure = t(`territories.inSentence.${measureId}`)
  const [largest] = evenness.leaves.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0))
  const isEven = evenness.indices.withinBand === 1
  const even =
    evenness.leaves.length < 2 || !largest?.index
      ? ''
      : isEven
        ? t('territories.finding.even', { band: format.percent(bandRatio), measure })
        : t('territories.finding.largest', {
            name: largest.name,
            times: format.number(largest.index / 100, 1),
            measure
          })
  const assigned = t('territories.finding.assigned', { count: overview.assigned.accounts })
  const { accounts } = overview.unassigned
  const rest =
    accounts > 0 ? t('territories.finding.unassigned', { count: accounts }) : t('territories.finding.allAssigned')
  return `${even} ${assigned}; ${rest}`.trim()
}
