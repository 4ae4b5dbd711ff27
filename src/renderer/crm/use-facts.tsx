// What the detail panes share: a fact as a line with a reason where it is missing, and the further columns of the file.
import { useText } from '#renderer/i18n/use-text.ts'
import { Missing } from '#renderer/ui/missing.tsx'
import { type KeyValue, KeyValues, Section } from '#renderer/ui/section.tsx'
import type { CustomFields } from '#shared/crm/types.ts'

export function useFacts() {
  const { t } = useText()
  return (key: string, label: string, value: string | number | null | undefined): KeyValue => ({
    key,
    label,
    value: value === null || value === undefined || value === '' ? <Missing reason={t('crm.notGiven')} /> : value
  })
}

export function Custom({ custom }: { readonly custom: CustomFields }) {
  const { t } = useText()
  const entries = Object.entries(custom)
  if (entries.length === 0) return null
  return (
    <Section title={t('crm.custom')}>
      <KeyValues items={entries.map(([key, value]) => ({ key, label: key, value }))} />
    </Section>
  )
}
