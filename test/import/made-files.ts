// Makes workbooks for tests part by part, so that a test says what is in the file to the byte.
import { createCipheriv, createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { CFB } from '@e965/xlsx'

export type Parts = Record<string, string | Uint8Array>

/** A zip archive of the parts, compressed; `declared` lies about what a part unfolds to. */
export function zipOf(parts: Parts, declared: Record<string, number> = {}): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string)
    const folded = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(folded.length, 14)
    facts.writeUInt32LE(declared[name] ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    pieces.push(Buffer.from([0x50, 0x4b, 3, 4]), facts, Buffer.from(name), folded)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + folded.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 4, 8)
  end.writeUInt16LE(directory.length / 4, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...pieces, listed, end]))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface SheetXml {
  name?: string
  state?: string
  /** What stands inside <worksheet>. */
  xml: string
}

/** The parts of an xlsx with these sheets; styles 0 to 4 are: general, a day, a time, hours beyond 24, a number with two decimals. */
export function xlsxParts(sheets: SheetXml[], { sharedTexts = [] as string[], workbookPr = '' } = {}): Parts {
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
  )
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${workbookPr}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name ?? `S${at + 1}`}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="rId${at + 1}"/>`
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${relations.join('')}<Relationship Id="ss" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="st" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedTexts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${main}">${xml}</worksheet>`
      ])
    )
  }
}

export const xlsxOf = (sheets: SheetXml[], options: Parameters<typeof xlsxParts>[1] = {}): Uint8Array =>
  zipOf(xlsxParts(sheets, options))

/** Encrypts a workbook in the way of Excel 2007 ("standard"), as [MS-OFFCRYPTO] 2.3.4.7 to 2.3.4.9 says. */
export function encryptStandard(workbook: Uint8Array, password: string): Uint8Array {
  const salt = Buffer.from('0123456789abcdef')
  const sha1 = (...parts: Uint8Array[]): Buffer => createHash('sha1').update(Buffer.concat(parts)).digest()
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  let hash = sha1(salt, Buffer.from(password, 'utf16le'))
  for (let spin = 0; spin < 50_000; spin += 1) hash = sha1(number(spin), hash)
  const final = sha1(hash, number(0))
  const inner = Buffer.alloc(64, 0x36)
  final.forEach((byte, at) => {
    inner[at] = byte ^ 0x36
  })
  const key = sha1(inner).subarray(0, 16)
  const encrypt = (bytes: Uint8Array): Buffer => {
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(bytes), cipher.final()])
  }
  const verifier = Buffer.from('a verifier of 16')
  const provider = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le')
  const header = Buffer.concat([...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(number), provider])
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    number(0x24),
    number(header.length),
    header,
    number(16),
    salt,
    encrypt(verifier),
    number(20),
    encrypt(Buffer.concat([sha1(verifier), Buffer.alloc(12)]))
  ])
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(workbook.length))
  const padded = Buffer.concat([workbook, Buffer.alloc((16 - (workbook.length % 16)) % 16)])
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', info)
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.concat([length, encrypt(padded)]))
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
}
