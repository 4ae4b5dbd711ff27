// The stage rows: reading them with how many deals stand in each, adding, changing, ordering, removing.
import type { Reader, Writer } from '#engine/db.ts'
import type { Stage, StageId, StageStatus } from '#shared/playbook/types.ts'

const STAGE = `SELECT s.id, s.name, s.position, s.status, s.probability_ratio AS probabilityRatio,
  (SELECT count(*) FROM opportunities o WHERE o.stage_id = s.id) AS deals FROM stages s`

/** All stages in the order of the funnel. */
export const listStages = (db: Reader): Stage[] => db.all<Stage>(`${STAGE} ORDER BY s.position, s.id`)

/** One stage; undefined where it is gone. */
export const findStage = (db: Reader, id: StageId): Stage | undefined =>
  db.get<Stage>(`${STAGE} WHERE s.id = :id`, { id })

/** The stage of that name key; undefined where there is none. */
export const findStageByKey = (db: Reader, key: string): Stage | undefined =>
  db.get<Stage>(`${STAGE} WHERE s.name_key = :key`, { key })

export interface NewStage {
  name: string
  nameKey: string
  status: StageStatus
  probabilityRatio: number | null
}

/** Adds a stage behind the last one that may stand before it: open stages go before the first won or lost one. */
export const insertStage = (db: Writer, stage: NewStage): StageId => {
  const stages = listStages(db)
  const firstClosed = stages.find((each) => each.status !== 'open')
  const last = stages.at(-1)?.position ?? 0
  const position = stage.status === 'open' && firstClosed !== undefined ? firstClosed.position : last + 1
  if (position <= last)
    for (const each of stages)
      if (each.position >= position) db.update('stages', each.id, { position: each.position + 1 })
  return db.insert('stages', {
    name: stage.name,
    name_key: stage.nameKey,
    position,
    status: stage.status,
    probability_ratio: stage.probabilityRatio
  }) as StageId
}

export const updateStage = (db: Writer, id: StageId, change: Partial<NewStage>): void => {
  const fields: Record<string, string | number | null> = {}
  if (change.name !== undefined) fields.name = change.name
  if (change.nameKey !== undefined) fields.name_key = change.nameKey
  if (change.status !== undefined) fields.status = change.status
  if (change.probabilityRatio !== undefined) fields.probability_ratio = change.probabilityRatio
  if (Object.keys(fields).length > 0) db.update('stages', id, fields)
}

/** Numbers the stages 1, 2, 3 in the order given, the others behind them in their old order. */
export const orderStages = (db: Writer, ids: readonly StageId[]): void => {
  const stages = listStages(db)
  const rest = stages.filter((stage) => !ids.includes(stage.id)).map((stage) => stage.id)
  for (const [index, id] of [...ids.filter((each) => stages.some((stage) => stage.id === each)), ...rest].entries())
    if (stages.find((stage) => stage.id === id)?.position !== index + 1)
      db.update('stages', id, { position: index + 1 })
}

export const removeStage = (db: Writer, id: StageId): void => db.remove('stages', id)
