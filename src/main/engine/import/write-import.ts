// Writes a planned import in the order in which rows refer to each other, each kind through the store of its domain.
// It all happens inside one transaction of the caller.
import type { Writer } from '#engine/db.ts'
import {
  endMembership,
  findTeam,
  insertMembership,
  insertSeller,
  insertTeam,
  listMembershipsOf,
  updateSeller,
  updateTeam
} from '#engine/people/store.ts'
import { insertStage } from '#engine/playbook/store.ts'
import type { ImportPlan, Ref } from '#shared/import/plan/index.ts'
import type { ImportId } from '#shared/import/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import {
  insertImport,
  type Resolve,
  type WrittenFile,
  type WrittenTable,
  writeAccounts,
  writeActivities,
  writeOpportunities,
  writeProducts,
  writeSources
} from './store.ts'

export interface ImportToWrite {
  title: string
  importedAt: string
  today: IsoDate
  plan: ImportPlan
  tables: readonly WrittenTable[]
  files: readonly WrittenFile[]
}

/** Writes everything of a plan. @returns the id of the import */
export function writeImport(db: Writer, { title, importedAt, today, plan, tables, files }: ImportToWrite): ImportId {
  const importId = insertImport(db, title, importedAt, plan)
  const source = writeSources(db, importId, plan, tables, files)
  const seller = writePeople(db, plan, today)
  const stage = writeStages(db, plan)
  const account = writeAccounts(db, plan.accounts, seller, source)
  const product = writeProducts(db, plan.products, source)
  const opportunity = writeOpportunities(db, plan.opportunities, source, { account, product, seller, stage })
  writeActivities(db, plan.activities, source, { account, seller, opportunity })
  return importId
}

const through =
  (ids: ReadonlyMap<Ref, number>): Resolve =>
  (ref) =>
    ref === null || ref > 0 ? ref : (ids.get(ref) ?? null)

function writeStages(db: Writer, plan: ImportPlan): Resolve {
  const ids = new Map<Ref, StageId>()
  for (const { id, ...stage } of plan.stages) {
    const probabilityRatio = stage.status === 'open' ? null : stage.status === 'won' ? 1 : 0
    ids.set(id, insertStage(db, { ...stage, probabilityRatio }))
  }
  return through(ids)
}

function writePeople(db: Writer, plan: ImportPlan, today: IsoDate): Resolve {
  const ids = new Map<Ref, SellerId>()
  for (const { id, values } of plan.sellers) {
    const { nameKey: _, ...fields } = values
    if (id < 0) ids.set(id, insertSeller(db, fields))
    else updateSeller(db, id as SellerId, fields)
  }
  const seller = through(ids)
  const teams = new Map<Ref, TeamId>()
  const team = through(teams)
  for (const { id, parent, name, nameKey, lead } of plan.teams) {
    const managerId = seller(lead) as SellerId | null
    if (id < 0) teams.set(id, insertTeam(db, { parentId: team(parent) as TeamId | null, name, managerId }, nameKey))
    else {
      const known = findTeam(db, id as TeamId)
      if (known !== undefined) updateTeam(db, { ...known, managerId }, nameKey)
    }
  }
  for (const membership of plan.memberships) {
    const sellerId = seller(membership.seller) as SellerId
    // Whoever was in another team until now moves today; whoever had none belongs there from the start.
    const open = listMembershipsOf(db, sellerId).filter((each) => each.toOn === null)
    for (const each of open) endMembership(db, each.id, addDays(today, -1))
    const fromOn = open.length === 0 ? null : today
    insertMembership(db, { sellerId, teamId: team(membership.team) as TeamId, fromOn, toOn: null })
  }
  return seller
}
