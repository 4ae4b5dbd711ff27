// The whole window on a real engine with the sample company, in a drawn document; the main process is played by a list of answers.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { EngineHost, type Send } from '#engine/host.ts'
import { App } from '#renderer/app.tsx'
import { engine } from '#renderer/engine.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import type { Startup } from '#renderer/shell/preferences.ts'
import type { BaseError } from '#shared/contract/errors.ts'
import type { ArgsOf, Method, ResultOf } from '#shared/contract/index.ts'
import type { FromEngine } from '#shared/contract/messages.ts'

export interface Asked {
  readonly verb: string
  readonly args: unknown
}

export interface Place {
  call<M extends Method>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>>
  /** Draws the window as it stands after a start. */
  open(openError?: BaseError): void
  /** What the window asked of main, newest last. */
  readonly asked: Asked[]
  close(): Promise<void>
}

export const versions: Startup['versions'] = {
  app: '0.1.0',
  electron: '45.0.0',
  engineNode: '24.0.0',
  engineHost: 'utility'
}

const warn = console.warn
// Nothing has a size in a drawn document, so the kit's focus trap finds nothing to focus and says so at length.
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('use-focus-trap')) warn(...words)
}

/** A window with the sample company, or with no file. */
export async function makePlace(kind: 'sample' | 'empty'): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'comarca-window-'))
  const asked: Asked[] = []
  let preferences: Startup['preferences'] = { theme: 'system', language: 'en' }
  const recent: Startup['recent'] = [
    { id: 'a', name: 'Norte', folder: '/files', openedAt: '2026-11-01T09:00:00.000Z', exists: true },
    { id: 'b', name: 'Old', folder: '/files', openedAt: '2025-11-01T09:00:00.000Z', exists: false }
  ]
  const startup = (openError: BaseError | null): Startup => ({
    preferences,
    recent,
    isOpen: false,
    openError,
    versions
  })
  const bridge = {
    ask: async (verb: string, args: object) => {
      asked.push({ verb, args })
      if (verb === 'setPreferences') preferences = { ...preferences, ...args }
      if (verb === 'setPreferences') return preferences
      return verb === 'startup' ? startup(null) : undefined
    },
    grantDropped: async () => [{ token: 't', name: 'dropped.comarca', bytes: 1 }],
    listen: () => undefined
  }
  Object.assign(globalThis, { comarca: bridge })

  const bugs: string[] = []
  const host = new EngineHost({
    backupsFolder: join(folder, 'backups'),
    fixedNow: '2026-11-12T09:00:00.000Z',
    log: (line) => bugs.push(line)
  })
  let hear: Send = () => undefined
  const send: Send = (message) => hear(structuredClone(message))
  host.addWindow(send)
  let nextId = 1
  const call = async <M extends Method>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>> => {
    nextId += 1
    const id = nextId
    const reply = await new Promise<Extract<FromEngine, { type: 'reply' }>['reply']>((resolve) => {
      void host.receive({ type: 'call', id, method, args }, 'host', (message) => {
        if (message.type === 'reply' && message.id === id) resolve(message.reply)
      })
    })
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)} ${bugs.join()}`)
    return reply.value as ResultOf<M>
  }
  if (kind === 'sample') {
    await call('workspace.createSample', { path: join(folder, 'sample.comarca'), size: 'small' })
  }
  startSession()
  engine.attach({
    post: (message) => void host.receive(structuredClone(message), 'window', send),
    listen: (listener) => {
      hear = listener
    }
  })
  await refreshSession()
  useSessionStore.getState().setEngine('ready')
  return {
    call,
    asked,
    open: (openError) => void render(<App startup={startup(openError ?? null)} />),
    close: async () => {
      engine.detach()
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
      if (bugs.length > 0) throw new Error(bugs.join('\n'))
    }
  }
}
