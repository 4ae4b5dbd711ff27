// The engine process: as Electron's utility process it is handed the window's port; as a plain Node process main carries the messages.
import type { EngineToHost, HostToEngine, ToEngine } from '#shared/contract/messages.ts'
import { keepHeapsSmall } from './heap-size.ts'
import { EngineHost, readyMessage, type Send } from './host.ts'

/** What Electron gives a utility process; described here so that the engine needs no Electron. */
interface PortLike {
  on(event: 'message', listener: (event: { data: unknown; ports: PortLike[] }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: unknown): void
  start?(): void
}

const parentPort = (process as typeof process & { parentPort?: PortLike }).parentPort
const toHost = (message: EngineToHost): void => {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

keepHeapsSmall()

const host = new EngineHost({
  backupsFolder: process.env.COMARCA_BACKUPS ?? '',
  fixedNow: process.env.COMARCA_NOW,
  log: (line) => process.stderr.write(`${line}\n`)
})

const sendHost: Send = (message) => toHost({ type: 'host', message })
const sendBridge: Send = (message) => toHost({ type: 'bridge', message })
let currentWindow: Send | undefined

function connect(send: Send): void {
  if (currentWindow) host.removeWindow(currentWindow)
  currentWindow = send
  host.addWindow(send)
}

function listenOn(port: PortLike): Send {
  const send: Send = (answer) => port.postMessage(answer)
  port.on('message', (event) => void host.receive(event.data as ToEngine, 'window', send))
  port.on('close', () => host.removeWindow(send))
  port.start?.()
  return send
}

function receive(message: HostToEngine, port: PortLike | undefined): void {
  if (message.type === 'host') void host.receive(message.message, 'host', sendHost)
  else if (message.type === 'bridge') void host.receive(message.message, 'window', sendBridge)
  else if (message.type === 'connect') {
    connect(port === undefined ? sendBridge : listenOn(port))
  } else void stop()
}

async function stop(): Promise<void> {
  await host.stop()
  process.exit(0)
}

if (parentPort) parentPort.on('message', (event) => receive(event.data as HostToEngine, event.ports[0]))
else {
  process.on('message', (message) => receive(message as HostToEngine, undefined))
  // The parent is gone: close the file properly and end.
  process.on('disconnect', () => void stop())
}

setInterval(() => host.backUpIfDue(), 60_000).unref()
toHost(readyMessage())
