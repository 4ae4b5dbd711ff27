// The one shape of a printed table: a caption, a head that repeats on every page, rows that are not split, a row of totals.
import { type Html, type HtmlPart, html, nothing } from '../html.ts'

export interface PrintColumn {
  header: string
  /** Figures stand right and share their decimals. */
  isNumber?: boolean
  /** CSS width, where the content alone would make the table uneasy. */
  width?: string
}

export interface PrintRow {
  cells: readonly HtmlPart[]
  /** group: a team's line above its people. mark: a line to look at first. total: the last line. */
  kind?: 'group' | 'total' | 'mark'
}

/** A table of so few rows is moved to the next page rather than cut. */
const mostRowsTogether = 12

/** A dash for what does not exist, with its meaning for those who listen to the page. */
export const dash = (meaning: string): Html => html`<span class="none" aria-label="${meaning}">–</span>`

/** Makes a printed table; the first cell of a row names the row. A wide one takes the margin of the headings too. */
export function printTable(
  caption: string,
  columns: readonly PrintColumn[],
  rows: readonly PrintRow[],
  isWide = false
): Html {
  const isNumber = (at: number) => columns[at]?.isNumber === true
  const line = (row: PrintRow) =>
    html`<tr${row.kind === undefined ? nothing : html` class="${row.kind}"`}>${row.cells.map((cell, at) =>
      at === 0
        ? html`<th scope="row"${isNumber(0) ? html` class="num"` : nothing}>${cell}</th>`
        : html`<td${isNumber(at) ? html` class="num"` : nothing}>${cell}</td>`
    )}</tr>`
  const body = rows.filter((row) => row.kind !== 'total')
  const totals = rows.filter((row) => row.kind === 'total')
  return html`<table class="${isWide ? 'wide' : 'narrow'}${rows.length <= mostRowsTogether ? ' together' : ''}">
<caption>${caption}</caption>
<thead><tr>${columns.map(
    (column) =>
      html`<th scope="col"${column.isNumber ? html` class="num"` : nothing}${
        column.width === undefined ? nothing : html` style="width:${column.width}"`
      }>${column.header}</th>`
  )}</tr></thead>
<tbody>${body.map(line)}${totals.map(line)}</tbody>
</table>
`
}
