// One territory in the pane: its figures, who covers it, and what it is: main or overlay, its days, capacity, base, place in the tree and team.
import { Button } from '@mantine/core'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues } from '#renderer/ui/section.tsx'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { MeasureId, TerritoryOverview } from '#shared/territories/types.ts'
import { CoverageList } from '../covering/coverage-list.tsx'
import { useShowMeasure } from './show-measure.ts'
import { TerritoryFields } from './territory-fields.tsx'
import { WhyIndex } from './territory-table.tsx'
import type { Evenness, TerritoryLine } from './view.ts'
import './territories.css'

interface TerritoryPaneProps {
  readonly line: TerritoryLine
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly isLocked: boolean
  readonly onRemoved: () => void
}

export function TerritoryPane(props: TerritoryPaneProps) {
  const { line, overview, settings, evenness, measureId, isLocked, onRemoved } = props
  const { t } = useText()
  const format = useFormat()
  const show = useShowMeasure(overview.currency, settings)
  const { currency, assigned, territories } = overview
  const remove = useCommand('territories.remove')
  return (
    <div className="territory-pane">
      <KeyValues
        items={[
          { key: 'accounts', label: t('territories.columns.accounts'), value: format.number(line.accounts) },
          {
            key: 'revenue',
            label: t('territories.columns.revenue'),
            value: (
              <>
                <Soundness of={['bookings', 'credit']} /> <Money minor={line.wonMinor} currency={currency} digits={0} />
              </>
            )
          },
          {
            key: 'share',
            label: t('territories.pane.share'),
            value: <Percent ratio={assigned.wonMinor > 0 ? line.wonMinor / assigned.wonMinor : null} digits={1} />
          },
          {
            key: 'index',
            label: `${t(evenness.hasCapacities ? 'territories.pane.againstTarget' : 'territories.pane.against')} (${t(
              `territories.inSentence.${measureId}`
            )})`,
            value:
              line.index === null ? (
                <Missing reason={t(line.kind === 'overlay' ? 'territories.noIndexOverlay' : 'territories.noIndex')} />
              ) : (
                <WhyIndex
                  line={line}
                  evenness={evenness}
                  measureId={measureId}
                  currency={currency}
                  settings={settings}
                />
              )
          },
          {
            key: 'open',
            label: t('territories.columns.openPipeline'),
            value: (
              <>
                <Soundness of={['pipeline']} /> <Money minor={line.openMinor} currency={currency} digits={0} />
              </>
            )
          },
          {
            key: 'workload',
            label: t('territories.measures.workload'),
            value:
              line.accounts > 0 && line.withoutWorkload === line.accounts ? (
                <Missing reason={t('territories.unknown.noNorm')} />
              ) : (
                <Partly missing={line.withoutWorkload}>{show('workload', line.workloadHours)}</Partly>
              )
          },
          {
            key: 'potential',
            label: t('territories.measures.potential'),
            value:
              settings.potentialField === null ? (
                <Missing reason={t('territories.unknown.noPotentialField')} />
              ) : (
                <Partly missing={line.withoutPotential}>{show('potential', line.potential)}</Partly>
              )
          },
          {
            key: 'manual',
            label: t('territories.pane.manual'),
            value:
              line.accounts === 0
                ? format.number(line.manualAccounts)
                : `${format.number(line.manualAccounts)} (${format.percent(line.manualAccounts / line.accounts, 1)})`
          }
        ]}
      />
      <CoverageList territory={line} isLocked={isLocked} />
      <TerritoryFields line={line} territories={territories} isLocked={isLocked} />
      <div>
        <Button
          variant="default"
          disabled={isLocked}
          loading={remove.isBusy}
          onClick={() => {
            onRemoved()
            void remove.run({ territoryId: line.id })
          }}
        >
          {t('territories.pane.remove')}
        </Button>
      </div>
    </div>
  )
}

/** A figure that some accounts are not in, said beside it. */
function Partly({ missing, children }: { readonly missing: number; readonly children: string }) {
  const { t } = useText()
  return (
    <>
      {children}
      {missing > 0 ? (
        <span className="muted small"> {t('territories.unknown.without', { count: missing })}</span>
      ) : null}
    </>
  )
}
