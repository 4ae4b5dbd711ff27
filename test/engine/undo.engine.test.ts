// Undo, redo and the audit log on a real file: what a command changed goes back to exactly what it was, in any order of commands.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SqlValue, Writer } from '#engine/db.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const now = '2026-11-12T10:00:00.000Z'
const log = () => {
  const file = workspace.session.file
  if (file === undefined) throw new Error('closed')
  return file.undoLog
}
const run = (work: (db: Writer) => void, method = 'test.change') =>
  log().execute(method, now, () => {
    work(log().writer)
    return { keep: true, params: { name: 'Ana' }, value: null }
  })

/** Everything undo is responsible for, as text. */
const content = (): string =>
  JSON.stringify(
    ['teams', 'sellers', 'seller_aliases', 'team_memberships', 'accounts', 'stages', 'opportunities'].map((table) =>
      workspace.db.all(`SELECT * FROM ${table} ORDER BY id`)
    )
  )

const seller = (name: string): Record<string, SqlValue> => ({ name, role: 'seller' })

describe('one command', () => {
  test('an insert, an update and a delete go back and come again', () => {
    run((db) => db.insert('sellers', seller('Ana')))
    const before = content()
    run((db) => {
      db.update('sellers', 1, { email: 'ana@example.com', variable_pay_minor: 4_000_000 })
      db.insert('sellers', seller('Luca'))
      db.insert('seller_aliases', { seller_id: 1, alias: 'A. Ruiz', alias_key: 'a ruiz' })
    })
    const after = content()
    expect(after).not.toBe(before)
    expect(log().step('undo', now)?.label).toEqual({ method: 'test.change', params: { name: 'Ana' } })
    expect(content()).toBe(before)
    log().step('redo', now)
    expect(content()).toBe(after)
  })

  test('rows that a delete takes along come back with it', () => {
    run((db) => {
      db.insert('sellers', seller('Ana'))
      db.insert('seller_aliases', { seller_id: 1, alias: 'A', alias_key: 'a' })
      db.insert('teams', { name: 'North', name_key: 'north', manager_id: 1 })
    })
    const before = content()
    run((db) => db.remove('sellers', 1))
    expect(workspace.db.get<{ n: number }>('SELECT count(*) AS n FROM seller_aliases')?.n).toBe(0)
    expect(workspace.db.get<{ m: number | null }>('SELECT manager_id AS m FROM teams')?.m).toBeNull()
    log().step('undo', now)
    expect(content()).toBe(before)
  })

  test('a command that fails half way leaves nothing and no step', () => {
    const before = content()
    expect(() =>
      run((db) => {
        db.insert('sellers', seller('Ana'))
        throw new Error('stop')
      })
    ).toThrow('stop')
    const refused = log().execute('test.refused', now, () => {
      log().writer.insert('sellers', seller('Luca'))
      return { keep: false, params: {}, value: 'no' }
    })
    expect(refused).toEqual({ value: 'no', tables: [] })
    expect(content()).toBe(before)
    expect(log().state()).toEqual({ undo: null, redo: null })
  })

  test('a command that changes nothing is no step', () => {
    run((db) => db.insert('sellers', seller('Ana')))
    expect(run((db) => db.update('sellers', 1, { name: 'Ana' })).tables).toEqual([])
    expect(log().listEvents('', 10, undefined)).toHaveLength(1)
  })

  test('fractions and large amounts survive to the last digit', () => {
    run((db) => {
      db.insert('stages', { name: 'Demo', name_key: 'demo', position: 1, status: 'open', probability_ratio: 0.1 + 0.2 })
      db.insert('sellers', { ...seller('Ana'), base_pay_minor: Number.MAX_SAFE_INTEGER })
    })
    const before = content()
    run((db) => {
      db.remove('stages', 1)
      db.remove('sellers', 1)
    })
    log().step('undo', now)
    expect(content()).toBe(before)
  })
})

describe('many rows at once', () => {
  const names = Array.from({ length: 500 }, (_, index) => [`Account ${index}`, `account ${index}`] as const)

  test('are one range in the log, go back as a whole and come again', () => {
    run((db) => db.insertMany('accounts', ['name', 'name_key'], names))
    const after = content()
    const [event] = log().listEvents('', 10, undefined)
    expect(event?.changeCount).toBe(500)
    expect(log().listChanges(event?.eventId ?? 0, 10)).toHaveLength(1)
    log().step('undo', now)
    expect(workspace.db.get<{ n: number }>('SELECT count(*) AS n FROM accounts')?.n).toBe(0)
    log().step('redo', now)
    expect(content()).toBe(after)
    log().step('undo', now)
    log().step('redo', now)
    expect(content()).toBe(after)
  })

  test('and rows of it changed or removed by the same command', () => {
    run((db) => {
      const range = db.insertMany('accounts', ['name', 'name_key'], names)
      db.update('accounts', (range?.firstId ?? 0) + 1, { parent_id: range?.firstId ?? null })
      db.update('accounts', (range?.firstId ?? 0) + 1, { city: 'Teruel' })
      db.remove('accounts', (range?.firstId ?? 0) + 2)
    })
    const after = content()
    log().step('undo', now)
    expect(workspace.db.get<{ n: number }>('SELECT count(*) AS n FROM accounts')?.n).toBe(0)
    log().step('redo', now)
    expect(content()).toBe(after)
  })

  test('that take over the ids of rows the same command removed before', () => {
    run((db) => db.insertMany('accounts', ['name', 'name_key'], names.slice(0, 3)))
    const before = content()
    run((db) => {
      for (const id of [1, 2, 3]) db.remove('accounts', id)
      db.insertMany('accounts', ['name', 'name_key'], names.slice(10, 12))
      db.update('accounts', 1, { city: 'Soria' })
    })
    const after = content()
    for (let turn = 0; turn < 2; turn++) {
      log().step('undo', now)
      expect(content()).toBe(before)
      log().step('redo', now)
      expect(content()).toBe(after)
    }
  })

  test('leave nothing kept for a redo that can not come any more', () => {
    run((db) => db.insertMany('accounts', ['name', 'name_key'], names))
    log().step('undo', now)
    const kept = () => workspace.db.get<{ n: number }>('SELECT count(*) AS n FROM bulk_rows')?.n
    expect(kept()).toBe(500)
    run((db) => db.insert('sellers', seller('Ana')))
    expect(kept()).toBe(0)
  })

  test('none at all is no change', () => {
    expect(run((db) => db.insertMany('accounts', ['name', 'name_key'], [])).tables).toEqual([])
  })
})

describe('many commands', () => {
  test('any run of commands, undone and redone, passes through the same states', () => {
    const step = fc.oneof(
      fc.record({ op: fc.constant('insert' as const), name: fc.string({ maxLength: 12 }) }),
      fc.record({ op: fc.constant('update' as const), pick: fc.nat(), name: fc.string({ maxLength: 12 }) }),
      fc.record({ op: fc.constant('remove' as const), pick: fc.nat() })
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (commands) => {
          const states = [content()]
          let made = 0
          for (const steps of commands) {
            const { tables } = run((db) => {
              for (const each of steps) {
                if (each.op === 'insert') db.insert('sellers', seller(each.name))
                else {
                  const ids = db.all<{ id: number }>('SELECT id FROM sellers ORDER BY id')
                  const id = ids[each.pick % Math.max(1, ids.length)]?.id
                  if (id === undefined) continue
                  if (each.op === 'update') db.update('sellers', id, { name: each.name })
                  else db.remove('sellers', id)
                }
              }
            })
            if (tables.length === 0) continue
            made += 1
            states.push(content())
          }
          for (let index = made - 1; index >= 0; index--) {
            log().step('undo', now)
            expect(content()).toBe(states[index])
          }
          for (let index = 1; index <= made; index++) {
            log().step('redo', now)
            expect(content()).toBe(states[index])
          }
          for (let index = 0; index < made; index++) log().step('undo', now)
        }
      ),
      { numRuns: 40 }
    )
  })

  test('a new command after an undo ends the redo', () => {
    run((db) => db.insert('sellers', seller('Ana')))
    log().step('undo', now)
    expect(log().state().redo).not.toBeNull()
    run((db) => db.insert('sellers', seller('Luca')))
    expect(log().state().redo).toBeNull()
    expect(log().step('redo', now)).toBeUndefined()
  })
})

describe('through the calls', () => {
  test('undo survives closing and opening the file', async () => {
    const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    await workspace.call('plans.renameScenario', { scenarioId: plan.scenarios[0]?.id ?? 0, name: 'Base' })
    workspace.session.close()
    await workspace.call('workspace.open', { path: workspace.path })
    const undone = await workspace.call('workspace.undo', {})
    expect(undone.label).toEqual({ method: 'plans.renameScenario', params: { name: 'Base', from: 'Baseline' } })
    const [again] = await workspace.call('plans.listPlans', {})
    expect(again?.scenarios.map((scenario) => scenario.name)).toEqual(['Baseline'])
    expect(undone.state.redo?.method).toBe('plans.renameScenario')
  })

  test('the audit log names who did what, with before and after, and can be searched', async () => {
    const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    await workspace.call('plans.renameScenario', { scenarioId: plan.scenarios[0]?.id ?? 0, name: 'North first' })
    await workspace.call('workspace.undo', {})
    const all = await workspace.call('workspace.listAudit', {})
    expect(all.map((event) => [event.kind, event.label.method])).toEqual([
      ['undo', 'plans.renameScenario'],
      ['do', 'plans.renameScenario'],
      ['do', 'plans.createPlan']
    ])
    const found = await workspace.call('workspace.listAudit', { search: 'North first' })
    expect(found).toHaveLength(2)
    const changes = await workspace.call('workspace.listChanges', { eventId: found[1]?.eventId ?? 0 })
    expect(changes[0]?.before?.name).toBe('Baseline')
    expect(changes[0]?.after?.name).toBe('North first')
  })

  test('nothing to undo is said', async () => {
    expect(await workspace.reply('workspace.undo', {})).toEqual({
      ok: false,
      error: { code: 'workspace.nothingToUndo' }
    })
  })
})
