// The handbook: a document of blocks with live fields in it, one per scenario, kind and language, and what printing it gives.
// The shape of a document is that of ProseMirror's JSON, so that a rich editor can open what is stored today.
import type { SellerId } from '#shared/people/types.ts'
import type { PlansError } from '#shared/plans/types.ts'
import type { Id } from '#shared/units/id.ts'
import type { Language } from '#shared/workspace/types.ts'

export type HandbookId = Id<'handbook'>

/** The handbook for everyone, or the letter that is printed once per seller with that seller's numbers. */
export type HandbookKind = 'handbook' | 'letter'

/** The same words in both languages. */
export type Words = Readonly<Record<Language, string>>

export interface TextMark {
  type: 'bold' | 'italic'
}

export interface TextInline {
  type: 'text'
  text: string
  marks?: TextMark[] | undefined
}

/** A value that is looked up when the document is read: the name is one of the registry in fields/index.ts. */
export interface FieldInline {
  type: 'field'
  attrs: { name: string }
}

export type Inline = TextInline | FieldInline

export interface ParagraphBlock {
  type: 'paragraph'
  attrs: { id: string }
  content: Inline[]
}

export interface HeadingBlock {
  type: 'heading'
  attrs: { id: string; level: 1 | 2 | 3 }
  content: Inline[]
}

export interface ListItem {
  type: 'listItem'
  content: ParagraphBlock[]
}

export interface ListBlock {
  type: 'bulletList' | 'orderedList'
  content: ListItem[]
}

/** A framed remark. */
export interface CalloutBlock {
  type: 'callout'
  attrs: { tone: 'note' | 'caution' }
  content: ParagraphBlock[]
}

/** A table, a chart, a cover … : a field that stands on its own. */
export interface FieldBlock {
  type: 'fieldBlock'
  attrs: { id: string; name: string }
}

export interface PageBreakBlock {
  type: 'pageBreak'
}

export type Block = ParagraphBlock | HeadingBlock | ListBlock | CalloutBlock | FieldBlock | PageBreakBlock

export interface HandbookDocument {
  type: 'doc'
  content: Block[]
}

/** A document as it is stored, or the template's while nobody has changed a word of it. */
export interface HandbookText {
  kind: HandbookKind
  language: Language
  template: string
  isEdited: boolean
  document: HandbookDocument
}

/** Something that a reader of the printed page would miss, in words, with the screen that mends it. */
export interface MissingNote {
  field: string
  text: string
  screen: MissingScreen
}

export type MissingScreen = 'data' | 'people' | 'territories' | 'quotas' | 'compensation' | 'settings' | 'handbook'

export interface RenderedHeading {
  id: string
  level: 1 | 2 | 3
  /** With its number: "4.1 Territories". */
  text: string
}

export interface RenderedHandbook {
  /** A whole HTML page without scripts; its fonts are named, not loaded. */
  html: string
  title: string
  headings: RenderedHeading[]
  missing: MissingNote[]
  /** What stands at the head and the foot of each printed page. */
  headerText: string
  footerText: string
}

export interface LetterRow {
  sellerId: SellerId
  sellerName: string
  teamName: string | null
  payPlanName: string | null
  /** A name that every system accepts and that no other letter of the list has. */
  fileName: string
  missing: MissingNote[]
}

export type HandbookError =
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>
  | { code: 'handbook.blockMissing' }
  | { code: 'handbook.unknownField'; name: string }
  | { code: 'handbook.sellerMissing' }
