// Decodes the bytes of a text file: in the encoding that the bytes show, or in the one the user chose.
import { detectEncoding, type EncodingName } from '#shared/import/encoding.ts'

export interface DecodedText {
  text: string
  encoding: EncodingName
}

/** What a file says of its own encoding is not asked: exports often say one and write another. */
export function decodeText(bytes: Uint8Array, chosen: EncodingName | undefined): DecodedText {
  const encoding = chosen ?? detectEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}
