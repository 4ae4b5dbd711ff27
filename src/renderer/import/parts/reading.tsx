// How a table was read, in one calm line: header, encoding, delimiter, what the sheet hides, what was left out. On demand the details,
// and the choices that correct it.
import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { TableChoice, TablePreview } from '#shared/import/types.ts'
import type { Wizard } from './use-wizard.ts'
import type { ReadingChoice } from './wizard-state.ts'
import { delimiterWords, rangeWords } from './words.ts'

export interface ReadingProps {
  readonly table: TablePreview
  readonly wizard: Wizard
}

export function Reading({ table, wizard }: ReadingProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const facts = useReadingFacts(table)
  return (
    <div className="wizard-reading">
      <p className="muted small">
        {facts.join(' · ')}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          rightSection={isOpen ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('import.wizard.howRead')}
        </Button>
      </p>
      {isOpen ? <ReadingDetails table={table} wizard={wizard} /> : null}
    </div>
  )
}

/** What there is to say; what a file has none of is not mentioned. */
function useReadingFacts(table: TablePreview): string[] {
  const { t } = useText()
  const format = useFormat()
  const { notes } = table
  const first = (table.headerRow ?? 0) - (table.headerRows ?? 1) + 1
  const header =
    table.headerRow === null
      ? t('import.wizard.noHeader')
      : table.headerRows !== null && table.headerRows > 1
        ? t('import.wizard.places', { from: format.number(first), to: format.number(table.headerRow) })
        : t('import.wizard.place', { row: format.number(table.headerRow) })
  const counted = (key: CountedNote, count: number) =>
    count > 0 ? t(`import.wizard.notes.${key}`, { count }) : undefined
  return [
    table.part === undefined
      ? undefined
      : t('import.wizard.oneOfTables', {
          at: format.number(table.part.at),
          of: format.number(table.part.of),
          range: rangeWords(table.part)
        }),
    header,
    table.encoding !== null && table.delimiter !== null
      ? t('import.wizard.encoding', { encoding: table.encoding, delimiter: delimiterWords(t, table.delimiter) })
      : undefined,
    table.visibility === 'visible' ? undefined : t('import.wizard.hidden'),
    table.leftOutCount > 0 ? t('import.wizard.leftOut', { count: table.leftOutCount }) : undefined,
    counted('hiddenRows', notes.hiddenRows.length),
    counted('hiddenColumns', notes.hiddenColumns.length),
    counted('merged', notes.mergedRanges),
    counted('formulas', notes.formulas),
    counted('errorCells', notes.errorCells),
    counted('filledCells', table.filledCells),
    notes.usesDates1904 ? t('import.wizard.notes.dates1904') : undefined
  ].filter((fact) => fact !== undefined)
}

type CountedNote = 'filledCells' | 'hiddenRows' | 'hiddenColumns' | 'merged' | 'formulas' | 'errorCells'

/** The rows left out are listed up to here; the line above says how many there are. */
const mostLeftOut = 50

function ReadingDetails({ table, wizard }: ReadingProps) {
  const { t } = useText()
  const format = useFormat()
  const { notes } = table
  const choice = wizard.state.tables.find((each) => each.key === table.key)
  const file = wizard.state.files.find((each) => each.id === table.fileIndex)
  const choose = (said: Omit<TableChoice, 'key'>): void =>
    wizard.change({ type: 'chooseTable', key: table.key, choice: said })
  return (
    <div className="wizard-reading-details">
      <div className="wizard-fields">
        <RowField
          label={t('import.wizard.headerRow')}
          value={table.headerRow}
          isDisabled={table.headerRow === null}
          onChange={(row) => choose({ headerRow: row ?? undefined })}
        />
        <RowField
          label={t('import.wizard.headerRows')}
          value={table.headerRows}
          isDisabled={table.headerRow === null}
          most={10}
          onChange={(rows) => choose({ headerRows: rows ?? undefined })}
        />
        <RowField
          label={t('import.wizard.lastRow')}
          value={choice?.lastRow ?? null}
          placeholder={t('import.wizard.lastRowFound')}
          onChange={(row) => choose({ lastRow: row ?? undefined })}
        />
        {table.delimiter === null ? null : <TextFields table={table} wizard={wizard} />}
      </div>
      <Switch
        label={t('import.wizard.noHeaderAtAll')}
        checked={table.headerRow === null}
        onChange={(event) =>
          choose(
            event.currentTarget.checked
              ? { headerRow: 0, headerRows: 0 }
              : { headerRow: undefined, headerRows: undefined }
          )
        }
      />
      {table.part !== undefined || file?.choice.keepsSheetsWhole === true ? (
        <Switch
          label={t('import.wizard.keepsSheetsWhole')}
          description={t('import.wizard.keepsSheetsWholeMeaning')}
          checked={file?.choice.keepsSheetsWhole ?? false}
          onChange={(event) =>
            wizard.change({
              type: 'readFile',
              id: table.fileIndex,
              choice: { keepsSheetsWhole: event.currentTarget.checked || undefined }
            })
          }
        />
      ) : null}
      {notes.hiddenRows.length > 0 ? (
        <Switch
          label={t('import.wizard.leaveHiddenRows')}
          checked={choice?.leavesHiddenRows ?? false}
          onChange={(event) => choose({ leavesHiddenRows: event.currentTarget.checked })}
        />
      ) : null}
      <ul className="small muted wizard-notes">
        {notes.hiddenRows.length > 0 ? (
          <li>{t('import.wizard.notes.hiddenRowsAre', { rows: listed(notes.hiddenRows.map(format.number)) })}</li>
        ) : null}
        {notes.formulas > 0 ? (
          <li>
            {t('import.wizard.notes.formulasMeaning')}{' '}
            {notes.formulasWithoutValue > 0
              ? t('import.wizard.notes.formulasWithoutValue', { count: notes.formulasWithoutValue })
              : null}
          </li>
        ) : null}
        {notes.errorCells > 0 ? (
          <li>{t('import.wizard.notes.errorCellsAre', { cells: listed(notes.errorExamples) })}</li>
        ) : null}
        {notes.mergedRanges > 0 ? <li>{t('import.wizard.notes.mergedMeaning')}</li> : null}
        {table.leftOut.slice(0, mostLeftOut).map((row) => (
          <li key={row.rowNumber}>
            {t('import.wizard.leftOutRow', { row: format.number(row.rowNumber), text: row.text })}
          </li>
        ))}
      </ul>
    </div>
  )
}

const listed = (parts: readonly string[]): string =>
  parts.length > 12 ? `${parts.slice(0, 12).join(', ')} …` : parts.join(', ')

function TextFields({ table, wizard }: ReadingProps) {
  const { t } = useText()
  const read = (choice: ReadingChoice): void => wizard.change({ type: 'readFile', id: table.fileIndex, choice })
  const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
  const delimiters = [...new Set([',', ';', '\t', '|', table.delimiter ?? ','])]
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('import.wizard.encodingOf')}
        data={[...encodings]}
        value={table.encoding ?? 'utf-8'}
        onChange={(event) => read({ encoding: encodings.find((each) => each === event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={t('import.wizard.delimiter')}
        data={delimiters.map((value) => ({ value, label: delimiterWords(t, value) }))}
        value={table.delimiter ?? ','}
        onChange={(event) => read({ delimiter: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('import.wizard.quote')}
        data={[
          { value: '"', label: t('import.wizard.quotes.double') },
          { value: "'", label: t('import.wizard.quotes.single') },
          { value: '', label: t('import.wizard.quotes.none') }
        ]}
        value={table.quote ?? '"'}
        onChange={(event) => read({ quote: event.currentTarget.value })}
      />
    </>
  )
}

interface RowFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly placeholder?: string | undefined
  readonly most?: number | undefined
  readonly isDisabled?: boolean | undefined
}

/** A row number; it counts when the field is left or Enter is pressed, not at every digit. */
function RowField({ label, value, onChange, placeholder, most, isDisabled }: RowFieldProps) {
  const [typed, setTyped] = useState<number | string>()
  const commit = (): void => {
    if (typed === undefined) return
    const next = typeof typed === 'number' && typed >= 1 ? typed : null
    setTyped(undefined)
    if (next !== value) onChange(next)
  }
  return (
    <NumberInput
      size="xs"
      label={label}
      value={typed ?? value ?? ''}
      min={1}
      {...(most === undefined ? {} : { max: most })}
      allowDecimal={false}
      allowNegative={false}
      placeholder={placeholder ?? ''}
      disabled={isDisabled ?? false}
      onChange={(next) => setTyped(typeof next === 'bigint' ? Number(next) : next)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
    />
  )
}
