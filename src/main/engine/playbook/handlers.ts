// Answers the calls about stages. Removing a stage that deals stand in is refused: a deal always has a stage.
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { playbookContract } from '#shared/playbook/contract.ts'
import type { Stage } from '#shared/playbook/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { findStage, findStageByKey, insertStage, listStages, orderStages, removeStage, updateStage } from './store.ts'

const chanceOf = (status: Stage['status'], said: number | null | undefined): number | null => {
  if (status === 'won') return 1
  return status === 'lost' ? 0 : (said ?? null)
}

export const playbookHandlers = defineHandlers(playbookContract, {
  listStages: ({ db }) => ok(listStages(db)),

  createStage: ({ db }, args) => {
    const key = nameKey(args.name)
    if (findStageByKey(db, key) !== undefined) return fail({ code: 'playbook.stageNameTaken', name: args.name })
    const probabilityRatio = chanceOf(args.status, args.probabilityRatio)
    const id = insertStage(db, { name: args.name, nameKey: key, status: args.status, probabilityRatio })
    const stage = findStage(db, id)
    return stage === undefined ? fail({ code: 'playbook.stageMissing' }) : done(stage, { name: stage.name })
  },

  updateStage: ({ db }, { stageId, ...change }) => {
    const before = findStage(db, stageId)
    if (before === undefined) return fail({ code: 'playbook.stageMissing' })
    const key = change.name === undefined ? undefined : nameKey(change.name)
    const other = key === undefined ? undefined : findStageByKey(db, key)
    if (other !== undefined && other.id !== stageId) return fail({ code: 'playbook.stageNameTaken', name: other.name })
    const status = change.status ?? before.status
    const said = change.probabilityRatio === undefined ? before.probabilityRatio : change.probabilityRatio
    // A stage that is opened again has no chance anybody said, so the 1 or 0 of its closed days goes.
    const kept = status === 'open' && before.status !== 'open' && change.probabilityRatio === undefined ? null : said
    updateStage(db, stageId, {
      ...(change.name === undefined || key === undefined ? {} : { name: change.name, nameKey: key }),
      status,
      probabilityRatio: chanceOf(status, kept)
    })
    const stage = findStage(db, stageId)
    return stage === undefined ? fail({ code: 'playbook.stageMissing' }) : done(stage, { name: stage.name })
  },

  orderStages: ({ db }, { stageIds }) => {
    orderStages(db, stageIds)
    return done(listStages(db), {})
  },

  removeStage: ({ db }, { stageId }) => {
    const stage = findStage(db, stageId)
    if (stage === undefined) return fail({ code: 'playbook.stageMissing' })
    if (stage.deals > 0) return fail({ code: 'playbook.stageInUse', name: stage.name, deals: stage.deals })
    removeStage(db, stageId)
    return done(null, { name: stage.name })
  }
})
