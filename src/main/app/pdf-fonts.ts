// The fonts of printed pages, embedded into the page itself: a printed page loads nothing, not even from this program.
import { readFile } from 'node:fs/promises'
import interLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?asset'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?asset'
import serifLatinExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?asset'
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?asset'
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?asset'

interface Face {
  family: string
  style: 'normal' | 'italic'
  file: string
  /** Which letters are in the file; the browser then reads only the files a page needs. */
  range: string
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const sans: Face = { family: 'Inter Variable', style: 'normal', file: interLatin, range: latin }

const faces: readonly Face[] = [
  sans,
  { family: 'Inter Variable', style: 'normal', file: interLatinExt, range: latinExt },
  { family: 'Source Serif 4 Variable', style: 'normal', file: serifLatin, range: latin },
  { family: 'Source Serif 4 Variable', style: 'normal', file: serifLatinExt, range: latinExt },
  { family: 'Source Serif 4 Variable', style: 'italic', file: serifItalic, range: latin }
]

async function writeFace({ family, style, file, range }: Face): Promise<string> {
  const bytes = await readFile(file)
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:200 900;font-display:block;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');unicode-range:${range}}`
}

let pageFaces: Promise<string> | undefined
let edgeFace: Promise<string> | undefined

/** The style rules that load every font a page may name. */
export function loadPageFonts(): Promise<string> {
  pageFaces ??= Promise.all(faces.map(writeFace)).then((rules) => rules.join('\n'))
  return pageFaces
}

/** The one font of the lines at the head and the foot of a page. */
export function loadEdgeFont(): Promise<string> {
  edgeFace ??= writeFace(sans)
  return edgeFace
}
