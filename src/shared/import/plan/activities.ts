// Plans activities: one row a call, meeting or mail; the same one (kind, day, person, account, deal) is not taken twice.
import { parseIsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { recordReader } from '../record.ts'
import type { ReadTable } from '../types.ts'
import type { AccountDesk } from './catalog.ts'
import type { DealDesk } from './deals.ts'
import type { Notebook } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { ActivityValues, KnownFacts, PlannedRow } from './types.ts'

const matchKey = (activity: ActivityValues): string =>
  [nameKey(activity.kind), activity.happenedOn, activity.seller, activity.account, activity.opportunity].join('|')

export function planActivities(
  tables: readonly ReadTable[],
  known: KnownFacts,
  notes: Notebook,
  desks: { people: PeopleDesk; accounts: AccountDesk; deals: DealDesk }
): PlannedRow<ActivityValues>[] {
  const rows: PlannedRow<ActivityValues>[] = []
  // Someone may call the same customer twice a day: what is there already is counted off one by one.
  const left = new Map<string, number>()
  for (const { values } of known.activities) left.set(matchKey(values), (left.get(matchKey(values)) ?? 0) + 1)
  for (const table of tables) {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal } = read(row)
      const kind = values.kind
      const day = typeof values.happenedOn === 'string' ? parseIsoDate(values.happenedOn) : undefined
      if (refusal !== undefined || typeof kind !== 'string' || day === undefined) {
        notes.reject(table, row, refusal ?? { rule: 'noDate', header: '', cell: '' })
        continue
      }
      const seller = typeof values.seller === 'string' ? desks.people.named(values.seller, null) : null
      const account =
        typeof values.account === 'string' ? (desks.accounts.directory.findName(values.account)?.ref ?? null) : null
      const opportunity =
        typeof values.opportunity === 'string' ? (desks.deals.findId(values.opportunity) ?? null) : null
      const activity: ActivityValues = { kind, happenedOn: day, seller, account, opportunity }
      const key = matchKey(activity)
      const there = left.get(key) ?? 0
      if (there > 0) {
        left.set(key, there - 1)
        notes.count(table, 'same')
        continue
      }
      rows.push({ id: -(rows.length + 1), values: activity, source: notes.keep(table, row) })
      notes.count(table, 'new')
    }
  }
  return rows
}
