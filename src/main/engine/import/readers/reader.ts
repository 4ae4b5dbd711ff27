// The shape of an entry of the reader registry: which files it reads and how it gives their rows.
import type { FileKind } from '#shared/import/encoding.ts'
import type { RawSheet } from '#shared/import/understand.ts'

export interface FileBytes {
  name: string
  bytes: Uint8Array
  kind: FileKind
}

/** Why a file can't be read: the tail of an import.* error code, with its fields. */
export type ReadRefusal =
  | { code: 'import.unknownFormat' }
  | { code: 'import.oldFormat'; format: string }
  | { code: 'import.passwordProtected' }
  | { code: 'import.fileEmpty' }
  | { code: 'import.unreadable'; problem: string }
  | { code: 'import.fileTooLarge'; megabytes: number }

/** Thrown by a reader; the job turns it into an error that names the file. */
export class UnreadableFile extends Error {
  readonly refusal: ReadRefusal
  constructor(refusal: ReadRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export interface TableReader {
  readonly name: string
  /** By content, never by name. */
  matches(file: FileBytes): boolean
  read(file: FileBytes): Promise<RawSheet[]>
}
