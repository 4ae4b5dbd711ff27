// The names under which exports know a person: adding and removing them.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Section } from '#renderer/ui/section.tsx'
import type { SellerDetail } from '#shared/people/types.ts'

export function PersonAliases({ person }: { readonly person: SellerDetail }) {
  const { t, tError } = useText()
  const add = useCommand('people.addAlias', { silent: true })
  const remove = useCommand('people.removeAlias')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    const reply = await add.run({ sellerId: person.id, alias: text.trim() })
    setProblem(reply.ok ? undefined : tError(reply.error))
    if (reply.ok) setText('')
  }
  return (
    <Section title={t('people.detail.aliases')} subtitle={t('people.detail.aliasesHelp', { name: person.name })}>
      {person.aliasRows.length > 0 ? (
        <ul className="person-list">
          {person.aliasRows.map((row) => (
            <li key={row.id}>
              <span>{row.alias}</span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('people.detail.removeAlias', { alias: row.alias })}
                onClick={() => void remove.run({ aliasId: row.id })}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <form
        className="person-inline"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          size="xs"
          aria-label={t('people.detail.newAlias')}
          placeholder={t('people.detail.newAlias')}
          value={text}
          error={problem}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
        <Button size="xs" type="submit" disabled={text.trim() === ''} loading={add.isBusy}>
          {t('people.detail.addAlias')}
        </Button>
      </form>
    </Section>
  )
}
