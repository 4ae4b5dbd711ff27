// Says what refers to a person before removing them; where something can't be without them, the last day of work is set instead.
import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField } from '#renderer/ui/fields.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerRow, SellerUse } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

interface RemovePersonDialogProps {
  readonly person: SellerRow
  readonly on: IsoDate
  readonly onClose: () => void
  readonly onRemoved: () => void
}

export function RemovePersonDialog({ person, on, onClose, onRemoved }: RemovePersonDialogProps) {
  const { t } = useText()
  const uses = useQuery('people.listSellerUses', { sellerId: person.id })
  const remove = useCommand('people.removeSeller')
  const update = useCommand('people.updateSeller')
  const [leftOn, setLeftOn] = useState<IsoDate | null>(person.leftOn ?? on)
  const found = uses.value ?? []
  const stuck = found.filter((use) => use.effect === 'goesToo')
  const kept = found.filter((use) => use.effect === 'kept')
  const save = async () => {
    const reply = await remove.run({ sellerId: person.id })
    if (!reply.ok) return
    onClose()
    onRemoved()
  }
  const leave = async () => {
    const reply = await update.run({ sellerId: person.id, leftOn })
    if (reply.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('people.removing.title', { name: person.name })}>
      {uses.value === undefined ? <Skeleton kind="text" rows={4} /> : null}
      {uses.value !== undefined && found.length === 0 ? <p>{t('people.removing.nothing')}</p> : null}
      <Uses title={t('people.removing.goesToo')} uses={stuck} />
      <Uses title={t('people.removing.kept')} uses={kept} />
      {stuck.length > 0 ? (
        <>
          <p>{t('people.removing.instead')}</p>
          <DateField label={t('people.columns.leftOn')} value={leftOn} onChange={setLeftOn} />
        </>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        {stuck.length > 0 ? (
          <Button variant="filled" disabled={leftOn === null} loading={update.isBusy} onClick={() => void leave()}>
            {t('people.detail.leave')}
          </Button>
        ) : (
          <Button
            variant="filled"
            color="red"
            disabled={uses.value === undefined}
            loading={remove.isBusy}
            onClick={() => void save()}
          >
            {t('people.removing.save')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}

// Names of tables that have words; any other is "other rows".
const named = [
  'opportunities',
  'accounts',
  'activities',
  'teams',
  'quotas',
  'territory_sellers',
  'pay_plan_members',
  'pay_lines'
] as const

function wordsOf(table: string): TextKey {
  const name = named.find((each) => each === table) ?? 'other'
  return `people.tables.${name}`
}

function Uses({ title, uses }: { readonly title: string; readonly uses: readonly SellerUse[] }) {
  const { t } = useText()
  if (uses.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul>
        {uses.map(({ table, rows }) => (
          <li key={table}>{t('people.removing.rows', { what: t(wordsOf(table)), count: rows })}</li>
        ))}
      </ul>
    </>
  )
}
