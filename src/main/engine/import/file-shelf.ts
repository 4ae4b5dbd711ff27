// What the worker keeps of files between a preview, the next preview after a choice, and the import: their rows by the hash of their
// bytes and the way they were read, and how their tables were understood. A file that has changed has another hash.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { StoredProfile } from '#shared/import/profiles.ts'
import { splitSheet } from '#shared/import/split-sheet.ts'
import type { FileChoice, RawSheet, ReadTable, Scale, TableChoice } from '#shared/import/types.ts'
import { readDictionary, understandSheet } from '#shared/import/understand.ts'
import { type ReadProgress, type ReadRefusal, readTables, UnreadableFile } from './readers/index.ts'

/** A file that the user chose, or a text that was pasted. */
export type FileSource = { name: string; path: string } | { name: string; bytes: Uint8Array }

export interface FileFacts {
  name: string
  sha256: string
  bytes: number
}

export type FileRefusal = ReadRefusal | { code: 'import.fileGone' } | { code: 'import.fileChanged' }

/** Thrown when a file can't be taken; says which one and why. */
export class RefusedFile extends Error {
  readonly fileIndex: number
  readonly refusal: FileRefusal
  constructor(fileIndex: number, refusal: FileRefusal) {
    super(refusal.code)
    this.fileIndex = fileIndex
    this.refusal = refusal
  }
}

const mostBytes = 512 * 1_048_576

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR' || error.code === 'EPERM')

async function bytesOf(file: FileSource): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes
  const { size } = await stat(file.path)
  if (size > mostBytes)
    throw new UnreadableFile({ code: 'import.fileTooLarge', megabytes: Math.round(size / 1_048_576) })
  return readFile(file.path)
}

export interface ShelfRequest {
  files: readonly FileSource[]
  fileChoices: readonly FileChoice[]
  choices: readonly TableChoice[]
  profiles: readonly StoredProfile[]
}

export class FileShelf {
  /** Bytes that were hashed and are not read yet, by hash. */
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #sheets = new Map<string, RawSheet[]>()
  readonly #tables = new Map<string, ReadTable>()

  /** Reads the bytes of the files and says what they are; what is kept of other files goes. */
  async hash(files: readonly FileSource[]): Promise<FileFacts[]> {
    const facts: FileFacts[] = []
    this.#bytes.clear()
    for (const [at, file] of files.entries()) {
      const bytes = await refusing(at, () => bytesOf(file))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      facts.push({ name: file.name, sha256, bytes: bytes.length })
      this.#bytes.set(sha256, bytes)
    }
    for (const kept of [this.#sheets, this.#tables])
      for (const key of kept.keys()) if (!facts.some(({ sha256 }) => key.startsWith(sha256))) kept.delete(key)
    return facts
  }

  /**
   * The tables of the files as they are understood under the choices.
   *
   * @param hashes of the files, as `hash` said them
   * @param progress bytes done of all files, their sum, and rows
   */
  async understand(
    { files, fileChoices, choices, profiles }: ShelfRequest,
    hashes: readonly string[],
    progress: ReadProgress,
    onUnderstanding: () => void
  ): Promise<{ table: ReadTable; sheet: RawSheet }[]> {
    const sheets = await this.#read(files, hashes, fileChoices, progress)
    onUnderstanding()
    // A dictionary of columns among the files says units that no cell says.
    const units = new Map<string, Scale>()
    for (const { sheet } of sheets) for (const [key, scale] of readDictionary(sheet.rows)) units.set(key, scale)
    const common = JSON.stringify([[...units], profiles])
    return sheets.map(({ fileIndex, key: sheetKey, sheet }) => {
      const whole = sheet.sheet === null ? String(fileIndex) : `${fileIndex}/${sheet.sheet}`
      const key = sheet.part === undefined || sheet.part.at === 1 ? whole : `${whole}#${sheet.part.at}`
      const fileName = files[fileIndex]?.name ?? ''
      const choice = choices.find((each) => each.key === key)
      // A hidden sheet is shown in the preview, and imported only if the user says so.
      const said = choice ?? (sheet.visibility === 'visible' ? undefined : { key, entity: null })
      const tableKey = `${sheetKey} ${JSON.stringify([key, fileName, said ?? null])} ${common}`
      const table =
        this.#tables.get(tableKey) ?? understandSheet(sheet, { key, fileIndex, fileName }, said, units, profiles)
      this.#tables.delete(tableKey)
      for (const other of this.#tables.keys()) if (other.startsWith(`${sheetKey} `)) this.#tables.delete(other)
      this.#tables.set(tableKey, table)
      return { table, sheet }
    })
  }

  async #read(
    files: readonly FileSource[],
    hashes: readonly string[],
    fileChoices: readonly FileChoice[],
    progress: ReadProgress
  ): Promise<{ fileIndex: number; key: string; sheet: RawSheet }[]> {
    const wanted = files.map((_, at) => {
      const { fileIndex: _index, ...choice } = fileChoices.find((each) => each.fileIndex === at) ?? { fileIndex: at }
      return `${hashes[at]} ${JSON.stringify(choice)}`
    })
    const sizes = files.map((_, at) => this.#bytes.get(hashes[at] ?? '')?.length ?? 0)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    let before = 0
    let rowsBefore = 0
    const read: { fileIndex: number; key: string; sheet: RawSheet }[] = []
    for (const [fileIndex, file] of files.entries()) {
      const sheetsKey = wanted[fileIndex] ?? ''
      let sheets = this.#sheets.get(sheetsKey)
      if (sheets === undefined) {
        const sha256 = hashes[fileIndex] ?? ''
        const choice = fileChoices.find((each) => each.fileIndex === fileIndex)
        const whole = await refusing(fileIndex, async () =>
          readTables({ name: file.name, bytes: await this.#bytesFor(file, sha256) }, choice, (done, _size, rows) =>
            progress(before + done, total, rowsBefore + rows)
          )
        )
        sheets = choice?.keepsSheetsWhole === true ? whole : whole.flatMap(splitSheet)
        this.#sheets.set(sheetsKey, sheets)
      }
      this.#bytes.delete(hashes[fileIndex] ?? '')
      before += sizes[fileIndex] ?? 0
      rowsBefore += sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
      for (const [at, sheet] of sheets.entries()) read.push({ fileIndex, key: `${sheetsKey} ${at}`, sheet })
    }
    // Another reading of the same file (another delimiter) is not needed any more.
    for (const key of this.#sheets.keys()) if (!wanted.includes(key)) this.#sheets.delete(key)
    return read
  }

  /** The bytes that were hashed; read again where this thread never saw them. */
  async #bytesFor(file: FileSource, sha256: string): Promise<Uint8Array> {
    const kept = this.#bytes.get(sha256)
    if (kept !== undefined) return kept
    const bytes = await bytesOf(file)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ChangedFile()
    return bytes
  }

  clear(): void {
    this.#bytes.clear()
    this.#sheets.clear()
    this.#tables.clear()
  }
}

class ChangedFile extends Error {}

/** Names the file that can't be taken. Anything else that goes wrong is a bug and stays one. */
async function refusing<T>(fileIndex: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableFile) throw new RefusedFile(fileIndex, error.refusal)
    if (error instanceof ChangedFile) throw new RefusedFile(fileIndex, { code: 'import.fileChanged' })
    if (isMissing(error)) throw new RefusedFile(fileIndex, { code: 'import.fileGone' })
    throw error
  }
}
