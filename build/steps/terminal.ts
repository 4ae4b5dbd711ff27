// How the scripts speak: progress as plain lines, a failure as its sentence without a stack, a child program's exit code passed on.
import { spawn } from 'node:child_process'

/**
 * For every Node that runs our TypeScript in worker threads: each thread strips types by WebAssembly, and V8's bookkeeping of its
 * code pages under hardware memory keys then loses a page now and then and ends the process ("jit_page.has_value()").
 * The built application has no WebAssembly in its threads.
 */
export const nodeFlags = ['--no-memory-protection-keys']

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Runs a script's work; an error it throws is for people and ends the script with code 1. */
export async function runStep(step: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await step()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

export interface ProgramOptions {
  cwd?: string
  env?: Record<string, string>
  /** Collects what the program prints instead of showing it. */
  quiet?: boolean
}

/** Runs a program to its end. Returns its exit code and, if quiet, what it printed. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env, quiet = false }: ProgramOptions = {}
): Promise<{ code: number; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    })
    let printed = ''
    const collect = (chunk: Buffer) => {
      printed += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    // Ending the script ends what it runs.
    const stop = (signal: NodeJS.Signals) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, stop)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, stop)
      resolve({ code: code ?? (signal === null ? 1 : 130), printed })
    })
  })
}
