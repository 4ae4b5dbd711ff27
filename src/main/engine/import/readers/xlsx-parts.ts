// The parts of an xlsx workbook beside its sheets: which sheets there are, the texts they share, and which styles show dates.
import { type DateShape, dateShapeOf } from '#shared/import/serial-dates.ts'
import type { SheetVisibility } from '#shared/import/types.ts'
import { damaged } from './reader.ts'
import { XmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip.ts'

export interface SheetPart {
  name: string
  part: string
  visibility: SheetVisibility
}

export interface WorkbookParts {
  sheets: SheetPart[]
  uses1904: boolean
  sharedTexts: string | null
  styles: string | null
}

/** Elements of a small part with the attributes that are asked for, in order. */
class AttributeScanner extends XmlScanner {
  readonly found: { name: string; path: string; attributes: Record<string, string | null> }[] = []
  readonly #wanted: Readonly<Record<string, readonly string[]>>
  readonly #path: string[] = []

  constructor(part: string, wanted: Readonly<Record<string, readonly string[]>>) {
    super(part)
    this.#wanted = wanted
  }

  protected override opened(name: string): void {
    const names = Object.hasOwn(this.#wanted, name) ? this.#wanted[name] : undefined
    if (names !== undefined)
      this.found.push({
        name,
        path: this.#path.at(-1) ?? '',
        attributes: Object.fromEntries(names.map((each) => [each, this.attribute(each)]))
      })
    this.#path.push(name)
  }

  protected override closed(): void {
    this.#path.pop()
  }

  protected override foundText(): void {}
}

interface Relation {
  id: string
  type: string
  target: string
}

const relationsPartOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

/** What a part refers to; types are told by their last word, since strict workbooks have other addresses before it. */
async function readRelations(zip: ZipArchive, part: string): Promise<Relation[]> {
  const name = part === '' ? '_rels/.rels' : relationsPartOf(part)
  if (!zip.has(name)) return []
  const scanner = new AttributeScanner(name, { Relationship: ['Id', 'Type', 'Target', 'TargetMode'] })
  await scanner.scan(zip.pieces(name))
  const folder = part.replace(/[^/]*$/, '')
  return scanner.found
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolvePart(folder, (attributes.Target ?? '').replaceAll('\\', '/'))
    }))
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** The part that is the workbook, as the archive itself says. */
export async function findWorkbookPart(zip: ZipArchive): Promise<string> {
  const relations = await readRelations(zip, '')
  return relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
}

export async function readWorkbookParts(zip: ZipArchive, part: string): Promise<WorkbookParts> {
  const scanner = new AttributeScanner(part, { sheet: ['name', 'state', 'id'], workbookPr: ['date1904'] })
  await scanner.scan(zip.pieces(part))
  const relations = await readRelations(zip, part)
  const sheets: SheetPart[] = []
  for (const { name, path, attributes } of scanner.found) {
    if (name !== 'sheet' || path !== 'sheets') continue
    const relation = relations.find(({ id }) => id === attributes.id)
    // Charts and macros may stand among the sheets; they hold no cells.
    if (relation !== undefined && relation.type !== 'worksheet') continue
    if (relation === undefined) throw damaged(`${part}: ${attributes.name ?? ''}`)
    const { state } = attributes
    sheets.push({
      name: attributes.name ?? '',
      part: relation.target,
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible'
    })
  }
  const says1904 = scanner.found.find(({ name }) => name === 'workbookPr')?.attributes.date1904
  const targetOf = (type: string): string | null => {
    const target = relations.find((relation) => relation.type === type)?.target
    return target !== undefined && zip.has(target) ? target : null
  }
  return {
    sheets,
    uses1904: says1904 === '1' || says1904 === 'true',
    sharedTexts: targetOf('sharedStrings'),
    styles: targetOf('styles')
  }
}

/** By number of a cell's style: whether it shows a date. */
export async function readDateStyles(zip: ZipArchive, part: string): Promise<DateShape[]> {
  const scanner = new AttributeScanner(part, { numFmt: ['numFmtId', 'formatCode'], xf: ['numFmtId'] })
  await scanner.scan(zip.pieces(part))
  const codes = new Map<number, string>()
  const shapes: DateShape[] = []
  for (const { name, path, attributes } of scanner.found) {
    const id = Number(attributes.numFmtId ?? 0)
    if (name === 'numFmt' && path === 'numFmts') codes.set(id, attributes.formatCode ?? '')
    if (name === 'xf' && path === 'cellXfs') shapes.push(dateShapeOf(id, codes.get(id) ?? null))
  }
  return shapes
}

class SharedTextScanner extends XmlScanner {
  readonly texts: (string | null)[] = []
  #text = ''
  #isText = false
  #isReading = false

  protected override opened(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 't') this.#isText = true
    else if (name === 'rPh') this.#isReading = true
  }

  protected override closed(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'rPh') this.#isReading = false
    else if (name === 'si') this.texts.push(cleanText(this.#text))
  }

  /** Texts in parts (bold words) are one text; how to pronounce it (rPh) is not part of it. */
  protected override foundText(from: number, to: number, isLiteral: boolean): void {
    if (this.#isText && !this.#isReading) this.#text += this.decode(from, to, isLiteral)
  }
}

export async function readSharedTexts(
  zip: ZipArchive,
  part: string,
  onPiece: (bytes: number) => void
): Promise<(string | null)[]> {
  const scanner = new SharedTextScanner(part)
  await scanner.scan(zip.pieces(part), onPiece)
  return scanner.texts
}

/** A text as a cell has it: signs that XML can't write (_x000D_) put back, nothing visible is null. */
export function cleanText(text: string): string | null {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  if (plain === '') return null
  const first = plain.charCodeAt(0)
  return (first <= 32 || first >= 160) && plain.trim() === '' ? null : plain
}
