// A table on its way out of the workspace: columns and rows in plain values, and the formats it can be written in.

/** What a column holds, so that a spreadsheet gets numbers and dates and not their pictures. */
export type ExportKind = 'text' | 'number' | 'ratio' | 'date' | 'instant'

export interface ExportColumn {
  header: string
  kind: ExportKind
}

/** Numbers in units (not minor units), ratios 0 to 1, dates ISO; null is an empty cell. */
export type ExportCell = string | number | null

export interface ExportTable {
  name: string
  columns: ExportColumn[]
  rows: ExportCell[][]
}

export type ExportFormatName = 'csv' | 'xlsx'

export interface ExportedFile {
  suggestedName: string
  format: ExportFormatName
  bytes: Uint8Array
  rows: number
}

export type ExportError = { code: 'export.tooManyRows'; rows: number; most: number; format: ExportFormatName }
