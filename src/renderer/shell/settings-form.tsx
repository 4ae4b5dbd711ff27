// Company, currency, fiscal calendar, language and number locale: the form of the first-run page and of the settings.
import { Select, TextInput } from '@mantine/core'
import type { FiscalCalendar } from '#shared/units/period.ts'
import type { WorkspaceSettings } from '#shared/workspace/types.ts'
import type { TextKey } from '../i18n/texts.ts'
import { useText } from '../i18n/use-text.ts'
import { CurrencyField, FieldRow } from '../ui/fields.tsx'

export type SettingsDraft = Omit<WorkspaceSettings, 'isSample'>

const months: readonly FiscalCalendar['startMonth'][] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const weekdays: readonly FiscalCalendar['weekStart'][] = [1, 2, 3, 4, 5, 6, 7]
const locales = [
  'en-GB',
  'en-US',
  'en-IE',
  'es-ES',
  'es-MX',
  'es-AR',
  'es-CO',
  'es-CL',
  'de-DE',
  'de-CH',
  'fr-FR',
  'pt-BR',
  'ja-JP'
]
const languages: readonly WorkspaceSettings['language'][] = ['en', 'es']
const languageNames = { en: 'English', es: 'Español' } as const

export interface SettingsFieldsProps {
  readonly value: SettingsDraft
  readonly onChange: (change: Partial<SettingsDraft>) => void
  /** The short form leaves out what has a good default. */
  readonly isShort?: boolean
}

export function SettingsFields({ value, onChange, isShort }: SettingsFieldsProps) {
  const { t, language } = useText()
  const calendar = (change: Partial<FiscalCalendar>) => onChange({ calendar: { ...value.calendar, ...change } })
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return (
    <>
      <TextInput
        label={t('settings.company')}
        placeholder={t('settings.companyPlaceholder')}
        value={value.company}
        onChange={(event) => onChange({ company: event.currentTarget.value })}
      />
      <FieldRow>
        <CurrencyField
          label={t('settings.currency')}
          value={value.currency}
          onChange={(currency) => currency && onChange({ currency })}
        />
        <Select
          label={t('settings.language')}
          value={value.language}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChange={(chosen) => {
            const found = languages.find((each) => each === chosen)
            // Numbers follow the language unless another country was chosen.
            if (found) onChange({ language: found, numberLocale: usualLocale(found, value) })
          }}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('settings.startMonth')}
          description={isShort ? undefined : t('settings.startMonthHelp')}
          value={String(value.calendar.startMonth)}
          data={months.map((month) => ({
            value: String(month),
            label: monthName.format(Date.UTC(2027, month - 1, 1))
          }))}
          onChange={(chosen) => {
            const found = months.find((month) => String(month) === chosen)
            if (found) calendar({ startMonth: found })
          }}
        />
        <Select
          label={t('settings.pattern')}
          description={isShort ? undefined : t('settings.patternHelp')}
          value={value.calendar.pattern}
          data={(['months', '445'] as const).map((pattern) => ({ value: pattern, label: t(patternKeys[pattern]) }))}
          onChange={(chosen) => calendar({ pattern: chosen === '445' ? '445' : 'months' })}
        />
      </FieldRow>
      {isShort ? null : (
        <FieldRow>
          <Select
            label={t('settings.weekStart')}
            value={String(value.calendar.weekStart)}
            // 4 January 2027 was a Monday.
            data={weekdays.map((day) => ({ value: String(day), label: dayName.format(Date.UTC(2027, 0, 3 + day)) }))}
            onChange={(chosen) => {
              const found = weekdays.find((day) => String(day) === chosen)
              if (found) calendar({ weekStart: found })
            }}
          />
          <Select
            label={t('settings.numberLocale')}
            searchable
            value={value.numberLocale}
            data={[...new Set([...locales, value.numberLocale])].map((locale) => ({
              value: locale,
              label: `${sample(locale)} · ${localeName(locale, language)}`
            }))}
            onChange={(chosen) => chosen && onChange({ numberLocale: chosen })}
          />
        </FieldRow>
      )}
    </>
  )
}

const patternKeys: Record<FiscalCalendar['pattern'], TextKey> = {
  months: 'settings.patterns.months',
  '445': 'settings.patterns.weeks'
}

export const usualLocales = { en: 'en-GB', es: 'es-ES' } as const

const usualLocale = (language: WorkspaceSettings['language'], value: SettingsDraft): string =>
  value.numberLocale.startsWith(value.language) ? usualLocales[language] : value.numberLocale

const localeName = (locale: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale

const sample = (locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: 'always' }).format(12_345.6)
