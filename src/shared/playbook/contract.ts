// Calls about the stage model: what stages there are and what each means.
import { z } from 'zod'
import { command, defineContract, idArg, query, returns } from '#shared/contract/define.ts'
import type { PlaybookError, Stage, StageId } from './types.ts'

const name = z.string().trim().min(1).max(120)
const status = z.enum(['open', 'won', 'lost'])
const probabilityRatio = z.number().min(0).max(1).nullable()
const stageId = idArg<StageId>()

export const playbookContract = defineContract('playbook', {
  listStages: query({ args: z.object({}), result: returns<Stage[]>() }),
  createStage: command({
    args: z.object({ name, status, probabilityRatio: probabilityRatio.optional() }),
    result: returns<Stage>(),
    errors: returns<PlaybookError>()
  }),
  updateStage: command({
    args: z.object({
      stageId,
      name: name.optional(),
      status: status.optional(),
      probabilityRatio: probabilityRatio.optional()
    }),
    result: returns<Stage>(),
    errors: returns<PlaybookError>()
  }),
  /** Puts the stages into the order of the list; a stage that isn't in it keeps its place behind them. */
  orderStages: command({ args: z.object({ stageIds: z.array(stageId).min(1) }), result: returns<Stage[]>() }),
  removeStage: command({
    args: z.object({ stageId }),
    result: returns<null>(),
    errors: returns<PlaybookError>()
  })
})
