// Answers the calls about who covers which territory, when, and which part of it.
import type { Reader } from '#engine/db.ts'
import { done, fail } from '#engine/handler.ts'
import { findSeller } from '#engine/people/store.ts'
import type { SellerId } from '#shared/people/types.ts'
import { sharesDay } from '#shared/territories/rules.ts'
import type { CoverageId, TerritoriesError } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { openTerritory, type TerritoriesHandlers } from './handler-parts.ts'
import {
  findCoverage,
  insertCoverage,
  listCoverage,
  removeCoverage,
  type StoredTerritory,
  updateCoverage
} from './store.ts'

/** Coverage of a seller over a stretch of days that would be said twice, or dates the wrong way round. */
function refuseCoverage(
  db: Reader,
  territory: StoredTerritory,
  sellerId: SellerId,
  days: { fromOn: IsoDate | null; toOn: IsoDate | null },
  except?: CoverageId
): TerritoriesError | undefined {
  const { fromOn, toOn } = days
  if (fromOn !== null && toOn !== null && toOn < fromOn) return { code: 'territories.datesReversed', fromOn, toOn }
  const clash = listCoverage(db, territory.scenarioId).find(
    (each) =>
      each.id !== except && each.territoryId === territory.id && each.sellerId === sellerId && sharesDay(each, days)
  )
  return clash && { code: 'territories.coverageOverlaps', sellerName: clash.sellerName, territoryName: territory.name }
}

function openCoverage(db: Reader, id: CoverageId) {
  const coverage = findCoverage(db, id)
  if (coverage === undefined) return { refused: { code: 'territories.coverageMissing' } satisfies TerritoriesError }
  const opened = openTerritory(db, coverage.territoryId)
  return 'refused' in opened ? opened : { coverage, territory: opened.territory }
}

export const coverageHandlers: Pick<TerritoriesHandlers, 'cover' | 'changeCoverage' | 'uncover'> = {
  cover: ({ db }, { territoryId, sellerId, ...fields }) => {
    const opened = openTerritory(db, territoryId)
    if ('refused' in opened) return fail(opened.refused)
    const seller = findSeller(db, sellerId)
    if (seller === undefined) return fail({ code: 'territories.sellerMissing' })
    const refused = refuseCoverage(db, opened.territory, sellerId, fields)
    if (refused) return fail(refused)
    const { scenarioId, name } = opened.territory
    return done(insertCoverage(db, { scenarioId, territoryId, sellerId, ...fields }), { seller: seller.name, name })
  },
  changeCoverage: ({ db }, { coverageId, fromOn, toOn, shareRatio, note }) => {
    const opened = openCoverage(db, coverageId)
    if ('refused' in opened) return fail(opened.refused)
    const { coverage, territory } = opened
    const refused = refuseCoverage(db, territory, coverage.sellerId, { fromOn, toOn }, coverageId)
    if (refused) return fail(refused)
    updateCoverage(db, coverageId, {
      fromOn,
      toOn,
      shareRatio: shareRatio === undefined ? coverage.shareRatio : shareRatio,
      note: note ?? coverage.note
    })
    return done(null, { seller: coverage.sellerName, name: territory.name })
  },
  uncover: ({ db }, { coverageId }) => {
    const opened = openCoverage(db, coverageId)
    if ('refused' in opened) return fail(opened.refused)
    removeCoverage(db, coverageId)
    return done(null, { seller: opened.coverage.sellerName, name: opened.territory.name })
  }
}
