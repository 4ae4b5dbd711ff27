// Who gets a letter, and what each letter would still miss: known without making the letters.
import type { Language } from '#shared/workspace/types.ts'
import { findMember } from './fields/letter.ts'
import { letterFacts } from './fields/letter-blocks.ts'
import { makeFormat } from './format.ts'
import { nothing } from './html.ts'
import { nameLetterFiles } from './letter-files.ts'
import type { LetterRow } from './types.ts'
import type { HandbookValues } from './values.ts'

const sells = new Set(['seller', 'account_manager'])

/**
 * Lists the letters of a scenario: one for everybody who has a quota or a pay plan, and for all who sell.
 *
 * @param values the handbook's values
 * @param language the letters' language
 * @returns one row per person by name, with its file name and what is missing
 * @missing a person without quota, plan, target pay, territory or team has the gap in words, and a letter all the same
 * @example listLetterPeople(values, 'en')[0]?.sellerName // 'Ana Ruiz'
 */
export function listLetterPeople(values: HandbookValues, language: Language): LetterRow[] {
  const format = makeFormat(language, values.numberLocale, values.currency)
  const concerned = new Set([
    ...values.quotas.map(({ sellerId }) => sellerId),
    ...values.payPlans.flatMap(({ members }) => members.map(({ sellerId }) => sellerId))
  ])
  const people = values.sellers
    .filter((seller) => concerned.has(seller.id) || sells.has(seller.role))
    .sort((a, b) => a.name.localeCompare(b.name, format.locale) || a.id - b.id)
  const files = nameLetterFiles(
    people.map(({ name }) => name),
    values.fiscalYear,
    language
  )
  return people.map((seller, at) => {
    const { gaps } = letterFacts.render({ values, format, language, seller, heading: () => nothing })
    return {
      sellerId: seller.id,
      sellerName: seller.name,
      teamName: seller.teamName,
      payPlanName: findMember(values, seller)?.plan.name ?? null,
      fileName: files[at] ?? '',
      missing: gaps.map(({ text, screen }) => ({ field: letterFacts.name, text, screen }))
    }
  })
}
