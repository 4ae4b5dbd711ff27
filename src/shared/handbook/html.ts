// Building HTML that can't be broken by its data: whatever is put into html`…` is escaped, unless it is itself Html.

/** A piece of finished markup; made by html`…` alone, so that a name or a sentence never becomes markup by mistake. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type HtmlPart = Html | string | number | readonly HtmlPart[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/**
 * Escapes text for HTML, in content and in quoted attributes alike.
 *
 * @param text any text
 * @returns the same text with & < > " ' as entities
 * @example escapeHtml('<b> & "c"') // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const markupOf = (part: HtmlPart): string => {
  if (part instanceof Html) return part.markup
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return part.map(markupOf).join('')
}

/**
 * Makes markup from a template literal: text and numbers put in are escaped, Html and lists of it are kept.
 *
 * @param strings the fixed parts, markup as written
 * @param parts what stands between them
 * @returns the markup
 * @example html`<p>${'a < b'}</p>`.markup // '<p>a &lt; b</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((all, fixed, at) => all + markupOf(parts[at - 1] ?? '') + fixed))
}

/** No markup at all. */
export const nothing = new Html('')

/** Pieces of markup one after the other. */
export const joinHtml = (parts: readonly HtmlPart[]): Html => new Html(parts.map(markupOf).join(''))
