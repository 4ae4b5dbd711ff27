// The printed page on the screen: the same HTML in a frame that runs no scripts, scaled to the room there is.
// A click on a paragraph asks to edit it; a link in the contents scrolls to its chapter.

import sans400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?url'
import sans500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?url'
import sans600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?url'
import sans400Ext from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?url'
import sans500Ext from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?url'
import sans600Ext from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url'
import serifItalic400 from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url'
import serif400 from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url'
import serif600 from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import serifItalic400Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff2?url'
import serif400Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?url'
import serif600Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?url'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+FEFF'
const latinExt = 'U+0100-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0'

function writeFaces(): string {
  const face = (family: string, weight: number, url: string, range: string, style = 'normal') =>
    `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:block;src:url('${new URL(url, document.baseURI).href}') format('woff2');unicode-range:${range}}`
  return [
    face('Inter', 400, sans400, latin),
    face('Inter', 400, sans400Ext, latinExt),
    face('Inter', 500, sans500, latin),
    face('Inter', 500, sans500Ext, latinExt),
    face('Inter', 600, sans600, latin),
    face('Inter', 600, sans600Ext, latinExt),
    face('Source Serif 4', 400, serif400, latin),
    face('Source Serif 4', 400, serif400Ext, latinExt),
    face('Source Serif 4', 600, serif600, latin),
    face('Source Serif 4', 600, serif600Ext, latinExt),
    face('Source Serif 4', 400, serifItalic400, latin, 'italic'),
    face('Source Serif 4', 400, serifItalic400Ext, latinExt, 'italic')
  ].join('\n')
}

const papers = {
  A4: { width: '210mm', height: '297mm', pixels: 794 },
  Letter: { width: '215.9mm', height: '279.4mm', pixels: 816 }
} as const
export type Paper = keyof typeof papers
/** Grey at both sides of the page. */
const rim = 24

const forScreen = (paper: Paper): string => `
:root { --page-width: ${papers[paper].width}; --page-height: ${papers[paper].height}; }
html { overflow-x: hidden; scrollbar-width: thin; }
[data-block], h1[id], h2[id] { cursor: text; border-radius: 2px; }
[data-block]:hover { background: rgb(13 100 97 / 6%); }
[data-shown-block] { background: rgb(13 100 97 / 11%) !important; }
`

export interface PreviewProps {
  readonly html: string
  readonly label: string
  readonly paper: Paper
  /** The block being edited: it is shown and scrolled to. */
  readonly blockId?: string | undefined
  readonly onChooseBlock?: ((blockId: string) => void) | undefined
}

export function Preview({ html, label, paper, blockId, onChooseBlock }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const [width, setWidth] = useState(0)
  const [page, setPage] = useState<Document>()
  const source = useMemo(
    () =>
      html
        .replace('<head>', () => `<head><style>${writeFaces()}</style>`)
        .replace('</head>', () => `<style>${forScreen(paper)}</style></head>`),
    [html, paper]
  )

  useEffect(() => {
    const element = frame.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const choose = useRef(onChooseBlock)
  choose.current = onChooseBlock
  const onLoad = useCallback(() => {
    const page = frame.current?.contentDocument
    if (!page) return
    page.addEventListener('click', (event) => {
      // Elements of the frame are of its own realm, so `instanceof` can't tell.
      const target = event.target as Element | null
      const link = target?.closest('a')
      if (link) {
        event.preventDefault()
        page.getElementById(decodeURIComponent((link.getAttribute('href') ?? '').slice(1)))?.scrollIntoView()
        return
      }
      const block = target?.closest('[data-block], h1[id], h2[id]')
      const id = block?.getAttribute('data-block') ?? block?.id
      if (id) choose.current?.(id)
    })
    page.addEventListener('scroll', () => {
      scrolled.current = page.scrollingElement?.scrollTop ?? 0
    })
    setPage(page)
  }, [])

  useEffect(() => {
    if (!page?.documentElement || width === 0) return
    const scale = Math.min(1.25, width / (papers[paper].pixels + 2 * rim))
    page.documentElement.style.setProperty('zoom', String(scale))
    page.scrollingElement?.scrollTo({ top: scrolled.current })
  }, [width, page, paper])

  useEffect(() => {
    if (!page?.documentElement) return
    page.querySelector('[data-shown-block]')?.removeAttribute('data-shown-block')
    if (blockId === undefined) return
    const block = page.querySelector(`[data-block="${CSS.escape(blockId)}"]`) ?? page.getElementById(blockId)
    block?.setAttribute('data-shown-block', '')
    block?.scrollIntoView({ block: block.tagName === 'H1' ? 'start' : 'nearest' })
  }, [blockId, page])

  return (
    <iframe
      ref={frame}
      className="handbook-page"
      title={label}
      sandbox="allow-same-origin"
      srcDoc={source}
      onLoad={onLoad}
    />
  )
}
