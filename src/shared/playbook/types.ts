// The stage model: the steps a deal goes through, in order, and what each step means (still open, won, lost).
import type { Id } from '#shared/units/id.ts'

export type StageId = Id<'stage'>

export type StageStatus = 'open' | 'won' | 'lost'

export interface Stage {
  id: StageId
  name: string
  /** 1-based order in the funnel; won and lost stages stand after the open ones. */
  position: number
  status: StageStatus
  /** Chance of being won, 0 to 1; null where nobody has said it. Won is 1, lost is 0. */
  probabilityRatio: number | null
  /** How many deals stand in this stage now. */
  deals: number
}

export type PlaybookError =
  | { code: 'playbook.stageNameTaken'; name: string }
  | { code: 'playbook.stageInUse'; name: string; deals: number }
  | { code: 'playbook.stageMissing' }
