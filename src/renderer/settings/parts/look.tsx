// Light, dark, or as the system: a choice of this person on this computer.
import { SegmentedControl } from '@mantine/core'
import { useText } from '../../i18n/use-text.ts'
import { changePreferences, usePreferences } from '../../shell/preferences.ts'
import { Section } from '../../ui/section.tsx'

const themes = ['light', 'dark', 'system'] as const

export function Look() {
  const { t } = useText()
  const theme = usePreferences((state) => state.theme)
  return (
    <Section title={t('settings.look')} isCard>
      <SegmentedControl
        aria-label={t('settings.theme')}
        value={theme}
        data={themes.map((each) => ({ value: each, label: t(`settings.themes.${each}`) }))}
        onChange={(value) => {
          const found = themes.find((each) => each === value)
          if (found) void changePreferences({ theme: found })
        }}
      />
    </Section>
  )
}
