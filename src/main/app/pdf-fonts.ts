// The fonts of printed pages, embedded into the page itself: a printed page loads nothing, not even from this program.
import { readFile } from 'node:fs/promises'
import sans400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?asset'
import sans500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?asset'
import sans600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?asset'
import sans400Ext from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?asset'
import sans500Ext from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?asset'
import sans600Ext from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?asset'
import serifItalic400 from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?asset'
import serif400 from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?asset'
import serif600 from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?asset'
import serifItalic400Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff2?asset'
import serif400Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?asset'
import serif600Ext from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?asset'

interface Face {
  family: string
  style: 'normal' | 'italic'
  weight: number
  file: string
  /** Which letters are in the file; the browser then reads only the files a page needs. */
  range: string
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const sansFamily = 'Inter'
const serifFamily = 'Source Serif 4'

// Fonts of one weight each: a variable font would go into the PDF as drawings of letters instead of as a font.
const faces: readonly Face[] = [
  { family: sansFamily, style: 'normal', weight: 400, file: sans400, range: latin },
  { family: sansFamily, style: 'normal', weight: 400, file: sans400Ext, range: latinExt },
  { family: sansFamily, style: 'normal', weight: 500, file: sans500, range: latin },
  { family: sansFamily, style: 'normal', weight: 500, file: sans500Ext, range: latinExt },
  { family: sansFamily, style: 'normal', weight: 600, file: sans600, range: latin },
  { family: sansFamily, style: 'normal', weight: 600, file: sans600Ext, range: latinExt },
  { family: serifFamily, style: 'normal', weight: 400, file: serif400, range: latin },
  { family: serifFamily, style: 'normal', weight: 400, file: serif400Ext, range: latinExt },
  { family: serifFamily, style: 'normal', weight: 600, file: serif600, range: latin },
  { family: serifFamily, style: 'normal', weight: 600, file: serif600Ext, range: latinExt },
  { family: serifFamily, style: 'italic', weight: 400, file: serifItalic400, range: latin },
  { family: serifFamily, style: 'italic', weight: 400, file: serifItalic400Ext, range: latinExt }
]

async function writeFace({ family, style, weight, file, range }: Face): Promise<string> {
  const bytes = await readFile(file)
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');unicode-range:${range}}`
}

const edge: Face = { family: sansFamily, style: 'normal', weight: 400, file: sans400, range: latin }

let pageFaces: Promise<string> | undefined
let edgeFace: Promise<string> | undefined

/** The style rules that load every font a page may name. */
export function loadPageFonts(): Promise<string> {
  pageFaces ??= Promise.all(faces.map(writeFace)).then((rules) => rules.join('\n'))
  return pageFaces
}

/** The one font of the lines at the head and the foot of a page. */
export function loadEdgeFont(): Promise<string> {
  edgeFace ??= writeFace(edge)
  return edgeFace
}
