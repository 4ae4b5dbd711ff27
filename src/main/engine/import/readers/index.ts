// The kinds of file an import can read, and the words for those it can't.
import { detectFileKind } from '#shared/import/encoding.ts'
import type { RawSheet } from '#shared/import/understand.ts'
import { delimited } from './delimited.ts'
import { type TableReader, UnreadableFile } from './reader.ts'
import { workbook } from './workbook.ts'

export { type ReadRefusal, UnreadableFile } from './reader.ts'

export const readers: readonly TableReader[] = [delimited, workbook]

/**
 * Reads every sheet of a file; text is one sheet without a name.
 *
 * @errors UnreadableFile with what is wrong and what would help
 */
export async function readTables(name: string, bytes: Uint8Array): Promise<RawSheet[]> {
  const kind = detectFileKind(bytes)
  if (kind === 'empty') throw new UnreadableFile({ code: 'import.fileEmpty' })
  const file = { name, bytes, kind }
  const reader = readers.find((each) => each.matches(file))
  if (reader !== undefined) return reader.read(file)
  if (kind === 'ole') {
    // The directory of such a file names its streams in UTF-16: an encrypted workbook has one called EncryptedPackage.
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 1_048_576)))
    const isEncrypted = text.includes('EncryptedPackage') || text.includes('EncryptionInfo')
    throw new UnreadableFile(
      isEncrypted ? { code: 'import.passwordProtected' } : { code: 'import.oldFormat', format: 'xls' }
    )
  }
  if (kind === 'html' && /\.xls$/i.test(name)) throw new UnreadableFile({ code: 'import.oldFormat', format: 'html' })
  throw new UnreadableFile({ code: 'import.unknownFormat' })
}
