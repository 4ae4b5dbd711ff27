// Finds on which page of a printed document each heading stands, by the anchors that the contents link to.
import type { PDFDocumentProxy } from 'pdfjs-dist'

type Pdfjs = typeof import('pdfjs-dist')

let loading: Promise<Pdfjs> | undefined

/** Loaded when the first document is printed: starting the program does not need it. */
function loadPdfjs(): Promise<Pdfjs> {
  loading ??= (async () => {
    // With the worker's module in place pdfjs runs in this process; there is no file for it to start a worker from.
    const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    Object.assign(globalThis, { pdfjsWorker: worker })
    const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    return pdfjs
  })()
  return loading
}

async function findPage(document: PDFDocumentProxy, target: unknown): Promise<number | undefined> {
  const page: unknown = Array.isArray(target) ? target[0] : undefined
  if (typeof page === 'number') return page + 1
  if (typeof page !== 'object' || page === null || !('num' in page) || !('gen' in page)) return undefined
  return (await document.getPageIndex({ num: Number(page.num), gen: Number(page.gen) })) + 1
}

/**
 * Reads on which pages anchors stand in a printed document. An anchor is an element with an id that a link leads to.
 *
 * @param pdf the document
 * @param ids which anchors
 * @returns page numbers, 1 is the first page, by id; an anchor that isn't in the document is left out
 */
export async function readAnchorPages(pdf: Uint8Array, ids: readonly string[]): Promise<Map<string, number>> {
  const { getDocument } = await loadPdfjs()
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false })
  try {
    const document = await task.promise
    const pages = new Map<string, number>()
    for (const id of ids) {
      const page = await findPage(document, await document.getDestination(id))
      if (page !== undefined) pages.set(id, page)
    }
    return pages
  } finally {
    await task.destroy()
  }
}

const placeOfNumber = /(<span class="page" data-page-of="([^"<>&]+)">)[^<]*(<\/span>)/g

/** The anchors whose page numbers the contents of a page wait for. */
export const listContentsAnchors = (html: string): string[] =>
  [...html.matchAll(placeOfNumber)].flatMap((match) => match[2] ?? [])

/** Puts page numbers into the contents of a page. */
export const writePageNumbers = (html: string, pages: ReadonlyMap<string, number>): string =>
  html.replace(
    placeOfNumber,
    (_whole, open: string, id: string, close: string) => `${open}${pages.get(id) ?? ''}${close}`
  )
