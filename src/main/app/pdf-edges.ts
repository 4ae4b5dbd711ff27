// The lines at the head and the foot of every printed page. They are small pages of their own, drawn into the margins.
// Chromium draws them on the cover too; in the colour of the cover they don't show there.
import { loadEdgeFont } from './pdf-fonts.ts'

const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const pageWord = { en: ['Page', 'of'], es: ['Página', 'de'] } as const

export async function writeEdges(headerText: string, footerText: string, language: 'en' | 'es', side: string) {
  const style = `<style>${await loadEdgeFont()}
    .edge{width:100%;margin:0 ${side};font:400 7.6px/1.3 Inter,Arial,sans-serif;color:#0d6461;display:flex;justify-content:space-between;
      -webkit-print-color-adjust:exact;font-variant-ligatures:none}
    .top{padding-top:3mm}.bottom{padding-bottom:3mm}
  </style>`
  const [page, of] = pageWord[language]
  return {
    headerTemplate: `${style}<div class="edge top"><span>${escapeText(headerText)}</span></div>`,
    footerTemplate: `${style}<div class="edge bottom"><span>${escapeText(footerText)}</span><span>${page} <span class="pageNumber"></span> ${of} <span class="totalPages"></span></span></div>`
  }
}
