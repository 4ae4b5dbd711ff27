// The settings saved in the file. Language is taken up at once; the rest when saved, as one step that can be undone.
import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useCommand } from '../../engine-client.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.ts'
import { type SettingsDraft, SettingsFields } from '../../shell/settings-form.tsx'
import { Section } from '../../ui/section.tsx'

export function FileSettings() {
  const { t } = useText()
  const { settings } = useSession()
  const update = useCommand('workspace.updateSettings')
  const [draft, setDraft] = useState<SettingsDraft>(settings)
  // Undo, or another part of the program, may change them under the form.
  useEffect(() => setDraft(settings), [settings])
  const isChanged = JSON.stringify(comparable(draft)) !== JSON.stringify(comparable(settings))
  const change = (part: Partial<SettingsDraft>) => {
    setDraft((current) => ({ ...current, ...part }))
    const { language, numberLocale } = part
    if (language) void update.run({ language, ...(numberLocale ? { numberLocale } : {}) })
    else if (numberLocale) void update.run({ numberLocale })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { company, currency, calendar, language, numberLocale } = draft
    void update.run({ company, currency, calendar, language, numberLocale })
  }
  return (
    <Section title={t('settings.file')} subtitle={t('settings.fileMeaning')} isCard>
      <form className="settings-form" onSubmit={save}>
        <SettingsFields value={draft} onChange={change} />
        {draft.currency === settings.currency ? null : <p className="muted small">{t('settings.currencyHelp')}</p>}
        <div className="settings-save">
          <Button
            type="submit"
            variant="filled"
            loading={update.isBusy}
            disabled={!isChanged || draft.company.trim() === ''}
            title={isChanged ? undefined : t('settings.unchanged')}
          >
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const comparable = ({ company, currency, calendar, language, numberLocale }: SettingsDraft) => [
  company,
  currency,
  calendar.startMonth,
  calendar.pattern,
  calendar.weekStart,
  language,
  numberLocale
]
