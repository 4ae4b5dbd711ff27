// Adds a person: name, role, team, dates and pay; the rest can be typed on the person's page.
import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow, MoneyField } from '#renderer/ui/fields.tsx'
import { type SellerId, type SellerRole, sellerRoles, type TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { indented } from './filters.tsx'

interface AddPersonDialogProps {
  readonly teams: readonly TeamRow[]
  readonly teamId: string | null
  readonly currency: CurrencyCode
  readonly onClose: () => void
  readonly onAdded: (id: SellerId) => void
}

export function AddPersonDialog({ teams, teamId: startTeam, currency, onClose, onAdded }: AddPersonDialogProps) {
  const { t, tError } = useText()
  const create = useCommand('people.createSeller', { silent: true })
  const [name, setName] = useState('')
  const [role, setRole] = useState<SellerRole>('seller')
  const [teamId, setTeamId] = useState(startTeam)
  const [email, setEmail] = useState('')
  const [location, setLocation] = useState('')
  const [hiredOn, setHiredOn] = useState<IsoDate | null>(null)
  const [basePayMinor, setBase] = useState<number | null>(null)
  const [variablePayMinor, setVariable] = useState<number | null>(null)
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    const reply = await create.run({
      name,
      role,
      email: email.trim(),
      location: location.trim(),
      hiredOn,
      basePayMinor,
      variablePayMinor,
      payCurrency: currency,
      teamId: teamId === null ? null : Number(teamId)
    })
    if (!reply.ok) {
      setProblem(tError(reply.error))
      return
    }
    onClose()
    onAdded(reply.value.id)
  }
  return (
    <Modal opened onClose={onClose} title={t('people.adding.title')} size="lg">
      <form
        className="person-pane"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FieldRow>
          <TextInput
            label={t('people.columns.name')}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('people.columns.role')}
            allowDeselect={false}
            value={role}
            data={sellerRoles.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
            onChange={(value) => setRole(sellerRoles.find((each) => each === value) ?? 'seller')}
          />
        </FieldRow>
        <FieldRow>
          <Select
            label={t('people.columns.team')}
            description={t('people.adding.fromTeam')}
            inputWrapperOrder={['label', 'input', 'description']}
            clearable
            searchable
            value={teamId}
            data={teams.map((team) => ({ value: String(team.id), label: indented(team) }))}
            onChange={setTeamId}
          />
          <DateField label={t('people.columns.hiredOn')} value={hiredOn} onChange={setHiredOn} />
        </FieldRow>
        <FieldRow>
          <TextInput
            label={t('people.columns.email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={t('people.columns.location')}
            value={location}
            onChange={(event) => setLocation(event.currentTarget.value)}
          />
        </FieldRow>
        <FieldRow>
          <MoneyField
            label={t('people.columns.basePayMinor')}
            value={basePayMinor}
            currency={currency}
            onChange={setBase}
          />
          <MoneyField
            label={t('people.columns.variablePayMinor')}
            value={variablePayMinor}
            currency={currency}
            onChange={setVariable}
          />
        </FieldRow>
        {problem === undefined ? null : (
          <p className="negative" role="alert">
            {problem}
          </p>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="filled" type="submit" disabled={name.trim() === ''} loading={create.isBusy}>
            {t('people.adding.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
