// One call from the command line, without a window: `npm run call -- FILE METHOD 'JSON'` prints the reply as JSON.
// `"paths": [...]` in the arguments stands for `files`: the command line may read what the person who typed it may. Exit code 1 when the reply is an error, 2 for wrong usage.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { findCall } from '#shared/contract/index.ts'
import { makeClock } from './clock.ts'
import { Router } from './router.ts'
import { EngineSession } from './workspace/session.ts'

const usage = `Usage: npm run call -- FILE METHOD ['JSON']
  FILE    a .comarca workspace (made when METHOD is workspace.create or workspace.createSample)
  METHOD  e.g. people.listSellers, quotas.allocate
  JSON    the arguments, default {}
Example: npm run call -- demo.comarca workspace.createSample '{"size":"small"}'`

const makesFile = new Set(['workspace.create', 'workspace.createSample'])

function defaultBackupsFolder(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env.APPDATA ?? home, 'Comarca', 'backups')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Comarca', 'backups')
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Comarca', 'backups')
}

/** Turns a list of paths into the tokens a window would hold: the command line has the rights of the person who typed it. */
function grantPaths(session: EngineSession, args: Record<string, unknown>): Record<string, unknown> {
  const { paths, ...rest } = args
  if (!Array.isArray(paths)) return args
  const tokens = paths.map((path) => {
    const full = resolve(String(path))
    const token = `path:${full}`
    session.grant(token, full)
    return token
  })
  return { ...rest, files: tokens }
}

const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

async function main(): Promise<number> {
  const [file, method, json] = process.argv.slice(2)
  if (file === undefined || method === undefined) {
    complain(usage)
    return 2
  }
  let args: Record<string, unknown>
  try {
    args = JSON.parse(json ?? '{}')
  } catch (error) {
    complain(`The arguments are not JSON: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return 2
  }
  const path = resolve(file)
  const session = new EngineSession(
    makeClock(process.env.COMARCA_NOW),
    process.env.COMARCA_BACKUPS ?? defaultBackupsFolder()
  )
  const router = new Router(session, {
    onChanged: () => undefined,
    onWorkspace: () => undefined,
    onBug: (_method, error) => complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
  const abort = new AbortController()
  process.on('SIGINT', () => abort.abort())
  const options = {
    caller: 'host' as const,
    signal: abort.signal,
    onProgress: (progress: { done: number; total?: number; what: string }) =>
      process.stderr.isTTY && process.stderr.write(`\r${progress.what} ${progress.done}/${progress.total ?? '?'}   `)
  }
  let reply = makesFile.has(method) ? undefined : await router.call('workspace.open', { path }, options)
  if (reply === undefined || (reply.ok && method !== 'workspace.open')) {
    if (!makesFile.has(method) || !existsSync(path) || args.replace === true)
      reply = await router.call(
        method,
        { ...grantPaths(session, args), ...(findCall(method)?.caller === 'host' && !('path' in args) ? { path } : {}) },
        options
      )
    else reply = { ok: false, error: { code: 'workspace.exists', fileName: basename(path) } }
  }
  await router.stop()
  session.close()
  await new Promise<void>((written) => process.stdout.write(`${JSON.stringify(reply, null, 2)}\n`, () => written()))
  return reply.ok ? 0 : 1
}

process.exitCode = await main()
