// Moves ticked accounts to a territory by hand, with the reason that is kept and shown later.
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField } from '#renderer/ui/fields.tsx'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

interface AssignDialogProps {
  readonly scenarioId: ScenarioId
  readonly accountIds: readonly AccountId[]
  readonly territories: readonly TerritoryRow[]
  readonly onClose: (isDone: boolean) => void
}

export function AssignDialog({ scenarioId, accountIds, territories, onClose }: AssignDialogProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [fromOn, setFromOn] = useState<IsoDate | null>(null)
  const assign = useCommand('territories.assign')
  const territory = territories.find((each) => String(each.id) === chosen)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!territory) return
    const reply = await assign.run({
      scenarioId,
      territoryId: territory.id,
      accountIds: [...accountIds],
      reason,
      fromOn
    })
    if (reply.ok) onClose(true)
  }
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('territories.assign.title', { count: accountIds.length })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <Select
            label={t('territories.assign.to')}
            searchable
            data-autofocus
            value={chosen}
            data={territories
              .filter((each) => each.isLeaf)
              .map((each) => ({
                value: String(each.id),
                label: each.kind === 'overlay' ? `${each.name} (${t('territories.kinds.overlay')})` : each.name
              }))}
            onChange={setChosen}
          />
          <Textarea
            label={t('territories.assign.reason')}
            description={t('territories.assign.reasonHelp')}
            value={reason}
            maxLength={500}
            rows={3}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DateField
            label={t('territories.assign.fromOn')}
            help={t('territories.assign.fromOnHelp')}
            value={fromOn}
            onChange={setFromOn}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={() => onClose(false)}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" variant="filled" disabled={!territory} loading={assign.isBusy}>
              {t('territories.assign.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
