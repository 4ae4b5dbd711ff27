// Text with live fields as a person types it: "Quotas add up to {quotas.total}." Double stars are bold, single ones italic.
// Templates are written in it, and the block editor reads and writes it; what is stored is the list of inline nodes.
import type { FieldInline, Inline, TextInline, TextMark } from './types.ts'

const pieces = /\{([a-zA-Z][a-zA-Z0-9.]*)\}|\*\*([^*]+)\*\*|\*([^*]+)\*/g

const plain = (text: string, mark?: TextMark['type']): TextInline =>
  mark === undefined ? { type: 'text', text } : { type: 'text', text, marks: [{ type: mark }] }

const field = (name: string): FieldInline => ({ type: 'field', attrs: { name } })

/**
 * Reads typed text into inline nodes.
 *
 * @param text words with {field.name}, **bold** and *italic*; line ends count as spaces
 * @returns the nodes in order; none for empty text. A field stands for itself: it is neither bold nor italic.
 * @example readInlineText('Up to {quotas.total}.') // text, field quotas.total, text
 */
export function readInlineText(text: string): Inline[] {
  const line = text.replace(/\s*\n\s*/g, ' ')
  const out: Inline[] = []
  let end = 0
  for (const match of line.matchAll(pieces)) {
    if (match.index > end) out.push(plain(line.slice(end, match.index)))
    if (match[1] !== undefined) out.push(field(match[1]))
    else if (match[2] !== undefined) out.push(plain(match[2], 'bold'))
    else if (match[3] !== undefined) out.push(plain(match[3], 'italic'))
    end = match.index + match[0].length
  }
  if (end < line.length) out.push(plain(line.slice(end)))
  return out
}

/**
 * Writes inline nodes as the text that reads back into them.
 *
 * @param content inline nodes
 * @returns one line of text
 * @example writeInlineText([{ type: 'field', attrs: { name: 'quotas.total' } }]) // '{quotas.total}'
 */
export function writeInlineText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'field') return `{${node.attrs.name}}`
      const mark = node.marks?.[0]?.type
      if (mark === undefined) return node.text
      return mark === 'bold' ? `**${node.text}**` : `*${node.text}*`
    })
    .join('')
}
