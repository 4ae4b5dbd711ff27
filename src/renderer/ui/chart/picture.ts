// A chart as a picture for the clipboard: title and subtitle above the drawing, on the colour of the page.
import type { ChartColors } from './colors.ts'

export async function chartPicture(
  drawing: HTMLCanvasElement,
  words: { readonly title: string; readonly subtitle: string | undefined },
  colors: ChartColors
): Promise<Blob | undefined> {
  const scale = drawing.width / Math.max(1, drawing.clientWidth)
  const margin = 16 * scale
  const head = (words.subtitle ? 52 : 34) * scale
  const page = document.createElement('canvas')
  page.width = drawing.width + margin * 2
  page.height = drawing.height + head + margin * 2
  const context = page.getContext('2d')
  if (!context) return undefined
  context.fillStyle = colors.panel
  context.fillRect(0, 0, page.width, page.height)
  context.fillStyle = colors.ink
  context.textBaseline = 'top'
  context.font = `600 ${15 * scale}px ${colors.font}`
  context.fillText(words.title, margin, margin, page.width - margin * 2)
  if (words.subtitle) {
    context.fillStyle = colors.muted
    context.font = `${12 * scale}px ${colors.font}`
    context.fillText(words.subtitle, margin, margin + 22 * scale, page.width - margin * 2)
  }
  context.drawImage(drawing, margin, margin + head)
  return new Promise((resolve) => page.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}
