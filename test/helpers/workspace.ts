// A workspace on a real SQLite file in a folder of its own, called through the router as a window would call it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeClock } from '#engine/clock.ts'
import type { Reader, Writer } from '#engine/db.ts'
import { Router } from '#engine/router.ts'
import { EngineSession } from '#engine/workspace/session.ts'
import type { ArgsOf, Method, ReplyOf, ResultOf } from '#shared/contract/index.ts'
import { currencyCode } from '#shared/units/currency.ts'
import type { Progress, UndoState, WorkspaceSettings } from '#shared/workspace/types.ts'

export const testSettings: WorkspaceSettings = {
  company: 'Test company',
  currency: currencyCode('EUR'),
  calendar: { startMonth: 1, pattern: 'months', weekStart: 1 },
  language: 'en',
  numberLocale: 'en-GB',
  isSample: false
}

export interface TestWorkspace {
  path: string
  folder: string
  session: EngineSession
  db: Reader
  /** Writes without being an undo step: for laying out what a test starts from. */
  writer: Writer
  reply<M extends Method>(
    method: M,
    args: ArgsOf<M>,
    caller?: 'anyone' | 'host',
    /** Aborted by who gives up waiting. */
    signal?: AbortSignal
  ): Promise<ReplyOf<M>>
  /** The value of a call that must succeed. */
  call<M extends Method>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>>
  /** The topics told since the last time this was asked. */
  takeTopics(): string[]
  progress: Progress[]
  bugs: unknown[]
  close(): Promise<void>
}

/** @param now the instant at which the engine's clock stands still */
export async function openTestWorkspace(
  settings: Partial<WorkspaceSettings> = {},
  now = '2026-11-12T09:00:00.000Z'
): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'comarca-test-'))
  const path = join(folder, 'test.comarca')
  const session = new EngineSession(makeClock(now), join(folder, 'backups'))
  const topics: string[] = []
  const progress: Progress[] = []
  const bugs: unknown[] = []
  const router = new Router(session, {
    onChanged: (changed: string[], _undo: UndoState) => topics.push(...changed),
    onWorkspace: () => undefined,
    onBug: (_method, error) => bugs.push(error)
  })
  const { isSample: _isSample, ...given } = { ...testSettings, ...settings }
  const reply = async <M extends Method>(
    method: M,
    args: ArgsOf<M>,
    caller: 'anyone' | 'host' = 'anyone',
    signal = new AbortController().signal
  ) =>
    (await router.call(method, args, {
      caller,
      signal,
      onProgress: (step) => progress.push(step)
    })) as ReplyOf<M>
  const created = await reply('workspace.create', { path, settings: given }, 'host')
  if (!created.ok) throw new Error(`no test workspace: ${JSON.stringify(created.error)}`)
  const file = () => {
    if (session.file === undefined) throw new Error('the test workspace is closed')
    return session.file
  }
  return {
    path,
    folder,
    session,
    get db() {
      return file().connection.reader
    },
    get writer() {
      return file().undoLog.writer
    },
    reply,
    call: async (method, args) => {
      const answer = await reply(method, args, 'host')
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)} ${bugs.map(String).join()}`)
      return answer.value as ResultOf<typeof method>
    },
    takeTopics: () => [...new Set(topics.splice(0))].sort(),
    progress,
    bugs,
    close: async () => {
      await router.stop()
      session.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
