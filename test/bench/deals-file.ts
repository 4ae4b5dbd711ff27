// Makes the files that imports are measured with: 100,000 deals in 20 columns, as a workbook and as text with and without quotes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'

export const dealCount = 100_000

export interface DealFiles {
  xlsx: string
  csv: string
  /** Every cell quoted, as Salesforce writes it. */
  quotedCsv: string
}

const headers = [
  'Deal ID',
  'Deal Name',
  'Account Name',
  'Deal Owner',
  'Stage',
  'Amount',
  'Currency',
  'Create Date',
  'Close Date',
  'Lead Source',
  'Type',
  'Product',
  'Region',
  'Segment',
  'Notes',
  'Score',
  'Probability',
  'Industry',
  'City',
  'Next Step'
]
const stages = ['Prospecting', 'Qualified', 'Proposal', 'Won', 'Lost']
const createdColumn = 7
const closeColumn = 8

/** A number from 0 to below `limit`, the same for the same row and purpose: Knuth's multiplicative hash of both. */
const pick = (row: number, purpose: number, limit: number): number =>
  ((Math.imul(row + 1, 2_654_435_761) ^ Math.imul(purpose + 1, 40_503_173)) >>> 7) % limit

const dayOf = (row: number, purpose: number): string => {
  const two = (value: number): string => String(value + 1).padStart(2, '0')
  return `${2023 + pick(row, purpose, 3)}-${two(pick(row, purpose + 1, 12))}-${two(pick(row, purpose + 2, 28))}`
}

const rowOf = (row: number): (string | number)[] => [
  `D-${row}`,
  `Deal number ${row}`,
  `Account ${pick(row, 1, 8000)}`,
  `Seller ${pick(row, 2, 300)}`,
  stages[pick(row, 3, stages.length)] ?? '',
  pick(row, 4, 10_000_000) / 100,
  'EUR',
  dayOf(row, 5),
  dayOf(row, 8),
  `Web ${pick(row, 11, 6)}`,
  pick(row, 12, 2) === 0 ? 'New' : 'Existing',
  `Product ${pick(row, 13, 20)}`,
  `Region ${pick(row, 14, 17)}`,
  `Segment ${pick(row, 15, 4)}`,
  `some note text ${pick(row, 16, 1_000_000)}`,
  pick(row, 17, 100),
  pick(row, 18, 101),
  `Industry ${pick(row, 19, 20)}`,
  `City ${pick(row, 20, 50)}`,
  'Call back'
]

/** Writes the three files into a folder. */
export async function writeDealFiles(folder: string): Promise<DealFiles> {
  const rows = Array.from({ length: dealCount }, (_, at) => rowOf(at))
  const files = {
    xlsx: join(folder, 'deals.xlsx'),
    csv: join(folder, 'deals.csv'),
    quotedCsv: join(folder, 'deals-quoted.csv')
  }
  writeFileSync(files.csv, [headers, ...rows].map((row) => row.join(',')).join('\n'))
  writeFileSync(files.quotedCsv, [headers, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
  const dated = rows.map((row) =>
    row.map((cell, at) => (at === createdColumn || at === closeColumn ? new Date(`${cell}T00:00:00Z`) : cell))
  )
  writeFileSync(files.xlsx, await writeXlsx({ sheets: [{ name: 'Deals', rows: [headers, ...dated] }] }))
  return files
}
