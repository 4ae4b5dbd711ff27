// Finds out how the bytes of a text file are to be read: byte order marks, the zero bytes of UTF-16, strict UTF-8, else windows-1252.

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Chooses the encoding of a text file.
 *
 * A byte order mark decides. Without one, text whose every second byte is mostly zero is UTF-16; bytes that are sound
 * UTF-8 to the last are UTF-8; all else is windows-1252, in which every byte means something.
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
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Well-formed UTF-8; a sequence that the end cuts off counts as well formed. */
function isUtf8(bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4
    if (length === 4 && !(first >= 0xf0 && first < 0xf5)) return false
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next]
      if (byte === undefined) return true
      if ((byte & 0xc0) !== 0x80) return false
      if (next === 1 && !secondByteFits(first, byte)) return false
    }
    at += length
  }
  return true
}

/** Shuts out overlong forms, surrogates and what lies above U+10FFFF. */
function secondByteFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second < 0xa0
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second < 0x90
}

/** What the first bytes say a file is, whatever its name. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'html' | 'image' | 'text' | 'binary' | 'empty'

/**
 * Tells from its bytes what a file is.
 *
 * @param bytes the file or its first kilobytes
 * @returns 'zip' is xlsx, xlsm, xlsb or ods; 'ole' is xls or an encrypted workbook; 'binary' is none of those we know
 * @missing no bytes, or nothing but spaces, are 'empty'
 * @example detectFileKind(new Uint8Array([0x50, 0x4b, 3, 4])) // 'zip'
 */
export function detectFileKind(bytes: Uint8Array): FileKind {
  const starts = (...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)
  if (bytes.length === 0) return 'empty'
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'zip'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38)) return 'image'
  const head = bytes.subarray(0, 4096)
  const encoding = detectEncoding(head)
  let controls = 0
  let visible = 0
  let text = ''
  for (const byte of head) {
    if ((byte < 9 || (byte > 13 && byte < 32)) && !(encoding.startsWith('utf-16') && byte === 0)) controls += 1
    else if (byte > 32) visible += 1
    if (text.length < 200 && byte >= 32 && byte < 127) text += String.fromCharCode(byte)
  }
  if (controls > head.length * 0.02) return 'binary'
  if (visible === 0) return 'empty'
  return /^\s*<(!doctype html|html|table)/i.test(text) ? 'html' : 'text'
}
