// The grid of call norms: a row for each class there is, for norms whose class is gone, and one for all other classes; and what an edit of its
// cells makes of the settings.
import type { CallNorm, Sizing, TerritorySettings } from '#shared/territories/measure-types.ts'
import type { FieldValue } from '#shared/territories/rule-types.ts'
import { nameKey } from '#shared/units/name-key.ts'

export interface NormRow {
  /** Null: the row of all other classes. */
  readonly value: string | null
  readonly label: string
  /** Null where it isn't known yet. */
  readonly accounts: number | null
  /** Null: the class has no norm of its own. */
  readonly callsPerYear: number | null
  readonly minutesPerCall: number | null
  readonly hours: number | null
}

export function normRows(
  settings: TerritorySettings,
  values: readonly FieldValue[],
  sizing: Sizing | undefined
): NormRow[] {
  const norms = new Map(settings.callNorms.map((norm) => [nameKey(norm.value), norm]))
  const sized = new Map(sizing?.classes.flatMap((each) => (each.value === null ? [] : [[nameKey(each.value), each]])))
  const listed = values.map((each): NormRow => {
    const norm = norms.get(nameKey(each.value))
    return {
      value: each.value,
      label: each.label,
      accounts: each.accounts,
      callsPerYear: norm?.callsPerYear ?? null,
      minutesPerCall: norm?.minutesPerCall ?? null,
      hours: norm ? (sized.get(nameKey(each.value))?.hours ?? null) : null
    }
  })
  const known = new Set(values.map((each) => nameKey(each.value)))
  const gone = settings.callNorms
    .filter((norm) => !known.has(nameKey(norm.value)))
    .map((norm): NormRow => ({ ...norm, label: norm.value, accounts: 0, hours: 0 }))
  const others = sizing?.classes.find((each) => each.value === null)
  const rest: NormRow = {
    value: null,
    label: '',
    accounts: settings.otherCalls === null ? (sizing?.unclassed ?? null) : sizing ? (others?.accounts ?? 0) : null,
    callsPerYear: settings.otherCalls?.callsPerYear ?? null,
    minutesPerCall: settings.otherCalls?.minutesPerCall ?? null,
    hours: settings.otherCalls === null ? null : (others?.hours ?? 0)
  }
  return [...listed, ...gone, rest]
}

export interface NormEdit {
  readonly row: NormRow
  readonly column: string
  readonly value: string | number | null
}

/**
 * What edits of the grid make of the norms. Emptying a cell takes the norm away: half a norm says nothing. A class that gets its first number
 * takes the other from the norm of all other classes, and none where there is no such norm.
 */
export function editNorms(
  settings: Pick<TerritorySettings, 'callNorms' | 'otherCalls'>,
  edits: readonly NormEdit[]
): Pick<TerritorySettings, 'callNorms' | 'otherCalls'> {
  let { otherCalls } = settings
  const norms = new Map(settings.callNorms.map((norm) => [nameKey(norm.value), norm]))
  for (const { row, column, value } of edits) {
    if (column !== 'callsPerYear' && column !== 'minutesPerCall') continue
    const typed = value === null ? null : Number(value)
    if (row.value === null) {
      otherCalls = typed === null ? null : { callsPerYear: 0, minutesPerCall: 0, ...otherCalls, [column]: typed }
      continue
    }
    const key = nameKey(row.value)
    const norm: CallNorm = norms.get(key) ?? { value: row.label, callsPerYear: 0, minutesPerCall: 0, ...otherCalls }
    if (typed === null) norms.delete(key)
    else norms.set(key, { ...norm, [column]: typed })
  }
  return { callNorms: [...norms.values()], otherCalls }
}
