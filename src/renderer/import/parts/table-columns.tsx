// One table of a file: which column becomes what (correctable), how sure that is, how its cells are read, and its first rows.
import { Box, NativeSelect, VisuallyHidden } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { entityOf } from '#shared/import/entities/index.ts'
import type { ColumnPlan, TablePreview } from '#shared/import/types.ts'
import { delimiterWords, fieldWords, formatWords } from './words.ts'

export interface TableColumnsProps {
  readonly table: TablePreview
  readonly onField: (column: number, field: string) => void
}

export function TableColumns({ table, onField }: TableColumnsProps) {
  const { t } = useText()
  const format = useFormat()
  const facts = [
    table.headerRow === null
      ? t('import.wizard.noHeader')
      : t('import.wizard.place', { row: format.number(table.headerRow) }),
    table.encoding !== null && table.delimiter !== null
      ? t('import.wizard.encoding', { encoding: table.encoding, delimiter: delimiterWords(t, table.delimiter) })
      : undefined,
    table.isHidden ? t('import.wizard.hidden') : undefined,
    table.leftOut.length > 0 ? t('import.wizard.leftOut', { count: table.leftOut.length }) : undefined
  ].filter((fact) => fact !== undefined)
  const hasFormats = table.columns.some((column) => formatWords(t, column) !== '')
  return (
    <section className="import-columns" aria-label={t('import.wizard.columnsOf')}>
      <h2>{t('import.wizard.columns', { name: table.sheet ?? table.fileName })}</h2>
      <p className="muted small">{facts.join(' · ')}</p>
      {table.entity === null ? null : (
        <div className="import-scroll">
          <table className="import-grid">
            <thead>
              <tr>
                <th>{t('import.wizard.column')}</th>
                <th>{t('import.wizard.becomes')}</th>
                <th>{t('import.wizard.sure')}</th>
                {hasFormats ? <th>{t('import.wizard.readAs')}</th> : null}
                <th className="import-number">{t('import.wizard.filled')}</th>
                <th>{t('import.wizard.examples')}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map((column) => (
                <tr key={column.index}>
                  <th scope="row">{column.header === '' ? `#${column.index + 1}` : column.header}</th>
                  <td>
                    <FieldChoice table={table} column={column} onField={onField} />
                  </td>
                  <td>
                    <Sureness column={column} />
                  </td>
                  {hasFormats ? <td className="import-wrap">{formatWords(t, column)}</td> : null}
                  <td className="import-number numbers">{format.number(column.filled)}</td>
                  <td className="muted import-example" title={column.examples.join(', ')}>
                    {column.examples.join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{t('import.wizard.firstRows')}</h2>
      <FirstRows table={table} />
    </section>
  )
}

function FieldChoice({ table, column, onField }: TableColumnsProps & { readonly column: ColumnPlan }) {
  const { t } = useText()
  if (table.entity === null) return null
  const entity = entityOf(table.entity)
  const options = [
    ...entity.fields.map((field) => ({ value: field.name, label: fieldWords(t, field.name) })),
    ...(entity.keepsCustom ? [{ value: 'custom', label: t('import.fields.custom') }] : []),
    { value: 'none', label: t('import.fields.none') }
  ]
  return (
    <NativeSelect
      size="xs"
      aria-label={`${t('import.wizard.becomes')}: ${column.header}`}
      data={options}
      value={column.field}
      onChange={(event) => onField(column.index, event.currentTarget.value)}
    />
  )
}

function Sureness({ column }: { readonly column: ColumnPlan }) {
  const { t } = useText()
  if (column.isChosen) return <Tag tone="accent">{t('import.wizard.sureChosen')}</Tag>
  if (column.kind === null) return null
  if (column.confidence >= 0.9) return <span>{t('import.wizard.sureHigh')}</span>
  if (column.confidence >= 0.7) return <Tag>{t('import.wizard.sureMiddle')}</Tag>
  return <Tag tone="amber">{t('import.wizard.sureLow')}</Tag>
}

function FirstRows({ table }: { readonly table: TablePreview }) {
  const { t } = useText()
  const format = useFormat()
  if (table.firstRows.length === 0) return <p className="muted">{t('import.wizard.noRows')}</p>
  return (
    <Box className="import-scroll" role="region" aria-label={t('import.wizard.firstRows')} tabIndex={0}>
      <table className="import-grid import-raw">
        <thead>
          <tr>
            <th>
              <VisuallyHidden>{t('import.howMany')}</VisuallyHidden>
            </th>
            {table.columns.map((column) => (
              <th key={column.index}>{column.header === '' ? `#${column.index + 1}` : column.header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.firstRows.map((row) => (
            <tr key={row.rowNumber}>
              <td className="muted numbers">{format.number(row.rowNumber)}</td>
              {table.columns.map((column) => {
                const cell = row.cells[column.index] ?? null
                return <td key={column.index}>{cell === null ? '' : String(cell)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
