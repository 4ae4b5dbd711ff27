// Short forms in which the built-in templates are written: text with {fields} becomes blocks.
import { readInlineText } from '../inline-text.ts'
import type {
  Block,
  CalloutBlock,
  FieldBlock,
  HandbookDocument,
  HeadingBlock,
  ListBlock,
  ParagraphBlock
} from '../types.ts'

export const doc = (...content: Block[]): HandbookDocument => ({ type: 'doc', content })

export const heading = (level: 1 | 2 | 3, id: string, text: string): HeadingBlock => ({
  type: 'heading',
  attrs: { id, level },
  content: readInlineText(text)
})

export const paragraph = (id: string, text: string): ParagraphBlock => ({
  type: 'paragraph',
  attrs: { id },
  content: readInlineText(text)
})

const listOf =
  (type: ListBlock['type']) =>
  (id: string, ...items: string[]): ListBlock => ({
    type,
    content: items.map((text, at) => ({ type: 'listItem', content: [paragraph(`${id}-${at + 1}`, text)] }))
  })

export const bullets = listOf('bulletList')
export const steps = listOf('orderedList')

export const callout = (tone: CalloutBlock['attrs']['tone'], id: string, text: string): CalloutBlock => ({
  type: 'callout',
  attrs: { tone },
  content: [paragraph(id, text)]
})

export const field = (name: string): FieldBlock => ({ type: 'fieldBlock', attrs: { id: `field-${name}`, name } })

export const pageBreak = (): Block => ({ type: 'pageBreak' })
