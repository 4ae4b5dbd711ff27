// Gives cells that repeat within a column as one text: most columns of an export hold few different ones, and a text that is there already
// needs no memory and no clearing up.

const slotBits = 6
const slots = 1 << slotBits
/** Columns beyond these hold their cells apart. */
const mostColumns = 64
/** Longer cells hardly ever repeat. */
const longest = 32
/** After so many cells it shows whether a column repeats itself. */
const tried = 512

export class RepeatedCells {
  readonly #text: string
  readonly #kept: string[] = Array.from({ length: mostColumns * slots }, () => '')
  readonly #looked = new Int32Array(mostColumns)
  readonly #found = new Int32Array(mostColumns)

  /** @param text from which the cells are taken */
  constructor(text: string) {
    this.#text = text
  }

  /**
   * The letters from `start` to before `end`, which is behind it.
   *
   * @param column 0-based, of the cell
   */
  cell(start: number, end: number, column: number): string {
    const text = this.#text
    const length = end - start
    if (length > longest || column >= mostColumns) return text.slice(start, end)
    const looked = this.#looked[column] ?? 0
    if (looked >= tried) {
      if (looked > tried) return text.slice(start, end)
      // Fewer than a third were there already: from here on the column is not looked at.
      const isWorth = (this.#found[column] ?? 0) * 3 >= tried
      this.#looked[column] = isWorth ? 0 : tried + 1
      this.#found[column] = 0
    }
    this.#looked[column] = (this.#looked[column] ?? 0) + 1
    const last = text.charCodeAt(end - 1)
    const before = length > 1 ? text.charCodeAt(end - 2) : 0
    const slot = (column << slotBits) | ((last * 7 + before * 3 + text.charCodeAt(start) + length) & (slots - 1))
    const kept = this.#kept[slot]
    if (kept !== undefined && kept.length === length && text.startsWith(kept, start)) {
      this.#found[column] = (this.#found[column] ?? 0) + 1
      return kept
    }
    const cell = text.slice(start, end)
    this.#kept[slot] = cell
    return cell
  }
}
