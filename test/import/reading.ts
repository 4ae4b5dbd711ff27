// Reads files for tests as an import does, and says in short what came out of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTables, UnreadableFile } from '#engine/import/readers/index.ts'
import type { FileChoice, RawCell, RawSheet } from '#shared/import/types.ts'
import { sharedFolder } from './shared-files.ts'

export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(sharedFolder, path)))

export const readSheets = (
  bytes: Uint8Array,
  choice: Omit<FileChoice, 'fileIndex'> = {},
  name = 'file'
): Promise<RawSheet[]> => readTables({ name, bytes }, { fileIndex: 0, ...choice }, () => undefined)

/** The refusal's code and fields, or the number of sheets where the file was read after all. */
export async function refusalOf(bytes: Uint8Array, choice: Omit<FileChoice, 'fileIndex'> = {}): Promise<unknown> {
  try {
    return (await readSheets(bytes, choice)).length
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal
    throw error
  }
}

export const cellAt = (sheet: RawSheet | undefined, rowNumber: number, column: number): RawCell =>
  sheet?.rows.find((row) => row.rowNumber === rowNumber)?.cells[column] ?? null

export const cellsOf = (sheet: RawSheet | undefined): RawCell[][] => (sheet?.rows ?? []).map((row) => row.cells)
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
