// The palette (Ctrl K): go to a screen, do a thing, find a person or an account. Typing without accents finds those with.
import { Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { IconBuilding, IconSearch, IconUser } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useQuery } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { findScreen, screens } from '../screens.ts'
import { useSessionStore } from '../session.ts'
import { folded } from '../ui/table/model.ts'
import { go } from './actions.ts'
import { paletteActions } from './palette-actions.ts'
import './palette.css'

interface Entry {
  readonly id: string
  readonly label: string
  readonly description?: string | undefined
  readonly icon: ReactNode
  readonly keys?: readonly string[] | undefined
  readonly run: () => void
}

/** Of people and of accounts each. */
const shownFound = 6

export function Palette() {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const groups = useGroups(query.trim())
  const isEmpty = groups.every((group) => group.entries.length === 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('shell.palette.open') } }}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) =>
          group.entries.length === 0 ? null : (
            <Spotlight.ActionsGroup key={group.name} label={group.name}>
              {group.entries.map((entry) => (
                <Spotlight.Action key={entry.id} onClick={entry.run}>
                  <span className="palette-entry">
                    {entry.icon}
                    <span>{entry.label}</span>
                    {entry.description ? <span className="muted small">{entry.description}</span> : null}
                    <span className="palette-keys">
                      {entry.keys?.map((key) => (
                        <Kbd key={key} size="xs">
                          {key}
                        </Kbd>
                      ))}
                    </span>
                  </span>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          )
        )}
        {isEmpty ? <Spotlight.Empty>{t('shell.palette.nothing', { query })}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function useGroups(query: string): readonly { readonly name: string; readonly entries: readonly Entry[] }[] {
  const { t } = useText()
  const undo = useSessionStore((state) => state.undo)
  const isSearching = query.length >= 2
  const sellers = useQuery('people.listSellers', isSearching && findScreen('people') ? {} : null)
  const accounts = useQuery('crm.listAccounts', isSearching && findScreen('data') ? {} : null)
  return useMemo(() => {
    const words = folded(query).split(/\s+/).filter(Boolean)
    const matches = (text: string) => words.every((word) => folded(text).includes(word))
    const places = screens
      .map(
        (screen): Entry => ({
          id: `go ${screen.id}`,
          label: t(`shell.screens.${screen.id}`),
          icon: <screen.Icon size={16} />,
          keys: screen.letter ? ['g', screen.letter] : undefined,
          run: () => go(screen.id)
        })
      )
      .filter((entry) => matches(entry.label))
    const tasks = paletteActions(t, undo)
      .map(({ Icon, ...entry }): Entry => ({ ...entry, icon: <Icon size={16} /> }))
      .filter((entry) => matches(entry.label))
    const people = (isSearching ? (sellers.value ?? []) : [])
      .filter((seller) => matches([seller.name, ...seller.aliases].join(' ')))
      .slice(0, shownFound)
      .map(
        (seller): Entry => ({
          id: `seller ${seller.id}`,
          label: seller.name,
          description: seller.teamName ?? undefined,
          icon: <IconUser size={16} />,
          run: () => go('people', { seller: String(seller.id) })
        })
      )
    const found = (isSearching ? (accounts.value ?? []) : [])
      .filter((account) => matches(account.name))
      .slice(0, shownFound)
      .map(
        (account): Entry => ({
          id: `account ${account.id}`,
          label: account.name,
          description: account.city ?? account.country ?? undefined,
          icon: <IconBuilding size={16} />,
          run: () => go('data', { account: String(account.id) })
        })
      )
    return [
      { name: t('shell.palette.people'), entries: people },
      { name: t('shell.palette.accounts'), entries: found },
      { name: t('shell.palette.goTo'), entries: places },
      { name: t('shell.palette.do'), entries: tasks }
    ]
  }, [t, query, undo, isSearching, sellers.value, accounts.value])
}
