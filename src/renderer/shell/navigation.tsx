// Navigation by job at the left: words and icons, icons alone in a narrow window.
import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useText } from '../i18n/use-text.ts'
import { type ScreenEntry, type ScreenId, screens } from '../screens.ts'
import { go } from './actions.ts'
import { Mark } from './mark.tsx'

const groups = ['start', 'plan', 'pay'] as const

export function Navigation({ current }: { readonly current: ScreenId }) {
  const { t } = useText()
  return (
    <nav className="navigation" aria-label={t('shell.navigation')}>
      <div className="navigation-name">
        <Mark size={22} />
        <span className="navigation-words">{t('shell.name')}</span>
      </div>
      {groups.map((group) => {
        const entries = screens.filter((screen) => screen.group === group)
        return entries.length === 0 ? null : <Group key={group} entries={entries} current={current} />
      })}
      <div className="navigation-end">
        <Group entries={screens.filter((screen) => screen.group === 'own')} current={current} />
      </div>
    </nav>
  )
}

function Group({ entries, current }: { readonly entries: readonly ScreenEntry[]; readonly current: ScreenId }) {
  const { t } = useText()
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  return (
    <ul>
      {entries.map(({ id, Icon }) => {
        const name = t(`shell.screens.${id}`)
        return (
          <li key={id}>
            <Tooltip label={name} position="right" disabled={!isNarrow} openDelay={0}>
              <button
                type="button"
                className="navigation-entry"
                aria-current={id === current ? 'page' : undefined}
                aria-label={name}
                onClick={() => go(id)}
              >
                <Icon size={16} />
                <span className="navigation-words">{name}</span>
              </button>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
