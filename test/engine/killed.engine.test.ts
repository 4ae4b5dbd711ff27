// The engine as a real process, killed with SIGKILL while it works: what it had answered is in the file, nothing is half there.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EngineToHost, HostToEngine, WireReply } from '#shared/contract/messages.ts'
import { nodeFlags } from '../../build/steps/terminal.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
  workspace.session.close()
})
afterEach(() => workspace.close())

interface Engine {
  child: ChildProcess
  send(id: number, method: string, args: unknown): void
  replies: Map<number, WireReply>
}

async function startEngine(): Promise<Engine> {
  const child = fork(join(import.meta.dirname, '../../src/main/engine/main.ts'), [], {
    execPath: process.execPath,
    execArgv: nodeFlags,
    serialization: 'advanced',
    env: { ...process.env, COMARCA_BACKUPS: join(workspace.folder, 'backups') }
  })
  const replies = new Map<number, WireReply>()
  child.on('message', (message: EngineToHost) => {
    if (message.type === 'host' && message.message.type === 'reply')
      replies.set(message.message.id, message.message.reply)
  })
  await once(child, 'message')
  const send = (id: number, method: string, args: unknown): void => {
    const message: HostToEngine = { type: 'host', message: { type: 'call', id, method, args } }
    child.send(message)
  }
  return { child, send, replies }
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
}

test.each([1, 7, 23])('killed after %i answers', async (answers) => {
  const engine = await startEngine()
  engine.send(0, 'workspace.open', { path: workspace.path })
  await until(() => engine.replies.has(0))
  const sent = 60
  for (let id = 1; id <= sent; id++)
    engine.send(id, 'plans.createPlan', { fiscalYear: 2000 + id, scenarioName: 'Baseline' })
  await until(() => engine.replies.size > answers)
  engine.child.kill('SIGKILL')
  await once(engine.child, 'exit')
  const answered = [...engine.replies].filter(([id, reply]) => id > 0 && reply.ok).map(([id]) => 2000 + id)
  expect(answered.length).toBeGreaterThanOrEqual(answers)

  // The lock went with the process, the file is sound, and every plan in it is whole.
  const reopened = workspace.session.open(workspace.path)
  expect(reopened).toMatchObject({ ok: true })
  const plans = await workspace.call('plans.listPlans', {})
  const years = plans.map((plan) => plan.fiscalYear)
  expect(years).toEqual(expect.arrayContaining(answered))
  expect(plans.every((plan) => plan.scenarios.length === 1)).toBe(true)
  expect(await workspace.call('workspace.listAudit', {})).toHaveLength(plans.length)
})

test('an engine whose host has gone closes the file and ends', async () => {
  const engine = await startEngine()
  engine.send(0, 'workspace.open', { path: workspace.path })
  await until(() => engine.replies.has(0))
  engine.child.disconnect()
  const [code] = await once(engine.child, 'exit')
  expect(code).toBe(0)
  expect(workspace.session.open(workspace.path).ok).toBe(true)
})
