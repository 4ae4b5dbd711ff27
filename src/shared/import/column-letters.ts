// The letters by which a spreadsheet names its columns.

/**
 * Names a column as spreadsheets do.
 *
 * @param column place of the column, from 0
 * @returns one to three letters
 * @example columnLetters(26) // 'AA'
 */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
