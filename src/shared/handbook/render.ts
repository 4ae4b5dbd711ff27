// Turns a document and the values of a scenario into one HTML page, with a list of its headings and of what is missing.
// How a field gets its value is in fields/; how the page looks is in print-style.ts; paper and page numbers are main's (app/pdf.ts).
import type { Language } from '#shared/workspace/types.ts'
import { contentsMark } from './fields/contents.ts'
import type { FieldContext, FieldResult } from './fields/field.ts'
import { findField } from './fields/index.ts'
import { makeFormat } from './format.ts'
import { type Html, html, joinHtml, nothing } from './html.ts'
import { printStyle } from './print-style.ts'
import type {
  Block,
  HandbookDocument,
  HandbookKind,
  Inline,
  MissingNote,
  RenderedHandbook,
  RenderedHeading,
  TextInline
} from './types.ts'
import type { HandbookSeller, HandbookValues } from './values.ts'

export interface RenderOptions {
  kind: HandbookKind
  /** Whose letter it is; null in the handbook. */
  seller: HandbookSeller | null
}

const say = {
  en: {
    handbook: 'Sales compensation handbook',
    letter: 'Quota and pay letter',
    missing: 'Missing',
    draft: 'Draft',
    contents: 'Contents',
    version: 'version of',
    unknown: 'a field of this name does not exist',
    approved: 'Approved'
  },
  es: {
    handbook: 'Manual de retribución variable',
    letter: 'Carta de cuota y retribución variable',
    missing: 'Falta',
    draft: 'Borrador',
    contents: 'Índice',
    version: 'versión del',
    unknown: 'no existe un campo con este nombre',
    approved: 'Aprobado'
  }
} as const

const markOf = (node: TextInline): Html => {
  const mark = node.marks?.[0]?.type
  if (mark === 'bold') return html`<strong>${node.text}</strong>`
  if (mark === 'italic') return html`<em>${node.text}</em>`
  return html`${node.text}`
}

/** Numbers the headings (1, 1.1) and keeps them for the contents and the bookmarks. */
function makeHeadings(isNumbered: boolean) {
  const headings: RenderedHeading[] = []
  let chapter = 0
  let section = 0
  const write = (level: 1 | 2 | 3, id: string, content: Html, text: string): Html => {
    if (level === 1) {
      chapter += 1
      section = 0
    } else if (level === 2) section += 1
    const number = !isNumbered || level === 3 ? '' : level === 1 ? `${chapter}` : `${chapter}.${section}`
    headings.push({ id, level, text: number === '' ? text : `${number} ${text}` })
    const shown = number === '' ? content : html`<span class="no">${number}</span> ${content}`
    if (level === 1) return html`<h1 id="${id}">${shown}</h1>\n`
    return level === 2 ? html`<h2 id="${id}">${shown}</h2>\n` : html`<h3 id="${id}">${shown}</h3>\n`
  }
  return { headings, write }
}

const contentsOf = (
  headings: readonly RenderedHeading[],
  title: string
): Html => html`<nav class="contents" aria-label="${title}">
<p class="contents-title">${title}</p>
<ol>${headings
  .filter((heading) => heading.level < 3)
  .map((heading) => {
    const [first = '', ...rest] = heading.text.split(' ')
    return html`<li class="level-${heading.level}"><a href="#${heading.id}"><span class="no">${first}</span><span class="of">${rest.join(
      ' '
    )}</span><span class="dots"></span><span class="page" data-page-of="${heading.id}"></span></a></li>\n`
  })}</ol>
</nav>
`

/**
 * Writes a document as an HTML page in one language, its fields filled from the values.
 *
 * @param document the stored document or a template's
 * @param values what the fields are filled from
 * @param language the language of the fields' words, numbers and dates; the document's own
 * @param options handbook or letter, and whose
 * @returns the page without scripts, its headings in order, what is missing, and the lines for head and foot of a page
 * @missing a field without a value is an amber box in words on the page and an entry of `missing`, never blank and never 0
 * @example renderHandbook(document, values, 'en', { kind: 'handbook', seller: null }).headings[0]?.text // '1 Purpose'
 */
export function renderHandbook(
  document: HandbookDocument,
  values: HandbookValues,
  language: Language,
  options: RenderOptions
): RenderedHandbook {
  const words = say[language]
  const format = makeFormat(language, values.numberLocale, values.currency)
  const missing: MissingNote[] = []
  const { headings, write } = makeHeadings(options.kind === 'handbook')
  const context: FieldContext = {
    values,
    format,
    language,
    seller: options.seller,
    heading: (level, id, text) => write(level, id, html`${text}`, text)
  }

  const lookUp = (name: string): FieldResult => {
    const field = findField(name)
    if (field === undefined || !field.kinds.includes(options.kind))
      return { gaps: [{ screen: 'handbook', text: `{${name}}: ${words.unknown}` }] }
    return field.render(context)
  }
  const note = (field: string, result: FieldResult) => {
    for (const { text, screen } of result.gaps) {
      if (!missing.some((each) => each.text === text)) missing.push({ field, text, screen })
    }
  }
  const inline = (content: readonly Inline[]): Html =>
    joinHtml(
      content.map((node) => {
        if (node.type === 'text') return markOf(node)
        const result = lookUp(node.attrs.name)
        note(node.attrs.name, result)
        const source = findField(node.attrs.name)?.source[language] ?? ''
        const gaps = result.gaps.map((each) => html` <span class="gap">${each.text}</span>`)
        if (result.markup === undefined)
          return html`<span class="gap">${result.gaps.map((each) => each.text).join('; ')}</span>`
        return html`<span class="live" data-field="${node.attrs.name}" title="${source}">${result.markup}</span>${gaps}`
      })
    )
  const plainText = (content: readonly Inline[]): string =>
    content
      .map((node) => {
        if (node.type === 'text') return node.text
        const markup = lookUp(node.attrs.name).markup
        return markup === undefined ? '' : decode(markup.markup)
      })
      .join('')
  const block = (node: Block): Html => {
    switch (node.type) {
      case 'heading':
        return write(node.attrs.level, node.attrs.id, inline(node.content), plainText(node.content))
      case 'paragraph':
        return html`<p data-block="${node.attrs.id}">${inline(node.content)}</p>\n`
      case 'bulletList':
      case 'orderedList': {
        const items = node.content.map((item) => html`<li>${item.content.map(block)}</li>\n`)
        return node.type === 'bulletList' ? html`<ul>\n${items}</ul>\n` : html`<ol>\n${items}</ol>\n`
      }
      case 'callout':
        return html`<aside class="callout ${node.attrs.tone}">${node.content.map(block)}</aside>\n`
      case 'pageBreak':
        return html`<div class="page-break"></div>\n`
      case 'fieldBlock': {
        const result = lookUp(node.attrs.name)
        note(node.attrs.name, result)
        const gaps = (result.isSaid ? [] : result.gaps).map(
          (each) => html`<p class="gap-box"><strong>${words.missing}</strong> ${each.text}</p>\n`
        )
        return html`<div class="field-block" data-field="${node.attrs.name}">${result.markup ?? nothing}${gaps}</div>\n`
      }
    }
  }

  const body = joinHtml(document.content.map(block)).markup.replace(
    contentsMark,
    () => contentsOf(headings, words.contents).markup
  )
  const year = format.year(values.fiscalYear)
  const name = options.kind === 'handbook' ? words.handbook : words.letter
  const title = [options.seller?.name, name, year].filter((part) => part !== undefined).join(', ')
  const status = values.approvedOn === null ? words.draft : `${words.approved}, ${format.date(values.approvedOn)}`
  return {
    html: page(language, title, options.kind, body),
    title,
    headings,
    missing,
    headerText: [values.company, options.seller === null ? `${name}, ${year}` : options.seller.name]
      .filter((part) => part !== '')
      .join('  ·  '),
    footerText: `${status}  ·  ${words.version} ${format.date(values.versionOn)}  ·  ${values.scenarioName}`
  }
}

/** The text of markup that holds no tags: fields within headings are words and numbers. */
const decode = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

// No script may run here whatever the data says: the policy forbids it, besides the sandbox in which the page is opened.
const page = (language: Language, title: string, kind: HandbookKind, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self' app: data:; img-src data:">
${html`<title>${title}</title>`.markup}
<style>${printStyle}</style>
</head>
<body class="${kind}">
${body}</body>
</html>
`
