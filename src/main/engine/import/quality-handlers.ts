// Answers the calls about the quality of everything the workspace holds.
import { type HandlersOf, ok } from '#engine/handler.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { importContract } from '#shared/import/contract.ts'
import { listRowsOfRule, qualityFrame, scoreQuality, surveyQuality } from './quality.ts'

type Handlers = HandlersOf<(typeof importContract)['calls']>

export const qualityHandlers = {
  listQuality: ({ db, today }) => ok(surveyQuality(db, qualityFrame(getSettings(db).currency, today))),

  listQualityRows: ({ db, today }, { rule, limit }) =>
    ok(listRowsOfRule(db, rule, qualityFrame(getSettings(db).currency, today), limit)),

  listQualityScores: ({ db, today }) => ok(scoreQuality(db, qualityFrame(getSettings(db).currency, today)))
} satisfies Partial<Handlers>
