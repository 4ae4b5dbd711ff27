// The page without a file: make a workspace, open one, take up a recent one, or try the sample company.
import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import { currencyCode } from '#shared/units/money.ts'
import { useText } from '../i18n/use-text.ts'
import { askShell } from '../shell-client.ts'
import { useFormat } from '../ui/format.tsx'
import { Section } from '../ui/section.tsx'
import { openOther, openWorkspace } from './actions.ts'
import { EngineBanner } from './engine-banner.tsx'
import { Mark } from './mark.tsx'
import { OpenProblem } from './open-problem.tsx'
import { changePreferences, reloadRecent, setOpenError, usePreferences } from './preferences.ts'
import { type SettingsDraft, SettingsFields, usualLocales } from './settings-form.tsx'
import { useDropFile } from './use-drop-file.ts'
import './first-run.css'

export function FirstRun() {
  const { t, language } = useText()
  const openError = usePreferences((state) => state.openError)
  useDropFile()
  useEffect(() => {
    void reloadRecent()
  }, [])
  return (
    <div className="first-run">
      <EngineBanner />
      <main className="first-run-page">
        <header className="first-run-header">
          <Mark size={44} />
          <div>
            <h1>{t('shell.name')}</h1>
            <p className="muted">{t('shell.firstRun.claim')}</p>
          </div>
          <SegmentedControl
            className="first-run-language"
            aria-label={t('settings.language')}
            value={language}
            data={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' }
            ]}
            onChange={(value) => void changePreferences({ language: value === 'es' ? 'es' : 'en' })}
          />
        </header>
        {openError ? <OpenProblem error={openError} onClose={() => setOpenError(null)} /> : null}
        <div className="first-run-columns">
          <Sample />
          <NewWorkspace />
          <Recent />
        </div>
        <p className="muted small">{t('shell.firstRun.private')}</p>
      </main>
    </div>
  )
}

const sizes = ['small', 'medium', 'large'] as const

function Sample() {
  const { t, language } = useText()
  const [size, setSize] = useState<(typeof sizes)[number]>('small')
  const [isBusy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    await openWorkspace(() => askShell('openSample', { size, language }))
    setBusy(false)
  }
  return (
    <Section title={t('shell.firstRun.sample')} isCard>
      <p className="muted">{t('shell.firstRun.sampleMeaning')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('shell.firstRun.size')}
        value={size}
        data={sizes.map((each) => ({ value: each, label: t(`shell.firstRun.sizes.${each}`) }))}
        onChange={(value) => setSize(sizes.find((each) => each === value) ?? 'small')}
      />
      <Button variant="filled" loading={isBusy} onClick={() => void open()}>
        {t('shell.firstRun.openSample')}
      </Button>
    </Section>
  )
}

function NewWorkspace() {
  const { t, language } = useText()
  const [draft, setDraft] = useState<SettingsDraft>({
    company: '',
    currency: currencyCode('EUR'),
    calendar: { startMonth: 1, pattern: 'months', weekStart: 1 },
    language,
    numberLocale: usualLocales[language]
  })
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<SettingsDraft>) => {
    setDraft((current) => ({ ...current, ...part }))
    if (part.language) void changePreferences({ language: part.language })
  }
  // Switching the page's language before typing anything means the same for the new file.
  useEffect(() => setDraft((current) => ({ ...current, language, numberLocale: usualLocales[language] })), [language])
  const create = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await openWorkspace(() => askShell('newWorkspace', { settings: draft }))
    setBusy(false)
  }
  return (
    <Section title={t('shell.firstRun.new')} isCard>
      <form className="first-run-form" onSubmit={(event) => void create(event)}>
        <SettingsFields value={draft} onChange={change} isShort />
        <Button type="submit" loading={isBusy} disabled={draft.company.trim() === ''}>
          {t('shell.firstRun.create')}
        </Button>
      </form>
    </Section>
  )
}

function Recent() {
  const { t } = useText()
  const format = useFormat()
  const recent = usePreferences((state) => state.recent)
  return (
    <Section title={t('shell.firstRun.open')} isCard>
      <Button leftSection={<IconFolderOpen size={16} />} onClick={() => void openOther()}>
        {t('shell.firstRun.openFile')}
      </Button>
      {recent.length === 0 ? <p className="muted">{t('shell.firstRun.noRecent')}</p> : null}
      <ul className="first-run-recent">
        {recent.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              disabled={!file.exists}
              title={file.folder}
              onClick={() => void openWorkspace(() => askShell('openRecent', { id: file.id }))}
            >
              <span>{file.name}</span>
              <span className="muted small">
                {file.exists ? format.dateTime(file.openedAt) : t('shell.firstRun.gone')}
              </span>
            </button>
            <CloseButton
              size="xs"
              aria-label={t('shell.firstRun.forget', { name: file.name })}
              onClick={() =>
                void askShell('forgetRecent', { id: file.id }).then((left) => usePreferences.setState({ recent: left }))
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
