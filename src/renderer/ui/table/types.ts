// What a screen says to a table: columns, how a cell is edited, what totals are. The table itself is ui/data-table.tsx.
import type { ReactNode } from 'react'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { PageAction } from '../page.tsx'

export type RowKey = string | number
/** What a cell holds, in our units: money in minor units, percent as a ratio, dates as ISO text. */
export type CellValue = string | number | null | undefined

export type ColumnKind = 'text' | 'number' | 'money' | 'percent' | 'date' | 'custom'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

export type ParseResult =
  | { readonly ok: true; readonly value: string | number | null }
  | { readonly ok: false; readonly reason: string }

export interface ColumnEdit<Row> {
  readonly kind: 'text' | 'number' | 'money' | 'percent' | 'date' | 'select'
  /** Saves one cell; the value is in our units, null when it was emptied. Rejections are shown by the client. */
  readonly commit: (row: Row, value: string | number | null) => unknown
  /** Choices of a select; what is typed or pasted may be a label. */
  readonly options?: ((row: Row) => readonly SelectOption[]) | undefined
  readonly canEdit?: ((row: Row) => boolean) | undefined
  /** May the cell be emptied? Default yes. */
  readonly isRequired?: boolean | undefined
  /** Reads typed text; without it the kind's own reading in the user's locale. */
  readonly parse?: ((text: string, row: Row) => ParseResult) | undefined
}

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly kind: ColumnKind
  /** What is sorted, filtered, summed, copied and exported. */
  readonly value: (row: Row) => CellValue
  /** How it is shown where the kind's own way is not enough (a bar, a tag, a <Why of=…>). */
  readonly render?: ((row: Row) => ReactNode) | undefined
  /** The text of the value for filter, copy and export of a 'custom' column; default the value itself. */
  readonly text?: ((row: Row) => string) | undefined
  /** In the header, after the name: "EUR", "days". Money columns say their currency by themselves. */
  readonly unit?: string | undefined
  readonly currency?: CurrencyCode | ((row: Row) => CurrencyCode) | undefined
  readonly digits?: number | undefined
  readonly isSigned?: boolean | undefined
  readonly align?: 'left' | 'right' | 'center' | undefined
  /** Pixels at first; the user may drag it. */
  readonly width?: number | undefined
  /** Not shown until chosen in the column chooser. */
  readonly isHiddenAtFirst?: boolean | undefined
  readonly isSortable?: boolean | undefined
  /** Why a value is missing, for the dash. */
  readonly missing?: string | ((row: Row) => string) | undefined
  /** Explains the column on hover of its header. */
  readonly hint?: string | undefined
  readonly edit?: ColumnEdit<Row> | undefined
  /** What stands in the totals row: a sum of the rows seen, or anything made of them. */
  readonly total?: 'sum' | ((rows: readonly Row[]) => ReactNode) | undefined
  /** Rows may be grouped by this column. */
  readonly isGroupable?: boolean | undefined
}

export interface CellEdit<Row> {
  readonly row: Row
  readonly column: string
  readonly value: string | number | null
}

export interface SortKey {
  readonly column: string
  readonly isDescending: boolean
}

export interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => RowKey
  /** Names the table for screen readers, and keeps the user's column layout under this name. */
  readonly label: string
  /** Keeps widths, order and hidden columns under another name than the label (which is translated). */
  readonly layoutName?: string | undefined
  /** First cell of the totals row ("Team Iberia, 12"); the row is there when given. */
  readonly totals?: string | undefined
  readonly selectedKey?: RowKey | undefined
  /** A row was chosen with click or Enter; undefined when it is let go. */
  readonly onSelect?: ((row: Row | undefined) => void) | undefined
  /** Several rows may be ticked (checkbox, Ctrl/Shift+click, Space). */
  readonly checkedKeys?: ReadonlySet<RowKey> | undefined
  readonly onCheck?: ((keys: ReadonlySet<RowKey>) => void) | undefined
  /** What can be done with the ticked rows, shown above the table. */
  readonly checkedActions?: readonly PageAction[] | undefined
  /** false leaves out the filter box. */
  readonly search?: boolean | undefined
  /** File name (without ending) for "Export what is seen"; without it there is no export. */
  readonly exportName?: string | undefined
  readonly empty?: ReactNode
  readonly initialSort?: readonly SortKey[] | undefined
  readonly groupBy?: string | undefined
  readonly isCompact?: boolean | undefined
  /** Pixels, or the height of its rows ('auto'); default: fills what its parent leaves. */
  readonly height?: number | 'auto' | undefined
  /** Several cells at once (paste, fill, Delete on a block) as one command; without it each cell is committed by itself. */
  readonly onEditMany?: ((edits: readonly CellEdit<Row>[]) => unknown) | undefined
  /** Rows pasted below the last one: values by column key, read as their columns' edits read them. */
  readonly onAddRows?: ((rows: readonly Readonly<Record<string, string | number | null>>[]) => unknown) | undefined
  /** Further controls beside the filter box. */
  readonly tools?: ReactNode
  readonly isLoading?: boolean | undefined
  readonly rowTone?: ((row: Row) => 'amber' | 'muted' | undefined) | undefined
}
