// Makes a territory by hand: its name and where it hangs in the tree.
import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritoryId, TerritoryKind, TerritoryRow } from '#shared/territories/types.ts'

interface CreateDialogProps {
  readonly scenarioId: ScenarioId
  readonly territories: readonly TerritoryRow[]
  /** The id of the new territory, or undefined when nothing was made. */
  readonly onClose: (id: TerritoryId | undefined) => void
}

export function CreateDialog({ scenarioId, territories, onClose }: CreateDialogProps) {
  const { t, tError } = useText()
  const [name, setName] = useState('')
  const [parent, setParent] = useState<string | null>('')
  const [kind, setKind] = useState<TerritoryKind>('main')
  const [problem, setProblem] = useState<string | undefined>()
  const create = useCommand('territories.create', { silent: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const parentId = territories.find((each) => String(each.id) === parent)?.id
    const reply = await create.run({ scenarioId, name, kind, ...(parentId === undefined ? {} : { parentId }) })
    if (reply.ok) onClose(reply.value)
    else setProblem(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={() => onClose(undefined)}
      title={t('territories.create.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <TextInput
            label={t('territories.create.name')}
            data-autofocus
            value={name}
            maxLength={120}
            error={problem}
            onChange={(event) => {
              setProblem(undefined)
              setName(event.currentTarget.value)
            }}
          />
          <Select
            label={t('territories.create.parent')}
            allowDeselect={false}
            value={parent}
            data={[
              { value: '', label: t('territories.create.top') },
              ...territories.map((each) => ({ value: String(each.id), label: each.name }))
            ]}
            onChange={setParent}
          />
          <div>
            <SegmentedControl
              aria-label={t('territories.pane.kind')}
              value={kind}
              data={(['main', 'overlay'] as const).map((each) => ({
                value: each,
                label: t(`territories.kinds.${each}`)
              }))}
              onChange={(chosen) => setKind(chosen === 'overlay' ? 'overlay' : 'main')}
            />
            <p className="muted small territory-help">{t(`territories.kindHelp.${kind}`)}</p>
          </div>
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={() => onClose(undefined)}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={create.isBusy}>
              {t('territories.create.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
