// Puts an explanation into words: a tree of sentences, the deepest of which list the deals. Screens and printed
// statements both show this tree; nothing on it is computed again.

import type { CurrencyCode } from '../../units/money.ts'
import { fromText } from '../fraction.ts'
import { type WordsFormat, type WordsLanguage, wordsFormat } from '../sentences/format.ts'
import { nameComponent } from '../sentences/index.ts'
import type { MissingReason, PayPlanRules, TraceDeal, TraceNames, TraceStep, TraceValue } from '../types.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import type { TraceWords } from './words.ts'

const traceWords: Readonly<Record<WordsLanguage, TraceWords>> = { en: english, es: spanish }

/** A step in words. */
export interface ExplainedStep {
  /** Its place in the tree: '0', '0.1', '0.1.2'. */
  readonly key: string
  readonly text: string
  readonly isMissing: boolean
  readonly deals: readonly ExplainedDeal[]
  readonly steps: readonly ExplainedStep[]
}

export interface ExplainedDeal {
  readonly id: TraceDeal[0]
  readonly text: string
}

export interface ExplainContext {
  readonly language: WordsLanguage
  readonly currency: CurrencyCode
  /** Null for a run whose plan is gone: components are then named by their id. */
  readonly rules: PayPlanRules | null
  readonly names: TraceNames
}

/**
 * Puts a trace into words.
 *
 * @param trace a step with the steps below it
 * @param context the language, the currency, and the names of the people, teams and deals in the trace
 * @returns the same tree, each step a sentence
 * @missing a deal without a name is called by its number
 * @example explainTrace(line.trace, context).text // 'Individual, 2027: €34,500'
 */
export function explainTrace(trace: TraceStep, context: ExplainContext): ExplainedStep {
  const format = wordsFormat(context.language, context.currency)
  return explain(trace, '0', context, format, traceWords[context.language])
}

/** Says why a line can't be computed. @example explainMissing('noTeam', 'es') // 'El vendedor no pertenece a ningún equipo en este periodo.' */
export function explainMissing(reason: MissingReason, language: WordsLanguage): string {
  return traceWords[language].missing[reason]
}

function explain(
  of: TraceStep,
  key: string,
  context: ExplainContext,
  format: WordsFormat,
  words: TraceWords
): ExplainedStep {
  const said = (name: string): string => {
    const value = of.values[name]
    return value === undefined ? '' : sayValue(value, context, format, words)
  }
  return {
    key,
    // "About" says equality already.
    text: words.steps[of.what](said, of).replaceAll('= ≈', '≈'),
    isMissing: of.what === 'missing' || of.what === 'attainmentUnknown',
    deals: (of.deals ?? []).map(([id, amountMinor, closedOn]) => ({
      id,
      text: words.deal(
        context.names.deals[id] ?? words.unknownDeal(id),
        format.money(amountMinor),
        format.date(closedOn)
      )
    })),
    steps: of.steps.map((child, index) => explain(child, `${key}.${index}`, context, format, words))
  }
}

function sayValue(value: TraceValue, context: ExplainContext, format: WordsFormat, words: TraceWords): string {
  switch (value.unit) {
    case 'money':
      return format.money(value.minor)
    case 'exactMoney':
      return format.exactMoney(fromText(value.minor))
    case 'ratio':
      return format.percent(fromText(value.value))
    case 'factor':
      return format.number(fromText(value.value))
    case 'days':
    case 'count':
      return String(value.count)
    case 'date':
      return format.date(value.on)
    case 'period':
      return format.period(value.key)
    case 'word':
      return words.missing[value.word as MissingReason] ?? words.words[value.word] ?? value.word
    case 'seller':
      return context.names.sellers[value.sellerId] ?? String(value.sellerId)
    case 'team':
      return ` ${context.names.teams[value.teamId] ?? value.teamId}`
    case 'component':
      return context.rules === null ? value.id : nameComponent(context.rules, value.id, context.language)
  }
}
