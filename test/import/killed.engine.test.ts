// The engine killed in the middle of an import: afterwards the file is sound and holds all of it or nothing; so does a cancelled one.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EngineToHost, HostToEngine, WireReply } from '#shared/contract/messages.ts'
import { nodeFlags } from '../../build/steps/terminal.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

const rows = 4000
let workspace: TestWorkspace
let path: string

beforeEach(async () => {
  workspace = await openTestWorkspace()
  path = join(workspace.folder, 'deals.csv')
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${at},Deal ${at},${at % 3 === 0 ? 'Won' : 'Open'},${at}.5,2026-01-${String((at % 28) + 1).padStart(2, '0')},Seller ${at % 40},Account ${at % 400}`
  )
  writeFileSync(path, ['Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account', ...lines].join('\n'))
})
afterEach(() => workspace.close())

const count = (table: string): number => workspace.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1

const sourceRows = (): number =>
  workspace.db.get<{ n: number }>('SELECT ifnull(sum(last_id - id + 1), 0) AS n FROM source_blocks')?.n ?? -1

/** Runs the import in an engine of its own and kills it `afterMs` after the writing began. */
async function importAndKill(afterMs: number): Promise<void> {
  workspace.session.close()
  const child = fork(join(import.meta.dirname, '../../src/main/engine/main.ts'), [], {
    execPath: process.execPath,
    execArgv: nodeFlags,
    serialization: 'advanced',
    env: { ...process.env, COMARCA_BACKUPS: join(workspace.folder, 'backups') }
  })
  const replies = new Map<number, WireReply>()
  let isWriting = false
  child.on('message', (message: EngineToHost) => {
    if (message.type !== 'host') return
    if (message.message.type === 'reply') replies.set(message.message.id, message.message.reply)
    if (message.message.type === 'progress' && message.message.progress.what === 'import.progress.writing')
      isWriting = true
  })
  await once(child, 'message')
  const send = (id: number, method: string, args: unknown): void => {
    const call: HostToEngine = { type: 'host', message: { type: 'call', id, method, args } }
    child.send(call)
  }
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  send(0, 'workspace.open', { path: workspace.path })
  send(1, 'workspace.grantFile', { token: 'deals', path })
  await until(() => replies.has(1))
  send(2, 'import.run', { files: ['deals'] })
  await until(() => isWriting || replies.has(2))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(workspace.session.open(workspace.path)).toMatchObject({ ok: true })
}

test.each([0, 15, 60])('killed %i ms into the writing: all or nothing', async (afterMs) => {
  await importAndKill(afterMs)
  const deals = count('opportunities')
  expect([0, rows]).toContain(deals)
  expect(sourceRows()).toBe(deals)
  expect(count('imports')).toBe(deals === 0 ? 0 : 1)
  expect(count('sellers')).toBe(deals === 0 ? 0 : 40)
  expect(count('accounts')).toBe(deals === 0 ? 0 : 400)
  expect(await workspace.call('workspace.listAudit', {})).toHaveLength(deals === 0 ? 0 : 1)
})
