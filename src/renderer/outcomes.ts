// News about commands for whoever shows them: a command was done (and can be undone), or an error wants to be said.
import type { AppError } from '#shared/contract/index.ts'
import type { CommandLabel } from '#shared/workspace/types.ts'

export type Outcome = { kind: 'done'; label: CommandLabel } | { kind: 'failed'; error: AppError }

const listeners = new Set<(outcome: Outcome) => void>()

export function listenToOutcomes(listener: (outcome: Outcome) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announce(outcome: Outcome): void {
  for (const listener of listeners) listener(outcome)
}
