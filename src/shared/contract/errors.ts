// Every error a call can answer with: a union on `code`, each with the fields a screen needs to say what happened.
// Domain errors stand in the domains' types.ts and are listed per call in their contracts.
import type { PlansError } from '#shared/plans/types.ts'
import type { WorkspaceError } from '#shared/workspace/types.ts'

/** Errors any call may answer with. */
export type BaseError =
  | { code: 'engine.lost' }
  | { code: 'engine.badArgument'; method: string; where: string; problem: string }
  | { code: 'engine.unknownMethod'; method: string }
  | { code: 'engine.hostOnly'; method: string }
  | { code: 'engine.cancelled' }
  | { code: 'engine.noWorkspace' }
  | { code: 'engine.diskFull' }
  | { code: 'engine.readOnly' }
  | { code: 'engine.bug'; method: string; problem: string }
  | WorkspaceError
  | Extract<PlansError, { code: 'plans.scenarioLocked' }>

export type Reply<Value, Failure = BaseError> = { ok: true; value: Value } | { ok: false; error: Failure }
