// The words by which CRMs call a deal's forecast category, in English and Spanish. A word that isn't here is listed to the user, not guessed.
import type { DealCategory } from '#shared/forecasts/pipeline-types.ts'
import { nameKey } from '#shared/units/name-key.ts'

// As Salesforce, HubSpot, Dynamics, Zoho and people who keep lists of their own write them.
const words: Readonly<Record<DealCategory, readonly string[]>> = {
  commit: [
    'commit',
    'committed',
    'commitment',
    'forecast commit',
    'comprometido',
    'comprometida',
    'compromiso',
    'confirmado',
    'confirmada',
    'seguro'
  ],
  bestCase: [
    'best case',
    'bestcase',
    'best',
    'upside',
    'mejor caso',
    'mejor escenario',
    'mejor de los casos',
    'en el mejor de los casos',
    'caso mas favorable',
    'escenario optimista',
    'optimista'
  ],
  pipeline: [
    'pipeline',
    'open pipeline',
    'in pipeline',
    'embudo',
    'en embudo',
    'proceso',
    'en proceso',
    'en curso',
    'canalizacion',
    'pipeline abierto',
    'cartera'
  ],
  omitted: [
    'omitted',
    'omit',
    'omit from forecast',
    'excluded',
    'not forecasted',
    'not forecast',
    'omitido',
    'omitida',
    'excluido',
    'excluida',
    'sin prevision',
    'no previsto',
    'no incluido'
  ]
}

const categoryOf = new Map(
  Object.entries(words).flatMap(([category, list]) => list.map((word) => [word, category as DealCategory] as const))
)

/** @returns null for a word that isn't known, and for none */
export const readCategory = (word: string | null): DealCategory | null =>
  word === null ? null : (categoryOf.get(nameKey(word)) ?? null)
