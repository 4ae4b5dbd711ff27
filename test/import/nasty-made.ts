// What the tests of nasty exports read them with, and what they say of them: all in words, so that a test shows what a file comes to.
import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import { noChoices } from '#shared/import/plan/index.ts'
import type { PlanChoices } from '#shared/import/plan/types.ts'
import { splitSheet } from '#shared/import/split-sheet.ts'
import type { RawSheet, ReadTable, TableChoice } from '#shared/import/types.ts'
import { understandSheet } from '#shared/import/understand.ts'
import { nothingKnown, plan } from './plan-tables.ts'
import { sheetOf } from './tables.ts'

export const understood = (sheet: RawSheet, fileName: string, choice: Omit<TableChoice, 'key'> = {}): ReadTable[] =>
  splitSheet(sheet).map((part, at) =>
    understandSheet(part, { key: String(at), fileIndex: 0, fileName }, { key: String(at), ...choice }, new Map(), [])
  )
export const text = (content: string): RawSheet => {
  const delimiter = chooseDelimiter(content)
  return {
    ...sheetOf([]),
    rows: readDelimited(content, delimiter),
    encoding: 'utf-8',
    delimiter,
    quote: '"'
  }
}

/** The plan of the tables in a workspace that holds nothing. */
export const planOf = (tables: readonly ReadTable[], stages: PlanChoices['stages'] = []) =>
  plan(tables, { known: { ...nothingKnown, fiscalYear: 2026 }, choices: { ...noChoices, stages } })

/** What the tables come to, with names in place of references. */
export function made(tables: readonly ReadTable[]) {
  const { rows, report } = planOf(tables)
  const named = <Row extends { id: number }>(list: readonly Row[], name: (row: Row) => string) => {
    const names = new Map(list.map((row) => [row.id, name(row)]))
    return (id: number | null): string => (id === null ? '-' : (names.get(id) ?? '?'))
  }
  const stage = named(rows.stages, ({ name, status }) => `${name} (${status})`)
  const account = named(rows.accounts, ({ values }) => values.name)
  const seller = named(rows.sellers, ({ values }) => values.name)
  return {
    rejected: report.rejected.length,
    deals: rows.opportunities.map(({ values: deal }) =>
      [
        deal.externalId ?? '-',
        deal.name,
        account(deal.account),
        stage(deal.stage),
        deal.amountMinor === null ? '-' : `${deal.amountMinor / 100} ${deal.currency}`,
        deal.closeOn,
        seller(deal.seller)
      ].join('; ')
    ),
    quotas: rows.quotas.map(
      ({ values }) => `${seller(values.seller)} ${values.startsOn.slice(0, 7)} ${values.amountMinor / 100}`
    ),
    accounts: rows.accounts.map(({ values }) => values.name),
    questions: tables.flatMap((table) => table.questions.map((question) => question.header))
  }
}
