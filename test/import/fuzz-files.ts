// Small files of every kind, and ways to damage them: bits, bytes, pieces moved and cut, and changes inside a zip whose checksums are
// then made right again, so that the damage reaches the readers behind it. The same number makes the same file, but for the protected
// ones, whose keys are drawn anew.
import { crc32, inflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { makeRandom } from '#shared/math/random.ts'
import { encryptStandard, type Parts, xlsxOf, zipOf } from './made-files.ts'

export interface Seed {
  name: string
  bytes: Uint8Array
  /** Parts of a zip, to be changed and folded again. */
  parts?: Parts
}

const grid = [
  ['Deal', 'Amount', 'Owner', 'Closed', 'Stage'],
  ['Año nuevo', 1054.5, 'Ana', new Date(Date.UTC(2024, 0, 31)), true],
  ['Two', -3, 'Bo', new Date(Date.UTC(2020, 1, 29)), false],
  ['Total', 1051.5]
]

const csv = 'sep=;\r\nDeal;Amount;"Owner"\r\n"Año ""nuevo""";1.054,50;Ana\r\n"two\nlines";-3;Bo\r\n\r\nConfidential\r\n'

export async function makeSeeds(): Promise<Seed[]> {
  const bookAs = (bookType: 'xlsb' | 'ods' | 'biff8' | 'xlml' | 'html' | 'biff5' | 'biff2'): Uint8Array => {
    const workbook = utils.book_new()
    const sheet = utils.aoa_to_sheet(grid, { cellDates: true })
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
    sheet['!rows'] = [{}, { hidden: true }]
    utils.book_append_sheet(workbook, sheet, 'Deals')
    return new Uint8Array(write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer)
  }
  const rich = xlsxOf(
    [
      {
        xml: '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b &amp; &#225;</t></r></is></c></row><row r="2"><c r="A2" s="1"><v>45292.5</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="str"><f>A1</f><v><![CDATA[x]]></v></c><c r="D2" t="d"><v>2024-01-01T00:00:00</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
      },
      { state: 'veryHidden', xml: '<sheetData/>' }
    ],
    { sharedTexts: ['<t>Cuenta</t>', '<r><t>x</t></r><rPh><t>y</t></rPh>'], workbookPr: 'date1904="1"' }
  )
  const zips = {
    xlsx: await writeXlsx({ sheets: [{ name: 'Deals', rows: grid }] }),
    rich,
    xlsb: bookAs('xlsb'),
    ods: bookAs('ods')
  }
  return [
    ...Object.entries(zips).map(([name, bytes]) => ({ name, bytes, parts: partsOf(bytes) })),
    { name: 'xls', bytes: bookAs('biff8') },
    { name: 'xls 5', bytes: bookAs('biff5') },
    { name: 'xls 2', bytes: bookAs('biff2') },
    { name: 'xml', bytes: bookAs('xlml') },
    { name: 'html', bytes: bookAs('html') },
    { name: 'csv', bytes: new TextEncoder().encode(csv) },
    { name: 'latin', bytes: new Uint8Array(Buffer.from(csv, 'latin1')) },
    { name: 'unicode', bytes: new Uint8Array(Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le')) },
    {
      name: 'agile',
      bytes: await writeXlsx({ sheets: [{ name: 'A', rows: [[1]] }], encryption: { password: 'fuzz', spinCount: 10 } })
    },
    { name: 'standard', bytes: encryptStandard(rich, 'fuzz') }
  ]
}

function partsOf(zip: Uint8Array): Parts {
  const bytes = Buffer.from(zip)
  const parts: Parts = {}
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < bytes.readUInt16LE(end + 10); index += 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const folded = bytes.subarray(from, from + bytes.readUInt32LE(at + 20))
    const content = bytes.readUInt16LE(at + 10) === 0 ? folded : inflateRawSync(folded)
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error('the seed itself is damaged')
    parts[bytes.toString('utf8', at + 46, at + 46 + nameLength)] = new Uint8Array(content)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

type Random = (below: number) => number

const nasty = [
  '1048577',
  '4294967295',
  '-1',
  '99999999999999999999',
  'NaN',
  '',
  '0',
  '1e308',
  'XFD1048576',
  'ZZZZZ1',
  '<',
  '>',
  '"',
  '&#x110000;',
  ']]>',
  '\0'
]

/** One to four changes of any kind. */
function damage(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let changed = Buffer.from(bytes)
  for (let change = random(4); change >= 0; change -= 1) {
    const at = random(Math.max(1, changed.length))
    const kind = random(9)
    if (kind <= 2)
      for (let bit = random(8); bit >= 0; bit -= 1) flip(changed, random(Math.max(1, changed.length)), random)
    else if (kind === 3) changed = Buffer.from(changed.subarray(0, at))
    else if (kind === 4) changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + random(64))])
    else if (kind === 5) {
      const other = others[random(others.length)] ?? bytes
      const from = random(other.length)
      changed = Buffer.concat([changed.subarray(0, at), other.subarray(from, from + random(512)), changed.subarray(at)])
    } else if (kind === 6) changed.fill(random(256), at, Math.min(changed.length, at + random(16)))
    else if (kind === 7 && at + 4 <= changed.length)
      changed.writeUInt32LE([0, 1, 0x7fffffff, 0xffffffff, 0x10000][random(5)] ?? 0, at)
    else replaceNumber()
  }
  return new Uint8Array(changed)

  /** A number of a text, an attribute's for instance, becomes an impossible one. */
  function replaceNumber(): void {
    const text = changed.toString('latin1')
    const found = [...text.matchAll(/\d+/g)]
    const chosen = found[random(Math.max(1, found.length))]
    if (chosen === undefined) return
    const made =
      text.slice(0, chosen.index) + (nasty[random(nasty.length)] ?? '') + text.slice(chosen.index + chosen[0].length)
    changed = Buffer.from(made, 'latin1')
  }
}

function flip(bytes: Buffer, at: number, random: Random): void {
  if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random(8))
}

/** The file of that number. */
export function makeDamaged(seeds: readonly Seed[], number: number): { name: string; bytes: Uint8Array } {
  const generator = makeRandom(number, 'fuzz')
  const random: Random = (below) => Math.min(below - 1, Math.floor(generator.next() * below))
  const seed = seeds[number % seeds.length] as Seed
  const others = seeds.map((each) => each.bytes)
  if (seed.parts === undefined || random(4) === 0) return { name: seed.name, bytes: damage(seed.bytes, others, random) }
  // Inside the zip: one part changed, sometimes one left out, then folded with the right checksums.
  const names = Object.keys(seed.parts)
  const chosen = names[random(names.length)] as string
  const parts: Parts = { ...seed.parts }
  parts[chosen] = damage(seed.parts[chosen] as Uint8Array, others, random)
  if (random(10) === 0) delete parts[names[random(names.length)] as string]
  const folded = zipOf(parts)
  return { name: `${seed.name} ${chosen}`, bytes: random(8) === 0 ? damage(folded, others, random) : folded }
}
