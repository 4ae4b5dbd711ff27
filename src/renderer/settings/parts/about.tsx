// What this program is, and on what it runs here.
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { usePreferences } from '../../shell/preferences.ts'
import { askShell } from '../../shell-client.ts'
import { KeyValues, Section } from '../../ui/section.tsx'

export function About({ isAsked }: { readonly isAsked: boolean }) {
  const { t } = useText()
  const versions = usePreferences((state) => state.versions)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView()
  }, [isAsked])
  return (
    <div ref={place}>
      <Section
        title={t('settings.about')}
        subtitle={t('settings.aboutMeaning')}
        isCard
        actions={<Button onClick={() => void askShell('showLog', {})}>{t('settings.showLog')}</Button>}
      >
        {versions ? (
          <KeyValues
            items={[
              { key: 'app', label: t('settings.version'), value: versions.app },
              { key: 'electron', label: t('settings.electron'), value: versions.electron },
              { key: 'node', label: t('settings.engineNode'), value: versions.engineNode },
              { key: 'host', label: t('settings.engineHost'), value: t(`settings.hosts.${versions.engineHost}`) }
            ]}
          />
        ) : null}
      </Section>
    </div>
  )
}
