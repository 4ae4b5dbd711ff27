// Who covers a territory and when: add a seller, change the days, take one off.
import { ActionIcon, Button, Popover, Select } from '@mantine/core'
import { IconCalendar, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Coverage } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { TerritoryLine } from './view.ts'
import './territories.css'

export function CoverageList({ line, isLocked }: { readonly line: TerritoryLine; readonly isLocked: boolean }) {
  const { t } = useText()
  return (
    <Section title={t('territories.pane.coverage')}>
      {line.coverage.length === 0 ? <p className="muted">{t('territories.pane.noCoverage')}</p> : null}
      <ul className="coverage-list">
        {line.coverage.map((coverage) => (
          <CoverageLine key={coverage.id} coverage={coverage} isLocked={isLocked} />
        ))}
      </ul>
      {isLocked ? null : <AddCoverage line={line} />}
    </Section>
  )
}

function CoverageLine({ coverage, isLocked }: { readonly coverage: Coverage; readonly isLocked: boolean }) {
  const { t } = useText()
  const format = useFormat()
  const uncover = useCommand('territories.uncover')
  const { fromOn, toOn, leftOn, sellerName } = coverage
  const days =
    fromOn && toOn
      ? t('territories.pane.fromTo', { from: format.date(fromOn), to: format.date(toOn) })
      : fromOn
        ? t('territories.pane.from', { from: format.date(fromOn) })
        : toOn
          ? t('territories.pane.to', { to: format.date(toOn) })
          : t('territories.pane.always')
  return (
    <li>
      <span className="coverage-words">
        {sellerName} <span className="muted small">{days}</span>{' '}
        {leftOn && (toOn === null || toOn > leftOn) ? (
          <Tag tone="amber">{t('territories.pane.left', { on: format.date(leftOn) })}</Tag>
        ) : null}
      </span>
      {isLocked ? null : (
        <>
          <CoverageDates coverage={coverage} />
          <ActionIcon
            variant="subtle"
            aria-label={t('territories.pane.uncover', { name: sellerName })}
            onClick={() => void uncover.run({ coverageId: coverage.id })}
          >
            <IconX size={14} />
          </ActionIcon>
        </>
      )}
    </li>
  )
}

function CoverageDates({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [fromOn, setFrom] = useState<IsoDate | null>(coverage.fromOn)
  const [toOn, setTo] = useState<IsoDate | null>(coverage.toOn)
  const change = useCommand('territories.changeCoverage')
  const label = t('territories.pane.dates', { name: coverage.sellerName })
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" aria-label={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconCalendar size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="territory-pane"
          onSubmit={(event) => {
            event.preventDefault()
            void change.run({ coverageId: coverage.id, fromOn, toOn }).then((reply) => {
              if (reply.ok) setOpen(false)
            })
          }}
        >
          <FieldRow>
            <DateField label={t('territories.pane.fromLabel')} value={fromOn} onChange={setFrom} />
            <DateField label={t('territories.pane.toLabel')} value={toOn} onChange={setTo} />
          </FieldRow>
          <Button type="submit" variant="default" loading={change.isBusy}>
            {t('territories.pane.saveDates')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

function AddCoverage({ line }: { readonly line: TerritoryLine }) {
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
        void cover.run({ territoryId: line.id, sellerId }).then((reply) => {
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
