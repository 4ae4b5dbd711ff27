// Reads the streams of an OLE compound file, the container of old and of protected workbooks. Chains of sectors in a damaged file may
// run in circles: none is followed for longer than the file is.
import { damaged } from './reader.ts'

const lastSector = 0xfffffffa
const entryBytes = 128
const headerSectors = 109

interface Entry {
  name: string
  isStream: boolean
  start: number
  bytes: number
}

/** Contents of the streams by name; of two with one name the first counts. */
export class OleFile {
  readonly #bytes: Buffer
  readonly #sectorBytes: number
  readonly #next: number[]
  readonly #entries: Entry[]
  readonly #longFrom: number

  /** @errors UnreadableFile where the container is damaged */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#bytes.length < 512) throw damaged('OLE')
    const shift = this.#bytes.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) throw damaged('OLE')
    this.#sectorBytes = 1 << shift
    this.#longFrom = this.#bytes.readUInt32LE(56)
    this.#next = this.#readTable()
    const directory = this.#chain(this.#bytes.readUInt32LE(48))
    this.#entries = []
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) this.#entries.push(entryAt(directory, at))
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.isStream && entry.name === name)
  }

  /** The content of a stream; null where there is none of that name. */
  read(name: string): Buffer | null {
    const entry = this.#entries.find((each) => each.isStream && each.name === name)
    if (entry === undefined) return null
    const content = entry.bytes < this.#longFrom ? this.#shortChain(entry.start) : this.#chain(entry.start)
    if (content.length < entry.bytes) throw damaged(`OLE ${name}`)
    return content.subarray(0, entry.bytes)
  }

  #sector(sector: number): Buffer {
    const at = (sector + 1) * this.#sectorBytes
    if (at >= this.#bytes.length) throw damaged('OLE')
    // The last sector of a file may be cut short.
    return this.#bytes.subarray(at, at + this.#sectorBytes)
  }

  /** Which sector follows which: the numbers of its own sectors stand in the header and in a chain of lists behind it. */
  #readTable(): number[] {
    const perSector = this.#sectorBytes / 4
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes)
    const sectors = uint32s(this.#bytes.subarray(76, 76 + headerSectors * 4))
    let list = this.#bytes.readUInt32LE(68)
    for (let turn = 0; list < lastSector && turn < most; turn += 1) {
      const numbers = uint32s(this.#sector(list))
      sectors.push(...numbers.slice(0, perSector - 1))
      list = numbers[perSector - 1] ?? lastSector
    }
    const table: number[] = []
    for (const sector of sectors)
      if (sector < lastSector && table.length < most + perSector)
        for (const next of uint32s(this.#sector(sector))) table.push(next)
    return table
  }

  #chain(start: number): Buffer {
    const pieces: Buffer[] = []
    for (let sector = start; sector < lastSector; sector = this.#next[sector] ?? lastSector) {
      if (pieces.length > this.#next.length) throw damaged('OLE')
      pieces.push(this.#sector(sector))
    }
    return Buffer.concat(pieces)
  }

  /** Small streams share the stream of the root entry, in pieces of 64 bytes. */
  #shortChain(start: number): Buffer {
    const root = this.#entries[0]
    if (root === undefined) throw damaged('OLE')
    const shared = this.#chain(root.start)
    const next = uint32s(this.#chain(this.#bytes.readUInt32LE(60)))
    const pieces: Buffer[] = []
    for (let piece = start; piece < lastSector; piece = next[piece] ?? lastSector) {
      if (pieces.length > next.length || piece * 64 >= shared.length) throw damaged('OLE')
      pieces.push(shared.subarray(piece * 64, piece * 64 + 64))
    }
    return Buffer.concat(pieces)
  }
}

function uint32s(bytes: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
  return numbers
}

function entryAt(directory: Buffer, at: number): Entry {
  const nameBytes = Math.min(64, directory.readUInt16LE(at + 64))
  return {
    name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    isStream: directory[at + 66] === 2,
    start: directory.readUInt32LE(at + 116),
    bytes: directory.readUInt32LE(at + 120)
  }
}
