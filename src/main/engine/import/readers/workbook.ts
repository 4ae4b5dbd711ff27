// Reads the sheets of an xlsx or xlsm workbook with hucre: cached values of formulas, dates as ISO text, error cells as their text.
// The declared size of the parts is added up first: a file that would unfold into gigabytes is refused before it is unfolded.
import { type CellValue, readXlsx } from 'hucre/xlsx'
import type { RawCell, RawRow } from '#shared/import/types.ts'
import { type TableReader, UnreadableFile } from './reader.ts'

const mostUnfoldedMb = 1024

const toRaw = (value: CellValue): RawCell => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

interface ZipPart {
  name: string
  unfoldedBytes: number
}

/** Names and declared sizes from the directory at the end of a zip file. */
function listParts(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const earliest = Math.max(0, bytes.length - 65_557)
  let end = bytes.length - 22
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < earliest || end < 0)
    throw new UnreadableFile({ code: 'import.unreadable', problem: 'the end of the file is missing' })
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const parts: ZipPart[] = []
  for (let part = 0; part < count && at + 46 <= bytes.length; part += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) break
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    parts.push({ name, unfoldedBytes: view.getUint32(at + 24, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

export const workbook: TableReader = {
  name: 'workbook',
  matches: (file) => file.kind === 'zip',
  read: async (file) => {
    const parts = listParts(file.bytes)
    const has = (name: string): boolean => parts.some((part) => part.name.toLowerCase() === name)
    if (has('xl/workbook.bin')) throw new UnreadableFile({ code: 'import.oldFormat', format: 'xlsb' })
    if (has('content.xml')) throw new UnreadableFile({ code: 'import.oldFormat', format: 'ods' })
    if (!has('xl/workbook.xml')) throw new UnreadableFile({ code: 'import.unknownFormat' })
    const unfolded = parts.reduce((sum, part) => sum + part.unfoldedBytes, 0) / 1_048_576
    if (unfolded > mostUnfoldedMb)
      throw new UnreadableFile({ code: 'import.fileTooLarge', megabytes: Math.round(unfolded) })
    const book = await readXlsx(file.bytes).catch((error: unknown) => {
      throw new UnreadableFile({
        code: 'import.unreadable',
        problem: error instanceof Error ? error.message : String(error)
      })
    })
    return book.sheets.map((sheet) => {
      const rows: RawRow[] = []
      sheet.rows.forEach((cells, index) => {
        const raw = cells.map(toRaw)
        if (raw.some((cell) => cell !== null)) rows.push({ rowNumber: index + 1, cells: raw })
      })
      return {
        sheet: sheet.name,
        rows,
        encoding: null,
        delimiter: null,
        isHidden: sheet.hidden === true || sheet.veryHidden === true
      }
    })
  }
}
