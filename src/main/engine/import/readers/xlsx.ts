// Reads xlsx and xlsm workbooks: stored values of formulas, dates as ISO text, error cells as their text, every sheet with its visibility.
// Sheets are unfolded and read piece by piece, so that memory holds the rows and little else.
import type { FileChoice, RawSheet } from '#shared/import/types.ts'
import { isEncryptedPackage, openEncryptedPackage } from './encrypted-package.ts'
import { OleFile } from './ole.ts'
import { type FileBytes, type ReadProgress, type TableReader, tooLarge } from './reader.ts'
import { findWorkbookPart, readDateStyles, readSharedTexts, readWorkbookParts } from './xlsx-parts.ts'
import { type CellContext, XlsxSheetScanner } from './xlsx-sheet.ts'
import { mostUnfolded, ZipArchive } from './zip.ts'

const bytesBetweenReports = 1_048_576

export const xlsx: TableReader = {
  name: 'xlsx',
  matches: ({ kind, bytes }) =>
    kind === 'zip' ? isXlsx(new ZipArchive(bytes)) : kind === 'ole' && isEncryptedPackage(new OleFile(bytes)),
  read: async (file, choice, progress) => readXlsxTables(await unlocked(file, choice), progress)
}

export const isXlsx = (zip: ZipArchive): boolean =>
  zip.names.some((name) => /^(.*\/)?workbook\d*\.xml$/i.test(name)) && zip.has('[Content_Types].xml')

async function unlocked(file: FileBytes, choice: FileChoice | undefined): Promise<Uint8Array> {
  return file.kind === 'ole' ? openEncryptedPackage(file.bytes, choice?.password) : file.bytes
}

async function readXlsxTables(bytes: Uint8Array, progress: ReadProgress): Promise<RawSheet[]> {
  const zip = new ZipArchive(bytes)
  const parts = await readWorkbookParts(zip, await findWorkbookPart(zip))
  const sizes = [parts.sharedTexts, ...parts.sheets.map((sheet) => sheet.part)].map((part) =>
    part === null ? 0 : zip.declaredBytes(part)
  )
  const unfolded = sizes.reduce((sum, size) => sum + size, 0)
  if (unfolded > mostUnfolded) throw tooLarge(unfolded)
  let read = 0
  let reported = 0
  let rows = 0
  const onPiece = (count: number): void => {
    read += count
    if (read - reported < bytesBetweenReports) return
    reported = read
    progress(Math.min(bytes.length, Math.round((bytes.length * read) / Math.max(unfolded, 1))), bytes.length, rows)
  }
  const context: CellContext = {
    sharedTexts: parts.sharedTexts === null ? [] : await readSharedTexts(zip, parts.sharedTexts, onPiece),
    dateStyles: parts.styles === null ? [] : await readDateStyles(zip, parts.styles),
    uses1904: parts.uses1904,
    cells: 0
  }
  const sheets: RawSheet[] = []
  for (const { name, part, visibility } of parts.sheets) {
    const scanner = new XlsxSheetScanner(part, context)
    const before = rows
    await scanner.scan(zip.pieces(part), (count) => {
      rows = before + scanner.rows.length
      onPiece(count)
    })
    rows = before + scanner.rows.length
    sheets.push({
      sheet: name,
      rows: scanner.finish(),
      encoding: null,
      delimiter: null,
      quote: null,
      visibility,
      notes: scanner.notebook.finish(),
      merges: scanner.notebook.merges
    })
  }
  progress(bytes.length, bytes.length, rows)
  return sheets
}
