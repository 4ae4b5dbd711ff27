// What was found in the files before they are imported: how many deals are sound, each rule with its count and amount, and the rows that
// would not be taken with the cell that stops them.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ImportPreview, RejectedRow } from '#shared/import/types.ts'
import { Findings } from './findings.tsx'
import { rejectedRows, ruleWords } from './words.ts'

export function FindingsArea({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const format = useFormat()
  const { qualityRatio, findings, rejected } = preview
  return (
    <div className="wizard-findings">
      <Section
        title={t('import.wizard.findings')}
        subtitle={qualityRatio === null ? undefined : t('import.wizard.sound', { share: format.percent(qualityRatio) })}
        isCard
      >
        <Findings findings={findings} />
      </Section>
      {rejected.length > 0 ? <RejectedRows rows={rejected} total={rejectedRows(preview)} /> : null}
    </div>
  )
}

interface RejectedRowsProps {
  readonly rows: readonly RejectedRow[]
  /** All of them, also those beyond the first that are shown. */
  readonly total: number
}

function RejectedRows({ rows, total }: RejectedRowsProps) {
  const { t } = useText()
  const columns = useMemo(
    (): Column<RejectedRow>[] => [
      {
        key: 'file',
        header: t('import.file'),
        kind: 'text',
        width: 170,
        value: (row) => (row.sheet === null ? row.fileName : `${row.fileName} › ${row.sheet}`),
        isGroupable: true
      },
      { key: 'row', header: t('import.wizard.row'), kind: 'number', width: 80, value: (row) => row.rowNumber },
      {
        key: 'why',
        header: t('import.wizard.because'),
        kind: 'text',
        width: 220,
        value: (row) => ruleWords(t, row.rule),
        isGroupable: true
      },
      { key: 'header', header: t('import.wizard.column'), kind: 'text', width: 140, value: (row) => row.header },
      { key: 'cell', header: t('import.wizard.cell'), kind: 'text', width: 180, value: (row) => row.cell }
    ],
    [t]
  )
  return (
    <Section
      title={t('import.rejected')}
      subtitle={[
        t('import.wizard.rejectedMeaning'),
        total > rows.length ? t('import.wizard.rejectedFirst', { count: rows.length }) : undefined
      ]
        .filter(Boolean)
        .join(' ')}
      isFilling
    >
      <DataTable
        label={t('import.rejected')}
        layoutName="import-preview-rejected"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.fileName}\t${row.sheet}\t${row.rowNumber}\t${row.rule}`}
        exportName="import-not-taken"
      />
    </Section>
  )
}
