// What components use for words: `t` with typed keys, and the look-ups of error, undo and comparison texts by their codes.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from './index.ts'
import type { Language, TextKey, TextParams } from './texts.ts'

export interface TextFunctions {
  /** The words of a key; `count` chooses the plural. */
  readonly t: (key: TextKey, params?: TextParams) => string
  /** What an error says: code 'people.aliasTaken' is looked up as people.errors.aliasTaken. */
  readonly tError: (error: { readonly code: string }) => string
  /** What an undo step is called: 'people.updateSeller' is looked up as people.commands.updateSeller. */
  readonly tCommand: (method: string, params?: TextParams) => string
  /** What a compared fact is called: people.facts.<kind>. */
  readonly tFact: (domain: string, kind: string, params?: TextParams) => string
  readonly language: Language
}

/** Inserts the group of a coded text: ('people.aliasTaken', 'errors') → 'people.errors.aliasTaken'. */
export function codedKey(code: string, group: 'errors' | 'commands' | 'facts'): string {
  const dot = code.indexOf('.')
  return dot < 0 ? `engine.${group}.${code}` : `${code.slice(0, dot)}.${group}.${code.slice(dot + 1)}`
}

function lookUp(key: string, params: TextParams, otherwise: TextKey): string {
  return i18n.exists(key, params) ? i18n.t(key, params) : i18n.t(otherwise, params)
}

function plainFields(error: object): Record<string, string | number> {
  const out: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(error)) {
    if (typeof value === 'string' || typeof value === 'number') out[key] = value
    else if (Array.isArray(value)) out[key] = value.join(', ')
  }
  return out
}

/** The text functions outside React (notifications sent from the client); a component calls useText() to follow a switch. */
export const texts: Omit<TextFunctions, 'language'> = {
  t: (key, params) => i18n.t(key, { ...params }),
  tError: (error) => lookUp(codedKey(error.code, 'errors'), plainFields(error), 'engine.errors.unknown'),
  tCommand: (method, params = {}) => lookUp(codedKey(method, 'commands'), params, 'engine.commands.unknown'),
  tFact: (domain, kind, params = {}) => lookUp(`${domain}.facts.${kind}`, params, 'plans.facts.unknown')
}

export function useText(): TextFunctions {
  const { i18n: current } = useTranslation(undefined, { i18n })
  const language: Language = current.language === 'es' ? 'es' : 'en'
  // A new object for each language, so that memoised children see the switch.
  return useMemo(() => ({ ...texts, language }), [language])
}
