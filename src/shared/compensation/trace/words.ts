// What each language must be able to say about a step of a trace: one sentence per step, from values already in words.
import type { MissingReason, TraceStep, TraceWhat } from '../types.ts'

/** Gives a value of the step in words; empty when the step doesn't have it. */
export type Said = (name: string) => string

export interface TraceWords {
  readonly steps: Readonly<Record<TraceWhat, (said: Said, step: TraceStep) => string>>
  readonly missing: Readonly<Record<MissingReason, string>>
  /** Words a trace keeps as keys: the scopes of a goal. */
  readonly words: Readonly<Record<string, string>>
  readonly deal: (name: string, amount: string, on: string) => string
  readonly unknownDeal: (id: number) => string
}
