// Goes over XML piece by piece as it is unfolded and tells its elements to a subclass. It looks at bytes, not at a decoded text:
// most of a large sheet are numbers and references to shared texts, which then never become strings.
import { damaged } from './reader.ts'

const lessThan = 60
const greaterThan = 62
const slash = 47
const colon = 58
const quotes = 34
const apostrophe = 39
/** No element or text of a spreadsheet is longer; a longer one would have to be copied with every piece. */
const mostTokenBytes = 4 * 1_048_576

export abstract class XmlScanner {
  protected bytes: Buffer = Buffer.alloc(0)
  protected attributesFrom = 0
  protected attributesTo = 0
  readonly #names: string[] = new Array<string>(512).fill('')
  readonly #partName: string
  #depth = 0
  #rest: Buffer | null = null

  constructor(partName: string) {
    this.#partName = partName
  }

  /** Names come without their prefix. An element without content is opened and closed. */
  protected abstract opened(name: string): void
  protected abstract closed(name: string): void
  /** Text between `from` and `to` of `bytes`; a literal one (CDATA) has no entities. */
  protected abstract foundText(from: number, to: number, isLiteral: boolean): void

  async scan(pieces: AsyncIterable<Buffer>, onPiece?: (bytes: number) => void): Promise<void> {
    for await (const piece of pieces) {
      this.#feed(piece)
      onPiece?.(piece.length)
    }
    if (this.#depth !== 0 || (this.#rest !== null && this.#rest.toString('latin1').trim() !== ''))
      throw damaged(`XML ${this.#partName}`)
  }

  #feed(piece: Buffer): void {
    const bytes = this.#rest === null ? piece : Buffer.concat([this.#rest, piece])
    this.bytes = bytes
    const end = bytes.length
    let at = 0
    for (;;) {
      let less = at
      while (less < end && bytes[less] !== lessThan) less += 1
      if (less >= end) break
      const next = this.#markup(less, at)
      if (next === -1) break
      at = next
    }
    if (end - at > mostTokenBytes) throw damaged(`XML ${this.#partName}`)
    // A copy: the piece itself may be large.
    this.#rest = at < end ? Buffer.from(bytes.subarray(at)) : null
  }

  /** Handles the text before the sign at `less` and the markup that begins there. @returns where it ends; -1: not in this piece */
  #markup(less: number, textFrom: number): number {
    const bytes = this.bytes
    const end = bytes.length
    const first = bytes[less + 1]
    if (first === undefined) return -1
    if (first === 33 || first === 63) return this.#declaration(less, textFrom, first)
    if (first === slash) {
      let close = less + 2
      let nameFrom = close
      let nameTo = -1
      for (; close < end; close += 1) {
        const byte = bytes[close] as number
        if (byte === greaterThan) break
        if (byte === colon) nameFrom = close + 1
        else if (byte <= 32 && nameTo === -1) nameTo = close
      }
      if (close >= end) return -1
      if (textFrom < less) this.foundText(textFrom, less, false)
      this.#depth -= 1
      this.closed(this.#nameOf(nameFrom, nameTo === -1 ? close : nameTo))
      return close + 1
    }
    let at = less + 1
    let nameFrom = at
    for (; at < end; at += 1) {
      const byte = bytes[at] as number
      if (byte <= 32 || byte === greaterThan || byte === slash) break
      if (byte === colon) nameFrom = at + 1
    }
    const nameTo = at
    for (; at < end; at += 1) {
      const byte = bytes[at] as number
      if (byte === greaterThan) break
      if (byte === quotes || byte === apostrophe) {
        at += 1
        while (at < end && bytes[at] !== byte) at += 1
      }
    }
    if (at >= end) return -1
    if (textFrom < less) this.foundText(textFrom, less, false)
    const isEmpty = bytes[at - 1] === slash
    this.attributesFrom = nameTo
    this.attributesTo = isEmpty ? at - 1 : at
    const name = this.#nameOf(nameFrom, Math.min(nameTo, this.attributesTo))
    this.opened(name)
    if (isEmpty) this.closed(name)
    else this.#depth += 1
    return at + 1
  }

  #declaration(less: number, textFrom: number, first: number): number {
    const bytes = this.bytes
    if (bytes.length - less < 9) return -1
    const begins = bytes.toString('latin1', less, less + 9)
    const isLiteral = begins === '<![CDATA['
    const closing = first === 63 ? '?>' : isLiteral ? ']]>' : begins.startsWith('<!--') ? '-->' : '>'
    // Entities that a document declares for itself can unfold without end; a spreadsheet has none.
    if (/^<!DOCTYPE/i.test(begins)) throw damaged(`DOCTYPE ${this.#partName}`)
    const close = bytes.indexOf(closing, less + (isLiteral ? 9 : closing === '-->' ? 4 : 2), 'latin1')
    if (close === -1) return -1
    if (textFrom < less) this.foundText(textFrom, less, false)
    if (isLiteral && close > less + 9) this.foundText(less + 9, close, true)
    return close + closing.length
  }

  /** The string of a name, the same one each time: names are few and come by the million. */
  #nameOf(from: number, to: number): string {
    const bytes = this.bytes
    const length = to - from
    const slot = ((bytes[from] as number) * 7 + (bytes[to - 1] as number) * 31 + length) & 511
    const known = this.#names[slot] as string
    if (known.length === length) {
      let at = 0
      while (at < length && known.charCodeAt(at) === bytes[from + at]) at += 1
      if (at === length) return known
    }
    const name = bytes.toString('latin1', from, to)
    this.#names[slot] = name
    return name
  }

  /** The attribute of that name of the element just opened: whatever its prefix, unless the name is given with one. */
  protected attribute(name: string): string | null {
    const bytes = this.bytes
    const hasPrefix = name.includes(':')
    const to = this.attributesTo
    let at = this.attributesFrom
    while (at < to) {
      while (at < to && (bytes[at] as number) <= 32) at += 1
      let nameFrom = at
      while (at < to && bytes[at] !== 61 && (bytes[at] as number) > 32) {
        if (bytes[at] === colon && !hasPrefix) nameFrom = at + 1
        at += 1
      }
      const nameTo = at
      while (at < to && bytes[at] !== quotes && bytes[at] !== apostrophe) at += 1
      const quote = bytes[at]
      const valueFrom = at + 1
      at = valueFrom
      while (at < to && bytes[at] !== quote) at += 1
      if (nameTo - nameFrom === name.length && bytes.toString('latin1', nameFrom, nameTo) === name)
        return this.decode(valueFrom, Math.min(at, to), false)
      at += 1
    }
    return null
  }

  /** A flag of OOXML: 1 and true. */
  protected flag(name: string): boolean {
    const value = this.attribute(name)
    return value === '1' || value === 'true'
  }

  protected decode(from: number, to: number, isLiteral: boolean): string {
    const bytes = this.bytes
    let hasEntity = false
    let isPlain = true
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number
      if (byte === 38) hasEntity = true
      else if (byte >= 128) isPlain = false
    }
    const text = isPlain ? bytes.toString('latin1', from, to) : bytes.toString('utf8', from, to)
    return hasEntity && !isLiteral ? decodeEntities(text) : text
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
