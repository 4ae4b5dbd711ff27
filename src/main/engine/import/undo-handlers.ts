// Answers the calls that take an import back as a whole: what it would do, and doing it.
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import type { importContract } from '#shared/import/contract.ts'
import { applyUndo, describeUndo, prepareUndo } from './store-undo.ts'

type Handlers = HandlersOf<(typeof importContract)['calls']>

export const undoHandlers = {
  previewUndo: ({ db }, { importId }) => {
    const plan = prepareUndo(db, importId)
    return typeof plan === 'string' ? fail({ code: plan }) : ok(describeUndo(db, plan))
  },

  undoImport: ({ db, now }, { importId }) => {
    const plan = prepareUndo(db, importId)
    if (typeof plan === 'string') return fail({ code: plan })
    const effect = describeUndo(db, plan)
    applyUndo(db, plan, now)
    return done(effect, { title: plan.title })
  }
} satisfies Partial<Handlers>
