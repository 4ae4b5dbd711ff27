// Asks for the name of a plan; says at the field what is wrong with it.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'

export interface NameDialogProps {
  readonly title: string
  readonly first: string
  readonly onSave: (name: string) => Promise<{ ok: true } | { ok: false; error: { code: string } }>
  readonly onClose: () => void
}

export function NameDialog({ title, first, onSave, onClose }: NameDialogProps) {
  const { t, tError } = useText()
  const [name, setName] = useState(first)
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const reply = await onSave(name.trim())
    setBusy(false)
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('compensation.name')}
            data-autofocus
            maxLength={120}
            value={name}
            error={problem}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setProblem(undefined)
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('compensation.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={isBusy} disabled={name.trim() === ''}>
              {t('compensation.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
