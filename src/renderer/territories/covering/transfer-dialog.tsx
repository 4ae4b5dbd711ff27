// Hands a territory over: from a day on somebody else covers it instead, with the same share.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Coverage, TerritoryRow } from '#shared/territories/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'

interface TransferDialogProps {
  readonly territory: Pick<TerritoryRow, 'id' | 'name'>
  readonly coverage: Coverage
  readonly onClose: () => void
}

export function TransferDialog({ territory, coverage, onClose }: TransferDialogProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [sellerId, setSellerId] = useState<SellerId | null>(null)
  const [fromOn, setFromOn] = useState<IsoDate | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const sellers = useQuery('people.listSellers', {}).value ?? []
  const cover = useCommand('territories.cover', { silent: true })
  const change = useCommand('territories.changeCoverage', { silent: true })
  const name = coverage.sellerName
  const seller = sellers.find((each) => each.id === sellerId)
  const isOutside =
    fromOn !== null &&
    ((coverage.fromOn !== null && fromOn <= coverage.fromOn) || (coverage.toOn !== null && fromOn > coverage.toOn))
  const canSave = sellerId !== null && fromOn !== null && !isOutside
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (sellerId === null || fromOn === null || isOutside) return
    // The new one first: if that is refused nothing has changed.
    const taken = await cover.run({
      territoryId: territory.id,
      sellerId,
      fromOn,
      toOn: coverage.toOn,
      shareRatio: coverage.shareRatio,
      note
    })
    if (!taken.ok) return setProblem(tError(taken.error))
    const ended = await change.run({
      coverageId: coverage.id,
      fromOn: coverage.fromOn,
      toOn: addDays(fromOn, -1)
    })
    if (ended.ok) onClose()
    else setProblem(t('territories.coverage.halfDone', { name, problem: tError(ended.error) }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('territories.coverage.transferTitle', { territory: territory.name, name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <Select
            label={t('territories.coverage.transferTo')}
            searchable
            data-autofocus
            value={sellerId === null ? null : String(sellerId)}
            data={sellers
              .filter((each) => each.id !== coverage.sellerId)
              .map((each) => ({ value: String(each.id), label: each.name }))}
            onChange={(id) => setSellerId(sellers.find((each) => String(each.id) === id)?.id ?? null)}
          />
          <DateField
            label={t('territories.coverage.transferFrom')}
            value={fromOn}
            error={isOutside ? t('territories.coverage.transferOutside', { name }) : undefined}
            onChange={setFromOn}
          />
          <TextInput
            label={t('territories.coverage.note')}
            placeholder={t('territories.coverage.noteExample')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {canSave && seller ? (
            <p className="muted">
              {t('territories.coverage.transferSays', {
                next: seller.name,
                name,
                from: format.date(fromOn),
                until: format.date(addDays(fromOn, -1))
              })}
            </p>
          ) : null}
          {problem === undefined ? null : (
            <p className="negative" role="alert">
              {problem}
            </p>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" variant="filled" disabled={!canSave} loading={cover.isBusy || change.isBusy}>
              {t('territories.coverage.transfer')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
