// Profiles: files of a shape that was imported before are understood as they were, also when columns moved, came or went.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasHeadersAt } from '#shared/import/profile-header.ts'
import { matchProfile, profileOf, type StoredProfile, shapeOf } from '#shared/import/profiles.ts'
import { recordReader } from '#shared/import/record.ts'
import type { TableChoice } from '#shared/import/types.ts'
import { mappingOf, tableOf } from './tables.ts'

const text = 'Deal name,Stage,Amount,Close date,Note\nA,Won,1.234,03/04/2026,x\nB,Won,5,05/06/2026,y'
const answers: Omit<TableChoice, 'key'> = {
  columns: { 4: 'leadSource' },
  dateOrders: { 3: 'dmy' },
  decimalSigns: { 2: ',' }
}

function stored(
  from: string,
  choice: Omit<TableChoice, 'key'>,
  id = 1,
  usedAt = '2026-11-01T10:00:00Z'
): StoredProfile {
  const made = profileOf(tableOf(from, 'file.csv', choice), { key: '0', ...choice })
  if (made === undefined) throw new Error('no profile')
  // A profile is kept as text.
  return JSON.parse(JSON.stringify({ ...made, id, name: `Profile ${id}`, usedAt })) as StoredProfile
}

describe('shapeOf', () => {
  test('does not depend on order, case, accents or empty headers', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 }), (headers) => {
        expect(shapeOf([...headers].reverse())).toBe(shapeOf(headers))
        expect(shapeOf([...headers, '', ' '])).toBe(shapeOf(headers))
      })
    )
    expect(shapeOf(['Descripción', 'Importe'])).toBe(shapeOf(['IMPORTE', 'descripcion']))
  })
  test('tells other headers apart', () => {
    const shapes = new Set(Array.from({ length: 2000 }, (_, at) => shapeOf(['Stage', `Column ${at}`])))
    expect(shapes.size).toBe(2000)
    expect(shapeOf(['Stage', 'Amount'])).not.toBe(shapeOf(['Stage', 'Amount', 'Amount']))
  })
})

describe('a profile', () => {
  test('keeps fields of all columns and formats where somebody said them', () => {
    expect(stored(text, answers)).toMatchObject({
      entity: 'opportunities',
      shape: shapeOf(['Deal name', 'Stage', 'Amount', 'Close date', 'Note']),
      columns: [
        { header: 'Deal name', index: 0, field: 'name' },
        { header: 'Stage', index: 1, field: 'stage' },
        { header: 'Amount', index: 2, field: 'amount', decimalSign: ',' },
        { header: 'Close date', index: 3, field: 'closeOn', dateOrder: 'dmy' },
        { header: 'Note', index: 4, field: 'leadSource' }
      ],
      reading: { headerRow: 1, headerRows: 1, encoding: 'utf-8', delimiter: ',' }
    })
    const found = stored('Deal name,Stage,Amount,Close date\nA,Won,5,2026-04-03', {})
    expect(found.columns.every((column) => column.dateOrder === undefined && column.decimalSign === undefined)).toBe(
      true
    )
    expect(profileOf(tableOf('a,b\n1,2'), undefined)).toBeUndefined()
  })

  test('answers for the next file of the shape, and is kept with its answers', () => {
    const again = tableOf(text, 'other.csv', {}, [stored(text, answers)])
    expect(again.questions).toEqual([])
    expect(mappingOf(again).Note).toBe('leadSource')
    expect(again.profile).toEqual({
      profileId: 1,
      name: 'Profile 1',
      usedAt: '2026-11-01T10:00:00Z',
      isExact: true,
      added: [],
      missing: [],
      moved: []
    })
    expect(again.columns[3]?.format).toMatchObject({ dateOrder: 'dmy', evidence: { reason: 'rememberedOrder' } })
    expect(recordReader(again)(again.rows[0]!).values).toMatchObject({ amount: 1234, closeOn: '2026-04-03' })
    expect(profileOf(again, undefined)?.columns).toEqual(stored(text, answers).columns)
  })

  test('gives way to what the user says and to what the cells say', () => {
    const profile = stored(text, answers)
    const chosen = tableOf(text, 'x.csv', { columns: { 4: 'name' }, dateOrders: { 3: 'mdy' } }, [profile])
    expect(mappingOf(chosen)).toMatchObject({ Note: 'name' })
    expect(mappingOf(chosen)['Deal name']).toBeUndefined()
    expect(chosen.columns[3]?.format?.dateOrder).toBe('mdy')
    const clear = tableOf(text.replace('05/06/2026', '05/26/2026'), 'x.csv', {}, [profile])
    expect(clear.columns[3]?.format).toMatchObject({ dateOrder: 'mdy', evidence: { reason: 'onlyOrder' } })
  })

  test('says what moved, came and went', () => {
    const moved = 'Stage,Deal name,Close date,Note,Account\nWon,A,03/04/2026,x,Acme'
    const table = tableOf(moved, 'x.csv', {}, [stored(text, answers)])
    expect(table.profile).toMatchObject({
      isExact: false,
      added: ['Account'],
      missing: [{ header: 'Amount', field: 'amount' }],
      moved: [
        { header: 'Deal name', from: 0, to: 1 },
        { header: 'Stage', from: 1, to: 0 },
        { header: 'Close date', from: 3, to: 2 },
        { header: 'Note', from: 4, to: 3 }
      ]
    })
    expect(mappingOf(table)).toEqual({
      Stage: 'stage',
      'Deal name': 'name',
      'Close date': 'closeOn',
      Note: 'leadSource',
      Account: 'account'
    })
    expect(table.columns[2]?.format?.dateOrder).toBe('dmy')
  })

  test('is only taken where most of its mapped headers are there', () => {
    const profile = stored(text, answers)
    expect(matchProfile(['Deal name', 'Stage', 'Other'], [profile])).toBeUndefined()
    expect(matchProfile(['Deal name', 'Stage', 'Amount', 'Close date'], [profile])?.match.missing).toHaveLength(1)
    expect(matchProfile([], [profile])).toBeUndefined()
    expect(matchProfile(['Deal name'], [])).toBeUndefined()
  })

  test('of a better fit goes first, then the one used last', () => {
    const headers = ['Deal name', 'Stage', 'Amount', 'Close date', 'Note']
    const wider = stored(`${text.split('\n')[0]},Account\nA,Won,5,03/04/2026,x,Acme`, {}, 2)
    expect(matchProfile(headers, [wider, stored(text, answers)])?.profile.id).toBe(1)
    const later = stored(text, answers, 3, '2026-11-02T10:00:00Z')
    expect(matchProfile(headers, [later, stored(text, answers)])?.profile.id).toBe(3)
    expect(matchProfile(headers, [stored(text, answers), later])?.profile.id).toBe(3)
  })

  test('of accounts is not laid over deals that also name accounts', () => {
    const accounts = stored('Account,Industry\nAcme,Tech', {})
    expect(accounts.entity).toBe('accounts')
    const deals = 'Deal name,Stage,Amount,Close date,Account,Industry\nA,Won,5,2026-04-03,Acme,Tech'
    expect(tableOf(deals, 'x.csv', {}, [accounts])).toMatchObject({ entity: 'opportunities', profile: null })
  })

  test('keeps two columns of one header apart', () => {
    const twice = 'Deal name,Stage,Amount,Close date,Name,Name\nA,Won,5,2026-04-03,x,y'
    const profile = stored(twice, { columns: { 4: 'account', 5: 'seller' } })
    expect(
      tableOf(twice, 'x.csv', {}, [profile])
        .columns.map((column) => column.field)
        .slice(4)
    ).toEqual(['account', 'seller'])
  })

  test('remembers the row of a header that nothing else would find', () => {
    const odd = 'Deal name,Stage,Amount,Close date\nAsunto,Momento,Cuantía,Final\nA,Won,5,2026-04-03'
    expect(tableOf(odd).headerRow).not.toBe(2)
    const profile: StoredProfile = { ...stored(odd, { headerRow: 2, headerRows: 1, entity: 'opportunities' }), id: 9 }
    expect(profile.reading.headerRow).toBe(2)
    expect(hasHeadersAt([{ rowNumber: 2, cells: ['Asunto', 'Momento', 'Cuantía', 'Final'] }], profile)).toBe(true)
    expect(hasHeadersAt([{ rowNumber: 1, cells: ['Asunto', 'Momento', 'Cuantía', 'Final'] }], profile)).toBe(false)
    expect(tableOf(odd, 'x.csv', {}, [profile])).toMatchObject({ headerRow: 2, profile: { profileId: 9 } })
  })
})
