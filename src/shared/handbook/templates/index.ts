// The texts one can start from. A template is one file that has a handbook and a letter in every language.
import type { Language } from '#shared/workspace/types.ts'
import type { HandbookDocument, HandbookKind } from '../types.ts'
import { standard } from './standard.ts'

export type HandbookTemplateName = 'standard'

export interface HandbookTemplate {
  readonly name: HandbookTemplateName
  readonly documents: Readonly<Record<HandbookKind, Readonly<Record<Language, HandbookDocument>>>>
}

export const handbookTemplates: readonly HandbookTemplate[] = [standard]

/** The template of a name; the standard one for a name that a later version of the product wrote. */
export const findTemplate = (name: string): HandbookTemplate =>
  handbookTemplates.find((template) => template.name === name) ?? standard
