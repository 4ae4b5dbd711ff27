// Reads back what a PDF holds: text by page, bookmarks, links with the page they lead to, the tags, and what is said of it.
import { readFileSync } from 'node:fs'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Printed {
  pages: string[]
  /** In reading order, those below others after them. */
  bookmarks: { title: string; page: number }[]
  /** Links of each page, by the id they lead to. */
  links: { from: number; id: string; page: number }[]
  /** How often each tag stands in the document. */
  tags: Map<string, number>
  /** Alternative texts of pictures. */
  pictures: string[]
  title: string
  language: string
  pageSize: [width: number, height: number]
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function pageOf(document: PDFDocumentProxy, target: unknown): Promise<number> {
  const explicit = typeof target === 'string' ? await document.getDestination(target) : target
  if (!Array.isArray(explicit)) throw new Error('a link that leads nowhere')
  return (await document.getPageIndex(explicit[0])) + 1
}

async function readOutline(document: PDFDocumentProxy, outline: Outline): Promise<Printed['bookmarks']> {
  const found: Printed['bookmarks'] = []
  for (const item of outline ?? []) {
    found.push({ title: item.title, page: await pageOf(document, item.dest) })
    found.push(...(await readOutline(document, item.items)))
  }
  return found
}

interface Tag {
  role?: string
  alt?: string
  children?: Tag[]
}

function countTags(tag: Tag, printed: Pick<Printed, 'tags' | 'pictures'>): void {
  if (tag.role) printed.tags.set(tag.role, (printed.tags.get(tag.role) ?? 0) + 1)
  if (tag.alt) printed.pictures.push(tag.alt)
  for (const child of tag.children ?? []) countTags(child, printed)
}

export async function readPdf(file: string): Promise<Printed> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false })
  const document = await task.promise
  const printed: Printed = {
    pages: [],
    bookmarks: await readOutline(document, await document.getOutline()),
    links: [],
    tags: new Map(),
    pictures: [],
    title: '',
    language: '',
    pageSize: [0, 0]
  }
  const { info } = await document.getMetadata()
  const said = info as { Title?: string; Language?: string }
  printed.title = said.Title ?? ''
  printed.language = said.Language ?? ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    printed.pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    const [, , width, height] = page.view
    printed.pageSize = [Math.round(width ?? 0), Math.round(height ?? 0)]
    for (const { subtype, dest } of await page.getAnnotations())
      if (subtype === 'Link' && typeof dest === 'string')
        printed.links.push({ from: number, id: dest, page: await pageOf(document, dest) })
    const tree: unknown = await page.getStructTree()
    if (tree) countTags(tree as Tag, printed)
  }
  await task.destroy()
  return printed
}
