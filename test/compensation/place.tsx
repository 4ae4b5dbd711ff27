// The compensation screen on a real engine with the sample company, in a drawn document: what a click changes is in a file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitFor } from '@testing-library/react'
import { EngineHost, type Send } from '#engine/host.ts'
import { CompensationScreen } from '#renderer/compensation/screen.tsx'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { startSession, useSessionStore } from '#renderer/session.ts'
import type { ArgsOf, Method, ResultOf } from '#shared/contract/index.ts'
import type { FromEngine } from '#shared/contract/messages.ts'
import { draw, type Saved } from '../ui/draw.tsx'

export interface Place {
  call<M extends Method>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>>
  /** Draws the screen for the scenario in view. */
  open(language?: 'en' | 'es'): Saved[]
  /** Waits until the session knows a scenario as locked or open. */
  untilLocked(isLocked: boolean): Promise<void>
  close(): Promise<void>
}

export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'comarca-screen-'))
  const bugs: string[] = []
  const host = new EngineHost({
    backupsFolder: join(folder, 'backups'),
    fixedNow: '2026-11-12T09:00:00.000Z',
    log: (line) => bugs.push(line)
  })
  let hear: Send = () => undefined
  // Messages are copied as between processes, so that nothing is shared by accident.
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
  await call('workspace.createSample', { path: join(folder, 'sample.comarca'), size: 'small' })
  startSession()
  engine.attach({
    post: (message) => void host.receive(structuredClone(message), 'window', send),
    listen: (listener) => {
      hear = listener
    }
  })
  const untilLocked = (isLocked: boolean) =>
    waitFor(() => {
      const { scenario } = useSessionStore.getState()
      if (scenario === undefined || (scenario.lockedAt !== null) !== isLocked) throw new Error('not there yet')
    })
  return {
    call,
    open: (language = 'en') => {
      setLanguage(language, language === 'en' ? 'en-GB' : 'es-ES')
      const saved: Saved[] = []
      draw(<CompensationScreen />, saved)
      return saved
    },
    untilLocked,
    close: async () => {
      engine.detach()
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
      if (bugs.length > 0) throw new Error(bugs.join('\n'))
    }
  }
}
