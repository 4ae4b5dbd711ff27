// Original cells of imported rows, packed many to a block: a block holds rows whose ids follow on each other, each with its place in
// the file. Packing is done by the worker, a single row is taken out again when a user asks where a fact came from.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { RawCell } from '#shared/import/types.ts'

/** Rows in a block: large enough to pack well, small enough to unpack one row in a millisecond or two. */
export const rowsPerBlock = 512

export type Packing = 'json' | 'deflate'

/** A row as a block holds it. */
export type PackedRow = [rowNumber: number, cells: RawCell[]]

/** @returns text for `rows_packed` under the packing 'deflate' */
export const packRows = (rows: readonly PackedRow[]): string =>
  deflateRawSync(JSON.stringify(rows), { level: 1 }).toString('base64')

/** @errors throws when the text is not what packRows made */
export function unpackRows(text: string, packing: Packing): PackedRow[] {
  const json = packing === 'json' ? text : inflateRawSync(Buffer.from(text, 'base64')).toString('utf8')
  return JSON.parse(json) as PackedRow[]
}
