// Prints an HTML page to PDF: bookmarks, tags, lines at head and foot, and contents with the right page numbers.
// The page is opened in a hidden, sandboxed window without scripts; it knows nothing of what the page is about.
import { BrowserWindow } from 'electron'
import type { pdfArg } from '#shared/contract/shell.ts'
import { writeEdges } from './pdf-edges.ts'
import { loadPageFonts } from './pdf-fonts.ts'
import { listContentsAnchors, readAnchorPages, writePageNumbers } from './pdf-pages.ts'
import { servePage } from './protocol.ts'

type PdfRequest = (typeof pdfArg)['_zod']['output']

const papers = {
  A4: { width: '210mm', height: '297mm' },
  Letter: { width: '8.5in', height: '11in' }
} as const

const margins = { top: 24, bottom: 22, side: 22 }

// A contents list that grows by a page moves everything behind it: the second pass nearly always settles it.
const mostPasses = 4

/** How long the hidden window is kept for the next page of a series. */
const idleMilliseconds = 4000

let press: BrowserWindow | undefined
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

function openPress(): BrowserWindow {
  clearTimeout(idle)
  if (press === undefined || press.isDestroyed()) {
    press = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webgl: false,
        spellcheck: false
      }
    })
  }
  return press
}

function closePress(): void {
  clearTimeout(idle)
  if (press !== undefined && !press.isDestroyed()) press.destroy()
  press = undefined
}

// Before the page's own styles, so that those win: a page may ask for a cover without margins.
const inHead = (html: string, style: string): string => html.replace('<head>', () => `<head><style>${style}</style>`)

async function printOnce(
  window: BrowserWindow,
  html: string,
  options: Electron.PrintToPDFOptions
): Promise<Uint8Array> {
  const page = servePage(html)
  try {
    await window.loadURL(page.url)
    return await window.webContents.printToPDF(options)
  } finally {
    page.remove()
  }
}

async function printInTurn(request: PdfRequest, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted()
  const window = openPress()
  signal.addEventListener('abort', closePress, { once: true })
  try {
    const paper = papers[request.pageSize]
    const pageStyle = `@page{size:${request.pageSize};margin:${margins.top}mm ${margins.side}mm ${margins.bottom}mm}
:root{--page-width:${paper.width};--page-height:${paper.height}}`
    const html = inHead(inHead(request.html, await loadPageFonts()), pageStyle)
    const options: Electron.PrintToPDFOptions = {
      pageSize: request.pageSize,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      ...(await writeEdges(request.headerText, request.footerText, request.language, `${margins.side}mm`))
    }
    let pdf = await printOnce(window, html, options)
    const anchors = listContentsAnchors(html)
    if (anchors.length === 0) return pdf
    let numbered = html
    for (let pass = 1; pass < mostPasses; pass++) {
      signal.throwIfAborted()
      const next = writePageNumbers(html, await readAnchorPages(pdf, anchors))
      if (next === numbered) return pdf
      numbered = next
      pdf = await printOnce(window, numbered, options)
    }
    return pdf
  } finally {
    signal.removeEventListener('abort', closePress)
    idle = setTimeout(closePress, idleMilliseconds)
    idle.unref()
  }
}

/**
 * Prints one page of HTML as a PDF document. Documents are printed one after another, in the order asked for.
 *
 * @param request the page, its language and paper, and the lines at its edges
 * @param signal stops the printing; the promise is then rejected
 * @returns the bytes of the PDF
 */
export function printPdf(request: PdfRequest, signal: AbortSignal): Promise<Uint8Array> {
  const mine = queue.then(() => printInTurn(request, signal))
  queue = mine.catch(() => undefined)
  return mine
}
