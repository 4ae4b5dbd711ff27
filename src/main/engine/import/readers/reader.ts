// The shape of an entry of the reader registry: which files it reads and how it gives their rows, or why it can't.
import type { FileKind } from '#shared/import/encoding.ts'
import { mostCells, TableTooLarge } from '#shared/import/limits.ts'
import type { FileChoice, RawSheet, SheetNotes } from '#shared/import/types.ts'

export interface FileBytes {
  name: string
  bytes: Uint8Array
  kind: FileKind
}

/** Told while reading: bytes of the file that are done, its bytes, and rows so far. */
export type ReadProgress = (done: number, total: number, rows: number) => void

/** Why a file can't be read: the tail of an import.* error code, with its fields. */
export type ReadRefusal =
  | { code: 'import.unknownFormat' }
  | { code: 'import.oldFormat'; format: string }
  | { code: 'import.passwordNeeded' }
  | { code: 'import.passwordWrong' }
  | { code: 'import.passwordProtected' }
  | { code: 'import.fileEmpty' }
  | { code: 'import.unreadable'; problem: string }
  | { code: 'import.fileTooLarge'; megabytes: number }

/** Thrown by a reader; the job turns it into an error that names the file. */
export class UnreadableFile extends Error {
  readonly refusal: ReadRefusal
  constructor(refusal: ReadRefusal, options?: ErrorOptions) {
    super(refusal.code, options)
    this.refusal = refusal
  }
}

/** `problem` names the damaged part of the file rather than saying it in words, so that it suits every language. */
export const damaged = (problem: string, cause?: unknown): UnreadableFile =>
  new UnreadableFile({ code: 'import.unreadable', problem }, { cause })

export const tooLarge = (bytes: number): UnreadableFile =>
  new UnreadableFile({ code: 'import.fileTooLarge', megabytes: Math.max(1, Math.round(bytes / 1_048_576)) })

const bytesPerCell = 48

/**
 * What is told of an error that stopped a reader. Damaged files make readers trip in many ways: all of them say that the file is
 * damaged, and keep the error as their cause.
 */
export function refusalOf(error: unknown, part: string): UnreadableFile {
  if (error instanceof UnreadableFile) return error
  if (error instanceof TableTooLarge) return tooLarge(mostCells * bytesPerCell)
  const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
  return isTooLong ? tooLarge(512 * 1_048_576) : damaged(part, error)
}

export interface TableReader {
  readonly name: string
  /** By content, never by name. */
  matches(file: FileBytes): boolean
  read(file: FileBytes, choice: FileChoice | undefined, progress: ReadProgress): Promise<RawSheet[]>
}

export const noNotes = (): SheetNotes => ({
  hiddenRows: [],
  hiddenColumns: [],
  mergedRanges: 0,
  formulas: 0,
  formulasWithoutValue: 0,
  errorCells: 0,
  errorExamples: [],
  usesDates1904: false
})
