// Makes the steps of an explanation. A step keeps what it was given; words are put to it in trace/en.ts and trace/es.ts.
import { type Fraction, toText } from '../fraction.ts'
import type { MissingReason, TraceDeal, TraceStep, TraceValue, TraceWhat } from '../types.ts'

type Values = Readonly<Record<string, TraceValue>>

export function step(what: TraceWhat, values: Values, steps: readonly TraceStep[] = []): TraceStep {
  return { what, values, steps }
}

export function stepWithDeals(what: TraceWhat, values: Values, deals: readonly TraceDeal[]): TraceStep {
  return { what, values, steps: [], deals }
}

export const missingStep = (reason: MissingReason, steps: readonly TraceStep[] = []): TraceStep =>
  step('missing', { reason: word(reason) }, steps)

export const money = (minor: number): TraceValue => ({ unit: 'money', minor })
export const exactMoney = (minor: Fraction): TraceValue => ({ unit: 'exactMoney', minor: toText(minor) })
export const ratio = (value: Fraction): TraceValue => ({ unit: 'ratio', value: toText(value) })
export const factor = (value: Fraction): TraceValue => ({ unit: 'factor', value: toText(value) })
export const days = (count: number): TraceValue => ({ unit: 'days', count })
export const count = (of: number): TraceValue => ({ unit: 'count', count: of })
export const periodValue = (key: string): TraceValue => ({ unit: 'period', key })
export const word = (text: string): TraceValue => ({ unit: 'word', word: text })

/** Reads why a line is missing from its trace. @missing undefined when nothing in the trace says so */
export function findMissingReason(trace: TraceStep): MissingReason | undefined {
  if (trace.what === 'missing') {
    const reason = trace.values.reason
    return reason?.unit === 'word' ? (reason.word as MissingReason) : undefined
  }
  for (const child of trace.steps) {
    const found = findMissingReason(child)
    if (found !== undefined) return found
  }
  return undefined
}
