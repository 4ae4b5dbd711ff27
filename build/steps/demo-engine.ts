// The engine in this process, for the demo: typed calls on one file, an error reply thrown as a sentence.
import { join } from 'node:path'
import { makeClock } from '../../src/main/engine/clock.ts'
import { Router } from '../../src/main/engine/router.ts'
import { EngineSession } from '../../src/main/engine/workspace/session.ts'
import type { ArgsOf, Method, ResultOf } from '../../src/shared/contract/index.ts'

export interface DemoEngine {
  call<M extends Method>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>>
  /** What the command line does too: the person who runs the demo may read these files. */
  grant(path: string): string
  close(): Promise<void>
}

/** @param folder where backups go @param now an instant at which the clock stands, or undefined */
export function openDemoEngine(folder: string, now: string | undefined): DemoEngine {
  const session = new EngineSession(makeClock(now), join(folder, 'backups'))
  const bugs: string[] = []
  const router = new Router(session, {
    onChanged: () => undefined,
    onWorkspace: () => undefined,
    onBug: (_method, error) => bugs.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
  return {
    call: async (method, args) => {
      const reply = await router.call(method, args, {
        caller: 'host',
        signal: new AbortController().signal,
        onProgress: () => undefined
      })
      if (!reply.ok) throw new Error(`${method} answered ${JSON.stringify(reply.error)}\n${bugs.join('\n')}`)
      // The router answers by the contract the type is taken from.
      return reply.value as ResultOf<typeof method>
    },
    grant: (path) => {
      const token = `path:${path}`
      session.grant(token, path)
      return token
    },
    close: async () => {
      await router.stop()
      session.close()
    }
  }
}
