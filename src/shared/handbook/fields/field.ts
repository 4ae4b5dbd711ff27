// What a live field is: its name, where its value comes from in words, and how it is written. The list is in index.ts.
import type { Language } from '#shared/workspace/types.ts'
import type { Format } from '../format.ts'
import type { Html } from '../html.ts'
import type { HandbookKind, MissingScreen, Words } from '../types.ts'
import type { HandbookSeller, HandbookValues } from '../values.ts'

export interface FieldContext {
  values: HandbookValues
  format: Format
  language: Language
  /** Whose letter this is; null in the handbook. */
  seller: HandbookSeller | null
  /** A heading inside a field: it gets its number and its line in the contents like any other. */
  heading(level: 2 | 3, id: string, text: string): Html
}

/** A gap in words: "no quota for 5 sellers". */
export interface Gap {
  text: string
  screen: MissingScreen
}

export interface FieldResult {
  /** Undefined when there is nothing to show at all; then at least one gap says why. */
  markup?: Html
  gaps: readonly Gap[]
  /** The markup says its gaps itself, each in its place. */
  isSaid?: boolean
}

export interface HandbookField {
  name: string
  form: 'inline' | 'block'
  /** In which documents it has a value. */
  kinds: readonly HandbookKind[]
  label: Words
  /** Where the value comes from, as a person would say it. */
  source: Words
  render(context: FieldContext): FieldResult
}

export const everywhere: readonly HandbookKind[] = ['handbook', 'letter']

export const shown = (markup: Html, ...gaps: Gap[]): FieldResult => ({ markup, gaps })

export const gap = (screen: MissingScreen, text: string): FieldResult => ({ gaps: [{ screen, text }] })
