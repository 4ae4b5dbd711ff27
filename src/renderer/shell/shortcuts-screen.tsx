// All keys on one page.
import { Kbd } from '@mantine/core'
import { useText } from '../i18n/use-text.ts'
import { screens } from '../screens.ts'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { importKeys, shortcuts, tableKeys } from './shortcuts.ts'
import './shortcuts-screen.css'

export function ShortcutsScreen() {
  const { t } = useText()
  const places = screens.filter((screen) => screen.letter !== undefined)
  return (
    <Page title={t('shell.screens.shortcuts')} finding={t('shell.shortcuts.finding')}>
      <div className="shortcuts">
        <Section title={t('shell.shortcuts.everywhere')} isCard>
          <Keys rows={shortcuts.map((each) => ({ words: t(each.words), shown: each.shown }))} />
        </Section>
        <Section title={t('shell.shortcuts.goTo')} isCard>
          <Keys
            rows={places.map((each) => ({
              words: t(`shell.screens.${each.id}`),
              shown: ['g', each.letter ?? '']
            }))}
          />
        </Section>
        <Section title={t('shell.shortcuts.table')} isCard>
          <Keys rows={tableKeys.map((each) => ({ words: t(each.words), shown: each.shown }))} />
        </Section>
        <Section title={t('import.wizard.keys.title')} isCard>
          <Keys rows={importKeys.map((each) => ({ words: t(each.words), shown: each.shown }))} />
        </Section>
      </div>
    </Page>
  )
}

function Keys({ rows }: { readonly rows: readonly { readonly words: string; readonly shown: readonly string[] }[] }) {
  return (
    <dl className="shortcut-rows">
      {rows.map((row) => (
        <div key={row.words}>
          <dt>{row.words}</dt>
          <dd>
            {row.shown.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
