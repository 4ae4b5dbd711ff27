// What the router refuses, and what a worker, a reader and a cancelled job may do.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeClock } from '#engine/clock.ts'
import { CancelledError, WorkerPool } from '#engine/worker-pool.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

test('an unknown method is refused by name', async () => {
  // @ts-expect-error no such method
  const reply = await workspace.reply('people.doAnything', {})
  expect(reply).toEqual({ ok: false, error: { code: 'engine.unknownMethod', method: 'people.doAnything' } })
  // @ts-expect-error names of Object are no methods either
  expect((await workspace.reply('constructor.name', {})).ok).toBe(false)
})

test('a bad argument is refused in the engine, with the place in it', async () => {
  // @ts-expect-error the year has to be a number
  const reply = await workspace.reply('plans.createPlan', { fiscalYear: 'soon', scenarioName: 'Baseline' })
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'engine.badArgument', method: 'plans.createPlan', where: 'fiscalYear' }
  })
})

test('a window can not open a path by itself', async () => {
  const reply = await workspace.reply('workspace.open', { path: '/etc/passwd' }, 'anyone')
  expect(reply).toEqual({ ok: false, error: { code: 'engine.hostOnly', method: 'workspace.open' } })
})

test('a reader can not write', () => {
  expect(() => workspace.db.all('DELETE FROM sellers')).toThrow('a reader was asked to write')
})

test('a change tells the domains concerned', async () => {
  workspace.takeTopics()
  await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  expect(workspace.takeTopics()).toEqual(['plans'])
})

test('without an open file a query says so', async () => {
  workspace.session.close()
  expect(await workspace.reply('plans.listPlans', {})).toEqual({ ok: false, error: { code: 'engine.noWorkspace' } })
})

test('a worker computes, reports progress, and can be cancelled', async () => {
  const pool = new WorkerPool()
  const steps: number[] = []
  const never = new AbortController().signal
  const sum = await pool.run({ name: 'workspace.sum', args: [1, 2, 3] }, never, (step) => steps.push(step.done))
  expect(sum).toBe(6)
  expect(steps).toEqual([1, 2, 3])
  const controller = new AbortController()
  const long = pool.run(
    { name: 'workspace.sum', args: Array.from({ length: 200_000 }, () => 1) },
    controller.signal,
    () => controller.abort()
  )
  await expect(long).rejects.toBeInstanceOf(CancelledError)
  await expect(pool.run({ name: 'workspace.none', args: 1 }, never, () => undefined)).rejects.toThrow('no worker task')
  expect(await pool.run({ name: 'workspace.sum', args: [4] }, never, () => undefined)).toBe(4)
  await pool.stop()
})

test('the clock can be held still, and a bad instant is an error', () => {
  expect(makeClock('2026-11-12T09:00:00Z').now()).toBe('2026-11-12T09:00:00.000Z')
  expect(() => makeClock('yesterday')).toThrow('COMARCA_NOW')
})
