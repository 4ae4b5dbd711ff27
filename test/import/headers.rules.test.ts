// Headers of exports: what their words mean, and that the columns of many systems become the fields that a person would give them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lookAtColumns } from '#shared/import/column-look.ts'
import { entities } from '#shared/import/entities/index.ts'
import { readHeader } from '#shared/import/headers.ts'
import { matchColumns } from '#shared/import/mapping.ts'
import { findEntity } from '#shared/import/recognise.ts'
import { listKeys } from './headers-of-lists.ts'
import { headersOfSystems } from './headers-of-systems.ts'
import { sharedFolder } from './shared-files.ts'

describe('a header', () => {
  test.each([
    ['Probabilidad (%)', 'probability percent', { isPercent: true }],
    ['% Probabilidad', 'probability percent', { isPercent: true }],
    ['Valor Estimado (USD)', 'value expected', { currency: 'USD' }],
    ['importe_eur', 'amount', { currency: 'EUR' }],
    ['TCV EUR', 'tcv', { currency: 'EUR' }],
    ['Importe (k€)', 'amount', { currency: 'EUR', scale: 1000 }],
    ['Revenue (M€)', 'revenue', { currency: 'EUR', scale: 1_000_000 }],
    ['Ingresos en miles de euros', 'revenue', { currency: 'EUR', scale: 1000 }],
    ['Amount in millions', 'amount', { scale: 1_000_000 }],
    ['Importe (convertido)', 'amount converted', { currency: undefined }],
    ['Deal Owner.id', 'deal owner id', {}],
    ['property_dealname', 'deal name', {}],
    ['dealStage', 'deal stage', {}],
    ['Propietario de oportunidad ↑', 'owner deal', {}],
    ['Oportunidad: Propietario de oportunidad: Nombre completo', 'deal owner name', {}],
    ['Closed On', 'closed date', {}],
    ['Oportunidda', 'deal', {}],
    ['Opp #', 'deal id', {}],
    ['Columna 4', '', { isNameless: true }],
    ['Unnamed: 3', '', { isNameless: true }],
    ['', '', { isNameless: true }]
  ])('%j means %j', (header, meanings, unit) => {
    const reading = readHeader(header)
    expect(reading.meanings.join(' ')).toBe(meanings)
    expect(reading).toMatchObject(unit)
  })

  test('in the usual spelling of a field gives its entity that field, or the one it stands in for', () => {
    const lost = entities.flatMap((entity) =>
      entity.fields.flatMap((field) =>
        [field.en[0], field.es[0]].flatMap((spelling) => {
          if (spelling === undefined) return []
          const [match] = matchColumns(lookAtColumns([spelling], []), entity)
          const meant = field.standsInFor ?? field.name
          return match?.field === meant && match.confidence >= 0.9
            ? []
            : [`${entity.name}.${field.name} "${spelling}" is ${match?.field} ${match?.confidence}`]
        })
      )
    )
    expect(lost).toEqual([])
  })
})

interface Told {
  of: number
  right: number
  wrong: string[]
  wrongAndSure: string[]
}

/** Compares what is found for headers without rows with what a person says. */
function tell(
  name: string,
  headers: readonly string[],
  entity: string,
  columns: Readonly<Record<string, string>>
): Told {
  const found = findEntity(lookAtColumns(headers, []), 'export')
  const told: Told = { of: 0, right: 0, wrong: [], wrongAndSure: [] }
  if ((found?.entity ?? '') !== entity) told.wrongAndSure.push(`${name} is ${found?.entity}, not ${entity}`)
  for (const [index, header] of headers.entries()) {
    const key = columns[header] ?? '-'
    const meant = key.replace('?', '').split('|')
    const match = found?.matches.find((each) => each.index === index)
    const isRight = match === undefined ? key === '-' || key.endsWith('?') : meant.includes(match.field)
    if (key !== '-' && !(key.endsWith('?') && match === undefined)) told.of += 1
    if (key !== '-' && isRight && match !== undefined) told.right += 1
    if (isRight) continue
    told.wrong.push(`${name}: "${header}" is ${match?.field ?? 'nothing'}, not ${key}`)
    if (match !== undefined && match.confidence >= 0.9) told.wrongAndSure.push(told.wrong.at(-1) ?? '')
  }
  return told
}

function sum(all: readonly Told[]): Told {
  return {
    of: all.reduce((total, each) => total + each.of, 0),
    right: all.reduce((total, each) => total + each.right, 0),
    wrong: all.flatMap((each) => each.wrong),
    wrongAndSure: all.flatMap((each) => each.wrongAndSure)
  }
}

describe('the headers of systems', () => {
  test.each(headersOfSystems)('$system', ({ system, entity, columns }) => {
    const told = tell(system, Object.keys(columns), entity, columns)
    expect(told.wrongAndSure).toEqual([])
    expect(told.wrong).toEqual([])
    expect(told.right).toBe(told.of)
  })
})

const listsFile = join(sharedFolder, 'headers.json')
if (!existsSync(listsFile)) console.warn(`test/import/headers: header lists skipped, there is no ${listsFile}`)

describe.skipIf(!existsSync(listsFile))('the shared header lists', () => {
  const lists = existsSync(listsFile)
    ? (JSON.parse(readFileSync(listsFile, 'utf8')) as { system: string; locale: string; headers: string[] }[])
    : []

  test('are mapped: at least 95 % of the columns that have a field, none wrongly and surely', () => {
    expect(lists.map((list) => list.headers[0])).toEqual(listKeys.map((key) => key.first))
    const told = sum(
      listKeys.map(({ entity, columns }, at) =>
        tell(`${at} ${lists[at]?.system} ${lists[at]?.locale}`, lists[at]?.headers ?? [], entity, columns)
      )
    )
    expect(told.of).toBeGreaterThan(170)
    expect(told.wrongAndSure).toEqual([])
    expect(told.right / told.of, told.wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})
