// The kinds of file an import can read, told by their content, and the words for those it can't.
import { detectFileKind } from '#shared/import/encoding.ts'
import type { FileChoice, RawSheet } from '#shared/import/types.ts'
import { delimited } from './delimited.ts'
import { ods } from './ods.ts'
import { html, xls, xlsb } from './old-workbook.ts'
import { type ReadProgress, refusalOf, type TableReader, UnreadableFile } from './reader.ts'
import { spreadsheetXml } from './spreadsheet-xml.ts'
import { xlsx } from './xlsx.ts'

export { type ReadProgress, type ReadRefusal, UnreadableFile } from './reader.ts'

/** In the order in which they are asked. */
export const readers: readonly TableReader[] = [delimited, xlsx, xlsb, ods, xls, spreadsheetXml, html]

/**
 * Reads every sheet of a file; text is one sheet without a name.
 *
 * @errors UnreadableFile with what is wrong and what would help
 */
export async function readTables(
  { name, bytes }: { name: string; bytes: Uint8Array },
  choice: FileChoice | undefined,
  progress: ReadProgress
): Promise<RawSheet[]> {
  const kind = detectFileKind(bytes)
  if (kind === 'empty') throw new UnreadableFile({ code: 'import.fileEmpty' })
  const file = { name, bytes, kind }
  try {
    const reader = readers.find((each) => each.matches(file))
    if (reader === undefined) throw new UnreadableFile({ code: 'import.unknownFormat' })
    const sheets = await reader.read(file, choice, progress)
    if (sheets.every((sheet) => sheet.rows.length === 0)) throw new UnreadableFile({ code: 'import.fileEmpty' })
    return sheets
  } catch (error) {
    throw refusalOf(error, kind)
  }
}
