// Puts a seller on a territory, or changes an entry: who, from when until when, which part of it, and why.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow, PercentField } from '#renderer/ui/fields.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { Coverage, TerritoryRow } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

interface CoverageDialogProps {
  readonly territory: Pick<TerritoryRow, 'id' | 'name'>
  /** The entry to change; absent: a new one. */
  readonly coverage?: Coverage | undefined
  /** The days a new entry begins with: those of a gap. */
  readonly days?: { readonly fromOn: IsoDate | null; readonly toOn: IsoDate | null } | undefined
  readonly onClose: () => void
}

export function CoverageDialog({ territory, coverage, days, onClose }: CoverageDialogProps) {
  const { t, tError } = useText()
  const start = coverage ?? days
  const [sellerId, setSellerId] = useState<SellerId | null>(coverage?.sellerId ?? null)
  const [fromOn, setFromOn] = useState<IsoDate | null>(start?.fromOn ?? null)
  const [toOn, setToOn] = useState<IsoDate | null>(start?.toOn ?? null)
  const [shareRatio, setShareRatio] = useState<number | null>(coverage?.shareRatio ?? null)
  const [note, setNote] = useState(coverage?.note ?? '')
  const [problem, setProblem] = useState<string | undefined>()
  const sellers = useQuery('people.listSellers', {}).value ?? []
  const cover = useCommand('territories.cover', { silent: true })
  const change = useCommand('territories.changeCoverage', { silent: true })
  const isShareWrong = shareRatio !== null && (shareRatio <= 0 || shareRatio > 1)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (sellerId === null || isShareWrong) return
    const reply = coverage
      ? await change.run({ coverageId: coverage.id, fromOn, toOn, shareRatio, note })
      : await cover.run({ territoryId: territory.id, sellerId, fromOn, toOn, shareRatio, note })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        coverage
          ? t('territories.coverage.changeTitle', { name: coverage.sellerName, territory: territory.name })
          : t('territories.coverage.addTitle', { territory: territory.name })
      }
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          {coverage ? null : (
            <Select
              label={t('territories.coverage.seller')}
              searchable
              data-autofocus
              value={sellerId === null ? null : String(sellerId)}
              data={sellers.map((seller) => ({ value: String(seller.id), label: seller.name }))}
              onChange={(id) => setSellerId(sellers.find((seller) => String(seller.id) === id)?.id ?? null)}
            />
          )}
          <FieldRow>
            <DateField label={t('territories.pane.fromLabel')} value={fromOn} onChange={setFromOn} />
            <DateField label={t('territories.pane.toLabel')} value={toOn} onChange={setToOn} />
          </FieldRow>
          <PercentField
            label={t('territories.coverage.share')}
            help={t('territories.coverage.shareHelp')}
            value={shareRatio}
            error={isShareWrong ? t('territories.coverage.shareWrong') : undefined}
            onChange={setShareRatio}
          />
          <TextInput
            label={t('territories.coverage.note')}
            placeholder={t('territories.coverage.noteExample')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {problem === undefined ? null : (
            <p className="negative" role="alert">
              {problem}
            </p>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              disabled={sellerId === null || isShareWrong}
              loading={cover.isBusy || change.isBusy}
            >
              {t(coverage ? 'territories.coverage.save' : 'territories.coverage.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
