import type { Page } from 'playwright-core'
import { startPlain } from '../helpers/process.ts'
import { type Bench, repetitions } from './bench.ts'

const callsPerRound = 500

export const roundTrip: Bench = {
  name: 'round trip of a trivial call, against an echo over the same kind of port',
  aim: 2,
  async measure({ product, bare }) {
    const measured = { product: [] as number[], bare: [] as number[], unit: 'ms' as const }
    const [productWindow, bareWindow] = [
      await startPlain(product, { settleMs: 2_000 }),
      await startPlain(bare, { settleMs: 2_000 })
    ]
    try {
      // Two rounds to warm up both.
      for (let i = -2; i < repetitions; i += 1) {
        const bareMs = await timeEcho(bareWindow.page)
        const productMs = await timePing(productWindow.page)
        if (i < 0) continue
        measured.bare.push(bareMs)
        measured.product.push(productMs)
      }
    } finally {
      await productWindow.close()
      await bareWindow.close()
    }
    return measured
  }
}

/** The mean time of an echo in one round, in ms. */
function timeEcho(page: Page): Promise<number> {
  return page.evaluate(async (count) => {
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', function take({ data, ports }) {
        if (data !== 'port' || ports[0] === undefined) return
        window.removeEventListener('message', take)
        resolve(ports[0])
      })
      window.postMessage('connect', '*')
    })
    let answered: (() => void) | undefined
    port.onmessage = () => answered?.()
    const echo = (id: number) =>
      new Promise<void>((resolve) => {
        answered = resolve
        port.postMessage({ type: 'call', id, method: 'echo', args: {} })
      })
    await echo(-1)
    const startedAt = performance.now()
    for (let id = 0; id < count; id += 1) await echo(id)
    const mean = (performance.now() - startedAt) / count
    port.close()
    return mean
  }, callsPerRound)
}

interface BridgeLike {
  ask(verb: string, args: unknown): Promise<unknown>
}

/** The mean time of the product's `workspace.ping` in one round, through router and argument check, in ms. */
function timePing(page: Page): Promise<number> {
  return page.evaluate(async (count) => {
    const bridge = (window as unknown as { comarca: BridgeLike }).comarca
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', function take({ data, ports }) {
        if (data !== 'comarca:engine-port' || ports[0] === undefined) return
        window.removeEventListener('message', take)
        resolve(ports[0])
      })
      void bridge.ask('connect', {})
    })
    const waiting = new Map<number, () => void>()
    port.onmessage = ({ data }) => {
      if (data.type !== 'reply') return
      if (!data.reply.ok) throw new Error(`workspace.ping failed: ${data.reply.error.code}`)
      waiting.get(data.id)?.()
      waiting.delete(data.id)
    }
    const ping = (id: number) =>
      new Promise<void>((resolve) => {
        waiting.set(id, resolve)
        port.postMessage({ type: 'call', id, method: 'workspace.ping', args: {} })
      })
    await ping(1_000_000)
    const startedAt = performance.now()
    for (let id = 0; id < count; id += 1) await ping(id)
    return (performance.now() - startedAt) / count
  }, callsPerRound)
}
