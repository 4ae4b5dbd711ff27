// The domains that keep rows per scenario, in the order in which a copy is made: one line per domain.
import type { ScenarioPart } from './scenario-part.ts'

export const scenarioParts: readonly ScenarioPart[] = []
