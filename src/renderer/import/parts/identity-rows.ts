// The names of the files that may be somebody known, as rows to decide on; what the user said shows before the preview has caught up.
import type { IdentityCandidate, IdentityChoice } from '#shared/import/types.ts'
import { identityKey } from './wizard-state.ts'

export type Decision = IdentityChoice['decision'] | null

export interface IdentityRow {
  key: string
  identity: IdentityCandidate
  decision: Decision
  /** The candidate that "the same" means: the one chosen, else the most similar. */
  candidate: IdentityCandidate['candidates'][number] | undefined
}

export interface IdentityRows {
  /** To be decided, or decided here. */
  asked: readonly IdentityRow[]
  /** Joined because spaces and signs alone differ; they can be parted. */
  joined: readonly IdentityRow[]
}

export function identityRows(
  identities: readonly IdentityCandidate[],
  choices: readonly IdentityChoice[]
): IdentityRows {
  const chosen = new Map(choices.map((choice) => [identityKey(choice), choice]))
  const rows = identities.map((identity): IdentityRow => {
    const key = identityKey(identity)
    const choice = chosen.get(key)
    return {
      key,
      identity,
      decision: choice?.decision ?? identity.decision,
      candidate:
        identity.candidates.find((each) => each.name === choice?.sameAs) ??
        identity.candidates.reduce<IdentityRow['candidate']>(
          (best, each) => (best === undefined || each.similarity > best.similarity ? each : best),
          undefined
        )
    }
  })
  return {
    asked: rows.filter((row) => !row.identity.isJoined),
    joined: rows.filter((row) => row.identity.isJoined)
  }
}

/** From this similarity up names are offered to be joined all at once. */
export const verySimilar = 0.95

export const undecided = (rows: readonly IdentityRow[]): IdentityRow[] => rows.filter((row) => row.decision === null)

/** The choice as the wizard keeps it; null takes it back. */
export const decisionOf = (
  row: IdentityRow,
  decision: Decision,
  sameAs = row.candidate?.name
): IdentityChoice | (Omit<IdentityChoice, 'decision'> & { decision: null }) => ({
  entity: row.identity.entity,
  name: row.identity.name,
  decision,
  ...(decision === 'same' && sameAs !== undefined ? { sameAs } : {})
})
