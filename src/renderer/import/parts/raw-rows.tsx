// The rows of a table as they stand in the file, from the top: a click on a row says that it is the header.
import { Box } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { RawCell, TablePreview } from '#shared/import/types.ts'

/** More columns than anyone compares by eye would only make the page slow. */
const mostColumns = 60

export interface RawRowsProps {
  readonly table: TablePreview
  readonly onHeader: (rowNumber: number) => void
}

export function RawRows({ table, onHeader }: RawRowsProps) {
  const { t } = useText()
  const format = useFormat()
  const below = table.firstRows.filter((row) => !table.topRows.some((top) => top.rowNumber === row.rowNumber))
  const rows = [...table.topRows, ...below]
  if (rows.length === 0) return <p className="muted">{t('import.wizard.noRows')}</p>
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const columns = Array.from({ length: Math.min(width, mostColumns) }, (_, at) => at)
  const { headerRow, headerRows } = table
  const isHeader = (row: number): boolean =>
    headerRow !== null && row <= headerRow && row > headerRow - (headerRows ?? 1)
  return (
    <section className="wizard-raw" aria-label={t('import.wizard.rawRows')}>
      <h3>{t('import.wizard.rawRows')}</h3>
      <p className="muted small">{t('import.wizard.rawHint')}</p>
      <Box className="import-scroll" role="group" aria-label={t('import.wizard.rawHint')} tabIndex={0}>
        <table className="import-grid import-raw">
          <tbody>
            {rows.map((row) => (
              <tr key={row.rowNumber} className="import-raw-row" data-header={isHeader(row.rowNumber)}>
                <th scope="row" className="numbers">
                  <button
                    type="button"
                    className="wizard-row-pick"
                    aria-pressed={isHeader(row.rowNumber)}
                    aria-label={t('import.wizard.isHeader', { row: format.number(row.rowNumber) })}
                    title={t('import.wizard.isHeader', { row: format.number(row.rowNumber) })}
                    onClick={() => onHeader(row.rowNumber)}
                  >
                    {format.number(row.rowNumber)}
                  </button>
                </th>
                {columns.map((column) => (
                  <td key={column}>{cellText(row.cells[column] ?? null)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      {width > mostColumns ? (
        <p className="muted small">{t('import.wizard.moreColumns', { count: width - mostColumns })}</p>
      ) : null}
    </section>
  )
}

const cellText = (cell: RawCell): string => (cell === null ? '' : String(cell))
