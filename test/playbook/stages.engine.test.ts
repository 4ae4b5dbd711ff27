// The stage model: what names mean, and that a deal never loses its stage.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orderStageNames, stageStatusOf } from '#shared/playbook/index.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

describe('names of stages', () => {
  test.each([
    ['Cerrada ganada', 'won'],
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['Cierre ganado', 'won'],
    ['Perdido', 'lost'],
    ['Closed - Lost to competitor', 'lost'],
    ['No ganada', 'lost'],
    ['Not won', 'lost'],
    ['Cancelled', 'lost'],
    ['Negotiation', 'open'],
    ['Wonderland', 'open'],
    ['', 'open']
  ] as const)('%s is %s', (name, status) => {
    expect(stageStatusOf(name)).toBe(status)
  })
  test('are ordered as a funnel', () => {
    expect(orderStageNames(['Won', 'Engaging', 'Lost', 'Prospecting'])).toEqual([
      'Prospecting',
      'Engaging',
      'Won',
      'Lost'
    ])
    expect(orderStageNames(['Cerrada perdida', 'Negociación', 'Propuesta', 'Cerrada ganada', 'Calificación'])).toEqual([
      'Calificación',
      'Propuesta',
      'Negociación',
      'Cerrada ganada',
      'Cerrada perdida'
    ])
  })
})

describe('stages', () => {
  let workspace: TestWorkspace
  beforeEach(async () => {
    workspace = await openTestWorkspace()
  })
  afterEach(() => workspace.close())
  const names = async (): Promise<string[]> =>
    (await workspace.call('playbook.listStages', {})).map((stage) => stage.name)

  test('open ones go before the closed ones, and can be put in order', async () => {
    await workspace.call('playbook.createStage', { name: 'Won', status: 'won' })
    await workspace.call('playbook.createStage', { name: 'Lead', status: 'open', probabilityRatio: 0.1 })
    const demo = await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    expect(await names()).toEqual(['Lead', 'Demo', 'Won'])
    await workspace.call('playbook.orderStages', { stageIds: [demo.id] })
    expect(await names()).toEqual(['Demo', 'Lead', 'Won'])
    await workspace.call('workspace.undo', {})
    expect(await names()).toEqual(['Lead', 'Demo', 'Won'])
  })

  test('won is certain, lost is impossible, and an opened one knows nothing', async () => {
    const stage = await workspace.call('playbook.createStage', { name: 'Signed', status: 'won', probabilityRatio: 0.4 })
    expect(stage.probabilityRatio).toBe(1)
    const opened = await workspace.call('playbook.updateStage', { stageId: stage.id, status: 'open' })
    expect(opened).toMatchObject({ status: 'open', probabilityRatio: null })
    expect(await workspace.call('playbook.updateStage', { stageId: stage.id, status: 'lost' })).toMatchObject({
      probabilityRatio: 0
    })
  })

  test('have names of their own', async () => {
    const one = await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    const again = await workspace.reply('playbook.createStage', { name: ' démo ', status: 'open' })
    expect(again).toMatchObject({ ok: false, error: { code: 'playbook.stageNameTaken' } })
    expect(await workspace.call('playbook.updateStage', { stageId: one.id, name: 'DEMO' })).toMatchObject({
      name: 'DEMO'
    })
  })

  test('with deals stay', async () => {
    const stage = await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    workspace.writer.insert('opportunities', { stage_id: stage.id, currency: 'EUR' })
    const refused = await workspace.reply('playbook.removeStage', { stageId: stage.id })
    expect(refused).toMatchObject({ ok: false, error: { code: 'playbook.stageInUse', deals: 1 } })
    workspace.writer.run('DELETE FROM opportunities')
    await workspace.call('playbook.removeStage', { stageId: stage.id })
    expect(await names()).toEqual([])
  })
})
