// One territory in the pane: its figures, where it hangs in the tree, who covers it and when.
import { Button, Select } from '@mantine/core'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues } from '#renderer/ui/section.tsx'
import { wouldLoop } from '#shared/territories/rules.ts'
import type { MeasureId, TerritoryId, TerritoryOverview } from '#shared/territories/types.ts'
import { CoverageList } from './coverage-list.tsx'
import { WhyIndex } from './territory-table.tsx'
import type { Evenness, TerritoryLine } from './view.ts'
import './territories.css'

interface TerritoryPaneProps {
  readonly line: TerritoryLine
  readonly overview: TerritoryOverview
  readonly evenness: Evenness
  readonly measureId: MeasureId
  readonly isLocked: boolean
  readonly onRemoved: () => void
}

export function TerritoryPane({ line, overview, evenness, measureId, isLocked, onRemoved }: TerritoryPaneProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency, assigned, territories } = overview
  const move = useCommand('territories.move')
  const remove = useCommand('territories.remove')
  const parents = territories.filter((each) => each.id !== line.id && !wouldLoop(territories, line.id, each.id))
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
            label: `${t('territories.pane.against')} (${t(`territories.inSentence.${measureId}`)})`,
            value:
              line.index === null ? (
                <Missing reason={t('territories.noIndex')} />
              ) : (
                <WhyIndex line={line} evenness={evenness} measureId={measureId} currency={currency} />
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
          { key: 'manual', label: t('territories.pane.manual'), value: format.number(line.manualAccounts) }
        ]}
      />
      <CoverageList line={line} isLocked={isLocked} />
      <Select
        label={t('territories.pane.parent')}
        disabled={isLocked}
        allowDeselect={false}
        value={String(line.parentId ?? '')}
        data={[
          { value: '', label: t('territories.create.top') },
          ...parents.map((each) => ({ value: String(each.id), label: each.name }))
        ]}
        onChange={(id) => {
          const parentId = parents.find((each) => String(each.id) === id)?.id ?? (null as TerritoryId | null)
          if (parentId !== line.parentId) void move.run({ territoryId: line.id, parentId })
        }}
      />
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
