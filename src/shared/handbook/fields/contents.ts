// The contents: a mark in the page, in whose place the renderer puts the list once it has met every heading.
import { Html } from '../html.ts'
import { type HandbookField, shown } from './field.ts'

export const contentsMark = '<!--contents-->'

export const contents: HandbookField = {
  name: 'contents',
  form: 'block',
  kinds: ['handbook'],
  label: { en: 'Contents with page numbers', es: 'Índice con números de página' },
  source: { en: 'The headings of this document', es: 'Los títulos de este documento' },
  render: () => shown(new Html(contentsMark))
}
