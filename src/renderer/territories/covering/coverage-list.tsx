// Who covers a territory, with days and share: add a seller, change an entry, hand it over to somebody else, take one off.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowsExchange, IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Coverage, TerritoryRow } from '#shared/territories/types.ts'
import { CoverageDialog } from './coverage-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useCoverageWords } from './words.ts'
import '../parts/territories.css'

interface CoverageListProps {
  readonly territory: Pick<TerritoryRow, 'id' | 'name' | 'coverage'>
  readonly isLocked: boolean
}

export function CoverageList({ territory, isLocked }: CoverageListProps) {
  const { t } = useText()
  const [changing, setChanging] = useState<Coverage | undefined>()
  const [handing, setHanding] = useState<Coverage | undefined>()
  return (
    <Section title={t('territories.pane.coverage')}>
      {territory.coverage.length === 0 ? <p className="muted">{t('territories.pane.noCoverage')}</p> : null}
      <ul className="coverage-list">
        {territory.coverage.map((coverage) => (
          <CoverageLine
            key={coverage.id}
            coverage={coverage}
            isLocked={isLocked}
            onChange={() => setChanging(coverage)}
            onHandOver={() => setHanding(coverage)}
          />
        ))}
      </ul>
      {isLocked ? null : <AddCoverage territory={territory} />}
      {changing ? (
        <CoverageDialog territory={territory} coverage={changing} onClose={() => setChanging(undefined)} />
      ) : null}
      {handing ? (
        <TransferDialog territory={territory} coverage={handing} onClose={() => setHanding(undefined)} />
      ) : null}
    </Section>
  )
}

interface CoverageLineProps {
  readonly coverage: Coverage
  readonly isLocked: boolean
  readonly onChange: () => void
  readonly onHandOver: () => void
}

function CoverageLine({ coverage, isLocked, onChange, onHandOver }: CoverageLineProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useCoverageWords()
  const uncover = useCommand('territories.uncover')
  const { toOn, leftOn, sellerName, shareRatio, note } = coverage
  return (
    <li>
      <span className="coverage-words">
        {sellerName} {shareRatio === null ? null : <Tag>{format.percent(shareRatio)}</Tag>}{' '}
        <span className="muted small">{words.days(coverage)}</span>{' '}
        {leftOn && (toOn === null || toOn > leftOn) ? (
          <Tag tone="amber">{t('territories.pane.left', { on: format.date(leftOn) })}</Tag>
        ) : null}
        {note === '' ? null : <span className="muted small coverage-note">{note}</span>}
      </span>
      {isLocked ? null : (
        <>
          <ActionIcon
            variant="subtle"
            aria-label={t('territories.coverage.change', { name: sellerName })}
            title={t('territories.coverage.change', { name: sellerName })}
            onClick={onChange}
          >
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('territories.coverage.handOver', { name: sellerName })}
            title={t('territories.coverage.handOver', { name: sellerName })}
            onClick={onHandOver}
          >
            <IconArrowsExchange size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('territories.pane.uncover', { name: sellerName })}
            title={t('territories.pane.uncover', { name: sellerName })}
            onClick={() => void uncover.run({ coverageId: coverage.id })}
          >
            <IconX size={14} />
          </ActionIcon>
        </>
      )}
    </li>
  )
}

function AddCoverage({ territory }: Pick<CoverageListProps, 'territory'>) {
  const { t } = useText()
  const [sellerId, setSellerId] = useState<SellerId | null>(null)
  const sellers = useQuery('people.listSellers', {}).value ?? []
  const cover = useCommand('territories.cover')
  return (
    <form
      className="territory-tools"
      onSubmit={(event) => {
        event.preventDefault()
        if (sellerId === null) return
        void cover.run({ territoryId: territory.id, sellerId }).then((reply) => {
          if (reply.ok) setSellerId(null)
        })
      }}
    >
      <Select
        aria-label={t('territories.pane.add')}
        placeholder={t('territories.pane.pick')}
        searchable
        value={sellerId === null ? null : String(sellerId)}
        data={sellers.map((seller) => ({ value: String(seller.id), label: seller.name }))}
        onChange={(id) => setSellerId(sellers.find((seller) => String(seller.id) === id)?.id ?? null)}
      />
      <Button type="submit" variant="default" disabled={sellerId === null} loading={cover.isBusy}>
        {t('territories.pane.cover')}
      </Button>
    </form>
  )
}
