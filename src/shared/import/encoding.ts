// Finds out how the bytes of a text file are to be read: byte order marks, the zero bytes of UTF-16, strict UTF-8, else windows-1252.

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Chooses the encoding of a text file.
 *
 * A byte order mark decides. Without one, text whose every second byte is mostly zero is UTF-16; bytes that are sound
 * UTF-8 are UTF-8; all else is windows-1252, in which every byte means something. A CRM that cuts texts at 255 bytes
 * leaves a broken letter here and there: one among more than twenty sound ones does not make the file windows-1252.
 *
 * @param bytes the file, or a long piece of its beginning (a character cut off at the end is forgiven)
 * @returns the name that TextDecoder knows
 * @missing no bytes are 'utf-8'
 * @source WHATWG Encoding standard (names, windows-1252 as the fallback); Unicode 15, table 3-7 (well-formed UTF-8)
 * @example detectEncoding(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])) // 'utf-8'
 */
export function detectEncoding(bytes: Uint8Array): EncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096)
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const half = looked / 2
  if (half > 1) {
    if ((zeros[1] ?? 0) > half * 0.4 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le'
    if ((zeros[0] ?? 0) > half * 0.4 && (zeros[1] ?? 0) < half * 0.1) return 'utf-16be'
  }
  const { sound, broken } = countSequences(bytes)
  return broken === 0 || sound > broken * 20 ? 'utf-8' : 'windows-1252'
}

const wordBytes = 4
const notAscii = 0x80808080

/** Counts the letters beyond ASCII that are sound UTF-8, and the bytes that are not; an end that is cut off counts as neither. */
function countSequences(bytes: Uint8Array): { sound: number; broken: number } {
  let at = 0
  let sound = 0
  let broken = 0
  const { buffer, byteOffset, length: end } = bytes
  const skipped = -byteOffset & (wordBytes - 1)
  // Four bytes at a time: nearly all letters of most files are ASCII.
  const words =
    end < 2 * wordBytes ? new Uint32Array() : new Uint32Array(buffer, byteOffset + skipped, (end - skipped) >> 2)
  while (at < end) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      at += 1
      if (((at - skipped) & (wordBytes - 1)) !== 0) continue
      let word = (at - skipped) >> 2
      while (word < words.length && ((words[word] ?? 0) & notAscii) === 0) word += 1
      at = skipped + word * wordBytes
      continue
    }
    const length = sequenceLength(bytes, at, first)
    if (length === null) break
    if (length === 0) {
      broken += 1
      at += 1
    } else {
      sound += 1
      at += length
    }
  }
  return { sound, broken }
}

/** Length of the sequence that begins with `first`; 0 where it is not well formed, null where the end cuts it off. */
function sequenceLength(bytes: Uint8Array, at: number, first: number): number | null {
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next]
    if (byte === undefined) return null
    if ((byte & 0xc0) !== 0x80) return 0
    if (next === 1 && !secondByteFits(first, byte)) return 0
  }
  return length
}

/** Shuts out overlong forms, surrogates and what lies above U+10FFFF. */
function secondByteFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second < 0xa0
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second < 0x90
}

/** What the first bytes say a file is, whatever its name. */
export type FileKind = 'zip' | 'ole' | 'biff' | 'pdf' | 'html' | 'xml' | 'image' | 'text' | 'binary' | 'empty'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  // The first record of a workbook of Excel 2 to 4, or of one without its container.
  ['biff', [0x09, 0x00, 0x04, 0x00]],
  ['biff', [0x09, 0x02, 0x06, 0x00]],
  ['biff', [0x09, 0x04, 0x06, 0x00]],
  ['biff', [0x09, 0x08, 0x08, 0x00]],
  ['biff', [0x09, 0x08, 0x10, 0x00]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]]
]

/**
 * Tells from its bytes what a file is.
 *
 * @param bytes the file or its first kilobytes
 * @returns 'zip' is xlsx, xlsm, xlsb or ods; 'ole' is xls or an encrypted workbook, 'biff' an xls without its container;
 *   'html' and 'xml' hold tables that CRMs export under the name .xls; 'binary' is none of those we know
 * @missing no bytes, or nothing but spaces, are 'empty'
 * @example detectFileKind(new Uint8Array([0x50, 0x4b, 3, 4])) // 'zip'
 */
export function detectFileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const signed = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (signed !== undefined) return signed[0]
  const head = bytes.subarray(0, 4096)
  const encoding = detectEncoding(head)
  let controls = 0
  let visible = 0
  let text = ''
  for (const [at, byte] of head.entries()) {
    // The unit separator is a delimiter in some exports; the marks of the encoding are not text.
    if ((byte < 9 || (byte > 13 && byte < 31)) && !(encoding.startsWith('utf-16') && byte === 0)) controls += 1
    else if (byte > 32 && !(at < 3 && byte >= 0xbb)) visible += 1
    if (text.length < 400 && byte >= 32 && byte < 127) text += String.fromCharCode(byte)
  }
  if (controls > head.length * 0.02) return 'binary'
  if (visible === 0) return 'empty'
  if (/^\s*(<!--.*?-->\s*)?<(!doctype html|html|head|body|meta|style|table|div)\b/i.test(text)) return 'html'
  return /^\s*<\?xml|^\s*<(\w+:)?workbook\b/i.test(text) ? (/<html\b/i.test(text) ? 'html' : 'xml') : 'text'
}
