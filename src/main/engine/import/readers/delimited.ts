// Reads csv, tsv and Excel's Unicode text: encoding by the bytes, delimiter and quote by what the rows agree on, each unless the user says.

import { chooseDelimiter, chooseQuote, readDelimited } from '#shared/import/delimited.ts'
import { noNotes, type TableReader } from './reader.ts'
import { decodeText } from './text-bytes.ts'

export const delimited: TableReader = {
  name: 'delimited',
  matches: (file) => file.kind === 'text',
  read: async ({ bytes }, choice, progress) => {
    const { text, encoding } = decodeText(bytes, choice?.encoding)
    const delimiter = choice?.delimiter ?? chooseDelimiter(text, choice?.quote)
    const quote = choice?.quote ?? chooseQuote(text, delimiter)
    const bytesPerLetter = bytes.length / Math.max(1, text.length)
    const rows = readDelimited(text, delimiter, {
      quote,
      onProgress: (letters, count) => progress(Math.round(letters * bytesPerLetter), bytes.length, count)
    })
    return [{ sheet: null, rows, encoding, delimiter, quote, visibility: 'visible', notes: noNotes() }]
  }
}
