// The line under the wizard's title: what is in the files, and the won deals among them.
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ImportPreview } from '#shared/import/types.ts'
import { countWords, rejectedRows } from './words.ts'

export function WizardFinding({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  if (preview.sameAs !== null) return t('import.wizard.sameAs', { when: format.dateTime(preview.sameAs.importedAt) })
  const taken = preview.tables.filter((table) => table.entity !== null)
  if (taken.length === 0) return t('import.wizard.nothing')
  if (preview.isEmpty)
    return preview.rejected.length > 0
      ? t('import.wizard.onlyRejected', { count: rejectedRows(preview) })
      : t(preview.isKnown ? 'import.wizard.nothingNew' : 'import.wizard.noNews')
  const rows = taken.reduce((sum, table) => sum + table.rowCount, 0)
  const files = new Set(taken.map((table) => table.fileIndex)).size
  const what = countWords(t, format, preview.entities)
  const { won, firstWonOn, lastWonOn } = preview
  return (
    <>
      {t('import.wizard.finding', {
        rows: t('import.wizard.rows', { count: rows }),
        files: t('import.wizard.files', { count: files }),
        what
      })}{' '}
      {won.deals > 0 && firstWonOn !== null && lastWonOn !== null
        ? t('import.wizard.won', {
            count: won.deals,
            amount: format.money(won.amountMinor, won.currency),
            from: format.date(firstWonOn),
            to: format.date(lastWonOn)
          })
        : null}{' '}
      {won.deals === 0 || won.currency === currency
        ? null
        : t('import.wizard.wonOther', { currency: won.currency, home: currency })}
    </>
  )
}
