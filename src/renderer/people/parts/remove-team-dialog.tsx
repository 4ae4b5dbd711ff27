// Removes a team; one that holds people or teams asks into which team they go.
import { Button, Group, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TeamId, TeamRow } from '#shared/people/types.ts'
import { indented } from './filters.tsx'

interface RemoveTeamDialogProps {
  readonly team: TeamRow
  readonly teams: readonly TeamRow[]
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function RemoveTeamDialog({ team, teams, onClose, onRemoved }: RemoveTeamDialogProps) {
  const { t, tError } = useText()
  const remove = useCommand('people.removeTeam', { silent: true })
  const [into, setInto] = useState<string | null>(team.parentId === null ? null : String(team.parentId))
  const [problem, setProblem] = useState<string>()
  const others = teams.filter((each) => !team.path.every((name, at) => each.path[at] === name))
  const save = async () => {
    const reply = await remove.run({ teamId: team.id, ...(into === null ? {} : { into: Number(into) as TeamId }) })
    if (!reply.ok) {
      setProblem(tError(reply.error))
      return
    }
    onClose()
    onRemoved()
  }
  return (
    <Modal opened onClose={onClose} title={t('people.team.removeTitle', { name: team.name })}>
      <Select
        label={t('people.team.removeInto')}
        clearable
        searchable
        value={into}
        error={problem}
        data={others.map((each) => ({ value: String(each.id), label: indented(each) }))}
        onChange={(value) => {
          setInto(value)
          setProblem(undefined)
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button variant="filled" color="red" loading={remove.isBusy} onClick={() => void save()}>
          {t('people.team.removeSave')}
        </Button>
      </Group>
    </Modal>
  )
}
