// Reads the parts of a zip archive from its directory, unfolding them piece by piece: what is unfolded is counted, so a bomb is
// refused before it fills the memory, and a damaged part is noticed by its checksum.
import { crc32, createInflateRaw } from 'node:zlib'
import { damaged, tooLarge, UnreadableFile } from './reader.ts'

/** Bytes that the parts read from one archive may unfold to. */
export const mostUnfolded = 1_024 * 1_048_576
/** A spreadsheet of equal cells unfolds to some 200 times its size; a file made to fill the memory to 1,000 times. */
const suspiciousRatio = 500
const suspiciousBytes = 128 * 1_048_576
const mostParts = 50_000
const pieceBytes = 131_072

interface ZipPart {
  name: string
  method: number
  isEncrypted: boolean
  checksum: number
  foldedBytes: number
  unfoldedBytes: number
  at: number
}

export class ZipArchive {
  readonly #bytes: Buffer
  readonly #parts = new Map<string, ZipPart>()
  #unfolded = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.#readDirectory()
    } catch (error) {
      // Offsets that lead out of the file.
      throw error instanceof RangeError ? damaged('ZIP', error) : error
    }
  }

  get names(): string[] {
    return [...this.#parts.values()].map((part) => part.name)
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name))
  }

  /** What the directory says a part unfolds to; 0 where it is missing. */
  declaredBytes(name: string): number {
    return this.#parts.get(keyOf(name))?.unfoldedBytes ?? 0
  }

  async read(name: string): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(name)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *pieces(name: string): AsyncGenerator<Buffer> {
    const part = this.#parts.get(keyOf(name))
    if (part === undefined) throw damaged(name)
    if (part.isEncrypted) throw new UnreadableFile({ code: 'import.passwordProtected' })
    let checksum = 0
    let unfolded = 0
    try {
      for await (const piece of this.#unfold(part)) {
        unfolded += piece.length
        this.#unfolded += piece.length
        const isBomb = unfolded > suspiciousBytes && unfolded > part.foldedBytes * suspiciousRatio
        if (this.#unfolded > mostUnfolded || isBomb)
          throw tooLarge(Math.max(this.#unfolded, this.declaredBytes(name), mostUnfolded))
        checksum = crc32(piece, checksum)
        yield piece
      }
    } catch (error) {
      throw isZlibError(error) ? damaged(name, error) : error
    }
    // Writers that do not count leave the checksum 0.
    if (part.checksum !== 0 && checksum !== part.checksum) throw damaged(`CRC-32 ${name}`)
  }

  async *#unfold(part: ZipPart): AsyncGenerator<Buffer> {
    const at = part.at
    if (at + 30 > this.#bytes.length || this.#bytes.readUInt32LE(at) !== 0x04034b50) throw damaged(part.name)
    const start = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28)
    if (start + part.foldedBytes > this.#bytes.length) throw damaged(part.name)
    const folded = this.#bytes.subarray(start, start + part.foldedBytes)
    if (part.method === 0) {
      for (let from = 0; from < folded.length; from += pieceBytes) yield folded.subarray(from, from + pieceBytes)
    } else if (part.method === 8) {
      if (folded.length === 0) return
      const inflate = createInflateRaw({ chunkSize: pieceBytes })
      inflate.end(folded)
      for await (const piece of inflate) yield piece as Buffer
    } else throw damaged(`${part.name}: ${part.method}`)
  }

  #readDirectory(): void {
    const bytes = this.#bytes
    const earliest = Math.max(0, bytes.length - 65_557)
    let end = bytes.length - 22
    while (end >= earliest && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1
    if (end < earliest) throw damaged('ZIP')
    let count = bytes.readUInt16LE(end + 10)
    let at = bytes.readUInt32LE(end + 16)
    if ((count === 0xffff || at === 0xffffffff) && end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
      const long = Number(bytes.readBigUInt64LE(end - 12))
      if (long + 56 > bytes.length || bytes.readUInt32LE(long) !== 0x06064b50) throw damaged('ZIP')
      count = Number(bytes.readBigUInt64LE(long + 32))
      at = Number(bytes.readBigUInt64LE(long + 48))
    }
    if (count > mostParts) throw damaged('ZIP')
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged('ZIP')
      const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
      const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
      const part: ZipPart = {
        name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
        isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        checksum: bytes.readUInt32LE(at + 16),
        foldedBytes: bytes.readUInt32LE(at + 20),
        unfoldedBytes: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42)
      }
      this.#readLongSizes(part, nameEnd, Math.min(extraEnd, bytes.length))
      this.#parts.set(keyOf(part.name), part)
      at = extraEnd + bytes.readUInt16LE(at + 32)
    }
  }

  /** Sizes of 4 GB and more, which some writers note for every part, stand in an extra field. */
  #readLongSizes(part: ZipPart, from: number, to: number): void {
    const bytes = this.#bytes
    for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
      if (bytes.readUInt16LE(at) !== 1) continue
      let next = at + 4
      const take = (): number => {
        next += 8
        return Number(bytes.readBigUInt64LE(next - 8))
      }
      if (part.unfoldedBytes === 0xffffffff) part.unfoldedBytes = take()
      if (part.foldedBytes === 0xffffffff) part.foldedBytes = take()
      if (part.at === 0xffffffff) part.at = take()
      return
    }
  }
}

/** Part names differ in case and leading slash between writers. */
const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase()

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^Z_|^ERR_BUFFER/.test(error.code)
