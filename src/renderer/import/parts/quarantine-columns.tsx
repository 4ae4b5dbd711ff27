// The columns of the quarantine grid: row, reason, and the columns of the file with what stopped the row and what was mended marked.
import { IconAlertTriangle, IconPencilCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Column } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { QuarantineRow } from '#shared/import/types.ts'
import {
  cellOf,
  fileCellOf,
  isMended,
  type Mend,
  mendOf,
  numericColumns,
  readTyped,
  stoppingColumn
} from './quarantine-rows.ts'
import { fieldWords, ruleWords } from './words.ts'

/** Of a very wide table only so many columns stand in the grid at first; the column chooser has the rest. */
const mostColumns = 40

const columnKey = (at: number): string => `c${at}`
export const columnAt = (key: string): number | undefined => (/^c\d+$/.test(key) ? Number(key.slice(1)) : undefined)

export function useQuarantineColumns(
  rows: readonly QuarantineRow[],
  onMend: (mend: Mend) => void
): readonly Column<QuarantineRow>[] {
  const { t } = useText()
  const format = useFormat()
  const { decimalSign } = format
  const [first] = rows
  const headers = first?.headers
  const fields = first?.fields
  return useMemo((): Column<QuarantineRow>[] => {
    if (headers === undefined) return []
    const numeric = numericColumns(rows)
    const stopping = new Set(rows.map(stoppingColumn))
    const reason = (row: QuarantineRow): string => {
      if (row.state !== 'open') return t(`import.quarantine.states.${row.state}`)
      const rule = ruleWords(t, row.rule)
      if (row.header === '') return row.cell === '' ? rule : `${rule}: ${row.cell}`
      return `${rule}: ${t('import.rejectedCell', { header: row.header, cell: row.cell })}`
    }
    const cells = headers.map((header, at): Column<QuarantineRow> => {
      const field = fields?.[at] ?? 'none'
      const isNumeric = numeric.has(at)
      return {
        key: columnKey(at),
        header: header === '' ? `#${at + 1}` : header,
        kind: 'text',
        width: 150,
        align: isNumeric ? 'right' : 'left',
        hint:
          field === 'none'
            ? t('import.quarantine.notImported')
            : `${t('import.quarantine.becomes')} ${fieldWords(t, field)}`,
        isHiddenAtFirst: !stopping.has(at) && (field === 'none' || at >= mostColumns),
        value: (row) => cellOf(row, at),
        render: (row) => <MarkedCell row={row} at={at} reason={reason(row)} />,
        edit: {
          kind: 'text',
          canEdit: (row) => row.state === 'open',
          parse: (text) => ({ ok: true, value: readTyped(text, isNumeric, decimalSign) }),
          commit: (row, value) => onMend(mendOf(row, at, value))
        }
      }
    })
    return [
      { key: 'row', header: t('import.quarantine.row'), kind: 'number', width: 80, value: (row) => row.rowNumber },
      { key: 'why', header: t('import.quarantine.why'), kind: 'text', width: 270, value: reason, isGroupable: true },
      ...cells
    ]
  }, [headers, fields, rows, t, decimalSign, onMend])
}

interface MarkedCellProps {
  readonly row: QuarantineRow
  readonly at: number
  readonly reason: string
}

function MarkedCell({ row, at, reason }: MarkedCellProps) {
  const { t } = useText()
  const value = cellOf(row, at)
  const text = value === null ? '' : String(value)
  if (isMended(row, at)) {
    const before = fileCellOf(row, at)
    const words = t('import.quarantine.fileSays', { cell: before === null ? t('crm.sourceEmpty') : String(before) })
    return (
      <span className="kept-cell kept-mended" title={words}>
        <IconPencilCheck size={13} role="img" aria-label={words} />
        <span>{text}</span>
      </span>
    )
  }
  if (row.state === 'open' && stoppingColumn(row) === at)
    return (
      <span className="kept-cell kept-stop" title={reason}>
        <IconAlertTriangle size={13} role="img" aria-label={reason} />
        <span>{text}</span>
      </span>
    )
  return <span title={text.length > 18 ? text : undefined}>{text}</span>
}
