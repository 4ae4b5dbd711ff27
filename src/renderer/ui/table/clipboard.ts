// The text that spreadsheets put on the clipboard: cells by tab, rows by line, quotes around what holds either.

export function toClipboard(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const cell = readCell(text, at)
    rows.at(-1)?.push(cell.text)
    at = cell.end
    const sign = text[at]
    if (sign === '\t') {
      at += 1
      // A tab at the very end stands before one more, empty, cell.
      if (at === text.length) rows.at(-1)?.push('')
    } else if (sign !== undefined) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      // Spreadsheets end the last row with a line break too.
      if (at < text.length) rows.push([])
    }
  }
  return rows.filter((row) => row.length > 0)
}

function readCell(text: string, from: number): { text: string; end: number } {
  if (text[from] !== '"') return readPlain(text, from)
  let out = ''
  let at = from + 1
  while (at < text.length) {
    if (text[at] === '"' && text[at + 1] === '"') {
      out += '"'
      at += 2
    } else if (text[at] === '"') {
      at += 1
      // A quote that doesn't close at a border of the cell was an ordinary quote ('"Ana" Ruiz').
      if (at === text.length || /[\t\r\n]/.test(text[at] ?? '')) return { text: out, end: at }
      return readPlain(text, from)
    } else {
      out += text[at]
      at += 1
    }
  }
  return readPlain(text, from)
}

function readPlain(text: string, from: number): { text: string; end: number } {
  let end = from
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end += 1
  return { text: text.slice(from, end), end }
}
