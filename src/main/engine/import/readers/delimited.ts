// Reads csv, tsv and Excel's Unicode text: encoding by the bytes, delimiter by what the rows agree on.

import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import { detectEncoding } from '#shared/import/encoding.ts'
import type { TableReader } from './reader.ts'

export const delimited: TableReader = {
  name: 'delimited',
  matches: (file) => file.kind === 'text',
  read: async (file) => {
    const encoding = detectEncoding(file.bytes)
    const text = new TextDecoder(encoding).decode(file.bytes)
    const delimiter = chooseDelimiter(text)
    return [{ sheet: null, rows: readDelimited(text, delimiter), encoding, delimiter, isHidden: false }]
  }
}
