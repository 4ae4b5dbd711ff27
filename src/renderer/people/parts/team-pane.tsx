// A team in the detail pane: its people on the day, adding a team below it, and removing it.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { SellerId, SellerRow, TeamId, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { RemoveTeamDialog } from './remove-team-dialog.tsx'

interface TeamPaneProps {
  readonly team: TeamRow
  readonly teams: readonly TeamRow[]
  readonly sellers: readonly SellerRow[]
  readonly on: IsoDate
  readonly onPerson: (id: SellerId) => void
  readonly onTeam: (id: TeamId | undefined) => void
}

export function TeamPane({ team, teams, sellers, on, onPerson, onTeam }: TeamPaneProps) {
  const { t } = useText()
  const format = useFormat()
  const [isRemoving, setRemoving] = useState(false)
  const members = sellers.filter((row) => row.teamId === team.id && row.isActive)
  return (
    <div className="person-pane">
      <Section title={t('people.team.people')}>
        {members.length === 0 ? <p className="muted">{t('people.team.nobody', { date: format.date(on) })}</p> : null}
        <ul className="person-list">
          {members.map((row) => (
            <li key={row.id}>
              <button type="button" className="link-button" onClick={() => onPerson(row.id)}>
                {row.name}
              </button>
              <span className="muted">{t(`people.roles.${row.role}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <NewTeam key={team.id} parentId={team.id} onAdded={onTeam} />
      <div>
        <Button size="xs" color="red" onClick={() => setRemoving(true)}>
          {t('people.team.remove')}
        </Button>
      </div>
      {isRemoving ? (
        <RemoveTeamDialog
          team={team}
          teams={teams}
          onClose={() => setRemoving(false)}
          onRemoved={() => onTeam(undefined)}
        />
      ) : null}
    </div>
  )
}

interface NewTeamProps {
  readonly parentId: TeamId | null
  readonly onAdded: (id: TeamId) => void
}

/** A name and a button that adds a team under another one, or at the top. */
export function NewTeam({ parentId, onAdded }: NewTeamProps) {
  const { t, tError } = useText()
  const create = useCommand('people.createTeam', { silent: true })
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    const reply = await create.run({ name, parentId })
    setProblem(reply.ok ? undefined : tError(reply.error))
    if (!reply.ok) return
    setName('')
    onAdded(reply.value.id)
  }
  return (
    <form
      className="person-inline"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label={parentId === null ? t('people.addTeam') : t('people.team.addBelow')}
        placeholder={t('people.team.newName')}
        data-autofocus
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
      <Button type="submit" disabled={name.trim() === ''} loading={create.isBusy}>
        {t('people.adding.save')}
      </Button>
    </form>
  )
}
