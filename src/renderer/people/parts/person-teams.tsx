// In which teams a person was and is, and the move to another one from a day on.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import type { MembershipRow, SellerDetail, TeamId, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { indented } from './filters.tsx'

interface PersonTeamsProps {
  readonly person: SellerDetail
  readonly teams: readonly TeamRow[]
  readonly on: IsoDate
}

export function PersonTeams({ person, teams, on }: PersonTeamsProps) {
  const { t } = useText()
  const remove = useCommand('people.removeMembership')
  const [isMoving, setMoving] = useState(false)
  const when = useSpan()
  return (
    <Section
      title={t('people.detail.teams')}
      actions={
        isMoving || teams.length === 0 ? undefined : (
          <Button size="compact-xs" onClick={() => setMoving(true)}>
            {t('people.detail.move')}
          </Button>
        )
      }
    >
      {person.managerName === null ? null : (
        <KeyValues items={[{ key: 'lead', label: t('people.columns.manager'), value: person.managerName }]} />
      )}
      {person.memberships.length === 0 ? <p className="muted">{t('people.missing.team')}</p> : null}
      <ul className="person-list">
        {person.memberships.map((row) => (
          <li key={row.id}>
            <span>{row.teamName}</span>
            <span className="muted">{when(row)}</span>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('people.detail.removeMembership', { team: row.teamName })}
              onClick={() => void remove.run({ membershipId: row.id })}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {isMoving ? <MoveForm person={person} teams={teams} on={on} onDone={() => setMoving(false)} /> : null}
    </Section>
  )
}

function useSpan(): (row: MembershipRow) => string {
  const { t } = useText()
  const format = useFormat()
  return ({ fromOn, toOn }) => {
    if (fromOn !== null && toOn !== null)
      return t('people.detail.fromTo', { from: format.date(fromOn), to: format.date(toOn) })
    if (fromOn !== null) return t('people.detail.since', { date: format.date(fromOn) })
    return toOn === null ? t('people.detail.always') : t('people.detail.until', { date: format.date(toOn) })
  }
}

function MoveForm({ person, teams, on, onDone }: PersonTeamsProps & { readonly onDone: () => void }) {
  const { t } = useText()
  const move = useCommand('people.moveSeller')
  const [teamId, setTeamId] = useState<string | null>(null)
  const [fromOn, setFromOn] = useState<IsoDate | null>(person.memberships.length === 0 ? person.hiredOn : on)
  const save = async () => {
    if (teamId === null) return
    const target = teamId === 'none' ? null : (Number(teamId) as TeamId)
    const reply = await move.run({ sellerId: person.id, teamId: target, fromOn })
    if (reply.ok) onDone()
  }
  return (
    <>
      <FieldRow>
        <Select
          label={t('people.detail.moveTo')}
          searchable
          value={teamId}
          data={[
            ...teams.map((team) => ({ value: String(team.id), label: indented(team) })),
            { value: 'none', label: t('people.detail.noTeam') }
          ]}
          onChange={setTeamId}
        />
        <DateField label={t('people.detail.moveFrom')} value={fromOn} onChange={setFromOn} />
      </FieldRow>
      <div className="person-inline">
        <span />
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button size="xs" disabled={teamId === null} loading={move.isBusy} onClick={() => void save()}>
          {t('people.detail.doMove')}
        </Button>
      </div>
    </>
  )
}
