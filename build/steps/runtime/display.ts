// The display of the tests, the demo and the pictures: the machine's own, or a virtual one (Xvfb) that lives as long as it is needed.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Display {
  /** Environment variables for programs that shall draw on it. */
  env: Record<string, string>
  close(): void
}

/** Whether windows can be shown to a person here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/** Starts a virtual display of its own. Tests draw there even where there is a screen, so that nobody's work is disturbed. */
export async function openVirtualDisplay(size = '1920x1200'): Promise<Display> {
  if (process.platform !== 'linux') return { env: {}, close: () => {} }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const close = () => {
    server.kill()
  }
  process.once('exit', close)
  const number = await new Promise<string>((resolve, reject) => {
    const answer = server.stdio[3]
    if (!(answer && 'read' in answer)) return reject(new Error('Xvfb gave no channel to say its display'))
    createInterface({ input: answer }).once('line', resolve)
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)))
  })
  server.unref()
  return { env: { DISPLAY: `:${number.trim()}` }, close }
}
