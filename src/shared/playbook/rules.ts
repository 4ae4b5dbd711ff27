// What can be told from a stage's name alone: whether it means won, lost or still open, and where it belongs in the funnel.
// Exports name stages freely ("Closed Won", "Cerrada perdida", "closedwon"); the words below cover English and Spanish.
import { nameKey } from '#shared/units/name-key.ts'
import type { StageStatus } from './types.ts'

const lost =
  /\b(closed ?lost|lost|perdid[oa]s?|perdida|abandon\w*|cancel\w*|disqualified|descartad[oa]s?|rechazad[oa]s?|no ganad[oa]s?|not won|dead)\b/
const won =
  /\b(closed ?won|won|ganad[oa]s?|cierre ganado|vendid[oa]s?|obtenid[oa]s?|sold|signed|firmad[oa]s?|order received)\b/

// Words of early and late steps, in the order in which a deal usually meets them; used only to order stages that are new.
const steps: readonly RegExp[] = [
  /\b(lead|prospect\w*|prospeccion|nuev[oa]|new|contact\w*|appointment|cita)\b/,
  /\b(qualif\w*|calific\w*|cualific\w*|discovery|descubrimiento|needs|necesidades|engag\w*|analysis|analisis)\b/,
  /\b(demo\w*|presentation|presentacion|solution|value|propuesta de valor|evaluation|evaluacion|decision)\b/,
  /\b(propos\w*|propuesta|quote|cotizacion|presupuesto|oferta|price)\b/,
  /\b(negoti\w*|negociacion|review|revision|contract\w*|contrato|verbal)\b/
]

/**
 * Tells from its name what a stage means.
 *
 * Words that say lost go before words that say won ("not won", "no ganada"); a name without either is open.
 *
 * @param name the stage as an export writes it
 * @returns 'won', 'lost' or 'open'
 * @missing an empty name is 'open'
 * @example stageStatusOf('Cerrada ganada') // 'won'
 */
export function stageStatusOf(name: string): StageStatus {
  const key = nameKey(name)
  if (lost.test(key)) return 'lost'
  return won.test(key) ? 'won' : 'open'
}

/**
 * Places stage names that are met for the first time into the order of a funnel.
 *
 * Open stages come first, by words that belong to early or late steps ("Prospecting" before "Negotiation"); a name
 * without such a word keeps its place among the middle steps, in the order given. Then won, then lost.
 *
 * @param names stage names, in the order met
 * @returns the same names, ordered
 * @example orderStageNames(['Won', 'Engaging', 'Lost', 'Prospecting']) // ['Prospecting', 'Engaging', 'Won', 'Lost']
 */
export function orderStageNames(names: readonly string[]): string[] {
  const rank = (name: string): number => {
    const status = stageStatusOf(name)
    if (status === 'won') return 100
    if (status === 'lost') return 101
    const key = nameKey(name)
    const step = steps.findIndex((words) => words.test(key))
    return step < 0 ? (steps.length - 1) / 2 : step
  }
  return names
    .map((name, index) => ({ name, index, rank: rank(name) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map((entry) => entry.name)
}
