// Comparing what two scenarios say, fact by fact.
import type { ScenarioDifference, ScenarioFact } from './types.ts'

const identity = (fact: ScenarioFact): string => `${fact.domain} ${fact.kind} ${fact.key}`

/**
 * Lists where two scenarios differ.
 *
 * Facts match by domain, kind and key; a fact that only one side has stands against null.
 *
 * @param left facts of the one scenario, keys unique
 * @param right facts of the other
 * @returns the differing facts, in the order of the left side, those only on the right last
 * @missing a value null means the scenario says nothing there
 * @example compareFacts([], []) // []
 */
export function compareFacts(left: readonly ScenarioFact[], right: readonly ScenarioFact[]): ScenarioDifference[] {
  const others = new Map(right.map((fact) => [identity(fact), fact]))
  const differences: ScenarioDifference[] = []
  const note = (fact: ScenarioFact, leftValue: ScenarioFact['value'], rightValue: ScenarioFact['value']): void => {
    if (leftValue === rightValue) return
    const { domain, kind, key, label, unit } = fact
    differences.push({ domain, kind, key, label, unit, left: leftValue, right: rightValue })
  }
  for (const fact of left) {
    const other = others.get(identity(fact))
    others.delete(identity(fact))
    note(fact, fact.value, other?.value ?? null)
  }
  for (const fact of others.values()) note(fact, null, fact.value)
  return differences
}
