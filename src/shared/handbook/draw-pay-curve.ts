// Draws pay against attainment as a vector picture for the printed page; its words for those who don't see it are in the title.
import type { PayCurvePoint } from '#shared/compensation/types.ts'
import type { Format } from './format.ts'
import { type Html, html, nothing } from './html.ts'

const box = { width: 520, height: 230, left: 40, right: 14, top: 12, bottom: 34 }

/** A step between lines of the grid that gives at most about six of them. */
function gridStep(highest: number): number {
  return [0.25, 0.5, 1, 2, 5, 10].find((step) => highest / step <= 6.5) ?? 20
}

/**
 * Draws a pay curve.
 *
 * @param points the curve by rising attainment; two points at one attainment are a jump
 * @param format how percentages are written
 * @param words the names of the two axes
 * @returns an SVG picture with a title that says the curve in words
 * @missing no markup for a curve of fewer than two points
 * @example drawPayCurve(points, format, { attainment: 'Attainment', pay: 'Of target pay' }).markup.startsWith('<svg') // true
 */
export function drawPayCurve(
  points: readonly PayCurvePoint[],
  format: Format,
  words: { attainment: string; pay: string }
): Html {
  const last = points.at(-1)
  if (points.length < 2 || last === undefined) return nothing
  const mostAttainment = last.attainmentRatio
  const step = gridStep(Math.max(...points.map((point) => point.payRatio), 1))
  const mostPay = Math.ceil(Math.max(...points.map((point) => point.payRatio), 1) / step - 1e-9) * step
  const x = (ratio: number) => box.left + (ratio / mostAttainment) * (box.width - box.left - box.right)
  const y = (ratio: number) => box.height - box.bottom - (ratio / mostPay) * (box.height - box.top - box.bottom)
  const at = (n: number) => n.toFixed(1)
  const rows = Array.from({ length: Math.round(mostPay / step) + 1 }, (_, n) => n * step)
  const columns = Array.from({ length: Math.floor(mostAttainment / 0.25 + 1e-9) + 1 }, (_, n) => n * 0.25)
  const bottom = y(0)
  const line = points
    .map((point, n) => `${n === 0 ? 'M' : 'L'}${at(x(point.attainmentRatio))} ${at(y(point.payRatio))}`)
    .join('')
  const marked = points.filter((point) => point.mark !== null || point.attainmentRatio === 1)
  const title = `${words.attainment} → ${words.pay}: ${marked
    .map((point) => `${format.percent(point.attainmentRatio)} → ${format.percent(point.payRatio)}`)
    .join('; ')}`
  return html`<svg viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="${title}"><title>${title}</title>
${rows.map(
  (ratio) =>
    html`<line x1="${box.left}" x2="${box.width - box.right}" y1="${at(y(ratio))}" y2="${at(y(ratio))}" stroke="${
      ratio === 0 ? '#5f6865' : '#e3e7e5'
    }" stroke-width="${ratio === 0 ? 0.8 : 0.6}"/><text x="${box.left - 6}" y="${at(y(ratio) + 3)}" text-anchor="end" font-size="8.6" fill="#5f6865">${format.percent(ratio, 0)}</text>`
)}
${columns.map(
  (ratio) =>
    html`<text x="${at(x(ratio))}" y="${at(bottom + 13)}" text-anchor="middle" font-size="8.6" fill="#5f6865">${format.percent(ratio, 0)}</text>`
)}
<line x1="${at(x(1))}" x2="${at(x(1))}" y1="${at(y(mostPay))}" y2="${at(bottom)}" stroke="#9fb8b6" stroke-width="0.7" stroke-dasharray="2 2"/>
<path d="${line}L${at(x(mostAttainment))} ${at(bottom)}L${at(x(0))} ${at(bottom)}Z" fill="#0d6461" fill-opacity="0.07"/>
<path d="${line}" fill="none" stroke="#0d6461" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>
${marked.map(
  (point) =>
    html`<circle cx="${at(x(point.attainmentRatio))}" cy="${at(y(point.payRatio))}" r="2.6" fill="#fff" stroke="#0d6461" stroke-width="1.4"/><text x="${at(
      x(point.attainmentRatio) - 6
    )}" y="${at(y(point.payRatio) - 6)}" text-anchor="end" font-size="8.8" font-weight="600" fill="#1d2321">${format.percent(point.payRatio)}</text>`
)}
<text x="${box.width - box.right}" y="${box.height - 4}" text-anchor="end" font-size="8.6" fill="#5f6865">${words.attainment}</text>
</svg>`
}
