// Answers the calls that put a person's word over the file's: corrections of deals, their removal, and exchange rates.
import { userInfo } from 'node:os'
import type { Writer } from '#engine/db.ts'
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import type { crmContract } from '#shared/crm/contract.ts'
import type { CorrectableField, CrmError, OpportunityId } from '#shared/crm/types.ts'
import { type IsoDate, parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, isCurrencyCode, minorDigits } from '#shared/units/money.ts'
import {
  type CorrectedValue,
  findCorrection,
  findCorrectionOf,
  findDealLabel,
  findFieldValue,
  findRate,
  hasTarget,
  listCorrections,
  listRates,
  putCorrection,
  putRate,
  removeCorrection,
  removeDeals,
  removeRate,
  setFieldValue
} from './store.ts'

/** Whoever is logged in at this machine: there are no accounts in an offline program. */
function authorName(): string {
  try {
    return userInfo().username
  } catch {
    // A system without an entry for the user (some containers): the correction still has its reason and day.
    return '?'
  }
}

const mayBeMissing = (field: CorrectableField): boolean => field !== 'stageId' && field !== 'currency'

/** A value as the field keeps it, or undefined when the field can't hold it. */
function readValue(db: Writer, field: CorrectableField, value: CorrectedValue): CorrectedValue | undefined {
  if (value === null) return mayBeMissing(field) ? null : undefined
  switch (field) {
    case 'name': {
      const name = typeof value === 'string' ? value.trim() : ''
      return name === '' ? undefined : name
    }
    case 'amountMinor':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
    case 'currency':
      return typeof value === 'string' && isCurrencyCode(value) ? value : undefined
    case 'createdOn':
    case 'closeOn':
      return typeof value === 'string' ? parseIsoDate(value) : undefined
    default:
      return typeof value === 'number' && Number.isInteger(value) && hasTarget(db, field, value) ? value : undefined
  }
}

interface Said {
  opportunityId: OpportunityId
  reason: string
  madeAt: string
}

/** The currency the file said, where the one in force has other decimals: an imported amount counts in minor units of that. */
function findImportedCurrency(db: Writer, opportunityId: OpportunityId): CurrencyCode | undefined {
  const there = findCorrectionOf(db, opportunityId, 'currency')
  if (there === undefined) return undefined
  const [imported, corrected] = [there.imported as CurrencyCode, there.corrected as CurrencyCode]
  return minorDigits(imported) === minorDigits(corrected) ? undefined : imported
}

/** Sets a field and keeps, changes or ends its correction: a value that is the imported one again is none. */
function put(db: Writer, said: Said, field: CorrectableField, value: CorrectedValue): void {
  const there = findCorrectionOf(db, said.opportunityId, field)
  const before = findFieldValue(db, said.opportunityId, field) ?? null
  setFieldValue(db, said.opportunityId, field, value)
  const imported = there === undefined ? before : there.imported
  const isInOtherUnits = field === 'amountMinor' && findImportedCurrency(db, said.opportunityId) !== undefined
  if (value !== imported || (isInOtherUnits && value !== null))
    putCorrection(db, { ...said, field, imported, corrected: value, author: authorName() })
  else if (there !== undefined) removeCorrection(db, there.id)
}

/**
 * The amount a deal has after its currency is another: the same number of units, in other minor units where the currencies differ in
 * their decimals. Undefined when the new currency has too few decimals for it.
 */
function amountIn(amountMinor: number, from: CurrencyCode, to: CurrencyCode): number | undefined {
  const shift = minorDigits(to) - minorDigits(from)
  const amount = shift >= 0 ? amountMinor * 10 ** shift : amountMinor / 10 ** -shift
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** @returns false when the amount can't be said in that currency */
function putCurrency(db: Writer, said: Said, to: CurrencyCode): boolean {
  const from = findFieldValue(db, said.opportunityId, 'currency') as CurrencyCode
  const before = findFieldValue(db, said.opportunityId, 'amountMinor')
  const amount = typeof before === 'number' ? amountIn(before, from, to) : null
  if (amount === undefined) return false
  put(db, said, 'currency', to)
  if (minorDigits(from) !== minorDigits(to)) put(db, said, 'amountMinor', amount)
  return true
}

function correct(db: Writer, said: Said, field: CorrectableField, value: CorrectedValue): CrmError | undefined {
  if (findFieldValue(db, said.opportunityId, 'stageId') === undefined) return { code: 'crm.opportunityMissing' }
  const read = readValue(db, field, value)
  if (read === undefined) return { code: 'crm.badValue', field }
  if (field !== 'currency') put(db, said, field, read)
  else if (!putCurrency(db, said, read as CurrencyCode)) return { code: 'crm.badValue', field }
  return undefined
}

type Handlers = HandlersOf<(typeof crmContract)['calls']>

/** @returns whether it is a rate: from one currency to another, and above zero */
function writeRate(
  db: Writer,
  { from, to, validOn, rate }: { from: string; to: string; validOn: IsoDate; rate: string }
) {
  if (!isCurrencyCode(from) || !isCurrencyCode(to) || from === to || !/[1-9]/.test(rate)) return false
  putRate(db, { from, to, validOn, rate })
  return true
}

export const correctionHandlers = {
  listCorrections: ({ db }, { opportunityId }) => ok(listCorrections(db, opportunityId)),

  correctDeal: ({ db, now }, { opportunityId, field, value, reason }) => {
    const problem = correct(db, { opportunityId, reason, madeAt: now }, field, value)
    return problem === undefined ? done(null, { name: findDealLabel(db, opportunityId) }) : fail(problem)
  },

  correctDeals: ({ db, now }, { corrections, reason }) => {
    for (const { opportunityId, field, value } of corrections) {
      const problem = correct(db, { opportunityId, reason, madeAt: now }, field, value)
      if (problem !== undefined) return fail(problem)
    }
    const corrected = new Set(corrections.map((each) => each.opportunityId)).size
    return done({ corrected }, { count: corrected })
  },

  removeCorrection: ({ db, now }, { correctionId }) => {
    const correction = findCorrection(db, correctionId)
    if (correction === undefined) return fail({ code: 'crm.correctionMissing' })
    const { opportunityId, field, imported, reason } = correction
    const said = { opportunityId, reason, madeAt: now }
    const importedCurrency = field === 'amountMinor' ? findImportedCurrency(db, opportunityId) : undefined
    if (field === 'currency') {
      if (!putCurrency(db, said, imported as CurrencyCode)) return fail({ code: 'crm.badValue', field })
    } else if (importedCurrency !== undefined && typeof imported === 'number') {
      const to = findFieldValue(db, opportunityId, 'currency') as CurrencyCode
      const amount = amountIn(imported, importedCurrency, to)
      if (amount === undefined) return fail({ code: 'crm.badValue', field })
      put(db, said, field, amount)
    } else {
      // What the file named may be gone since: an account merged away, a seller removed.
      const isThere = typeof imported !== 'number' || hasTarget(db, field, imported)
      if (!isThere && field === 'stageId') return fail({ code: 'crm.badValue', field })
      setFieldValue(db, opportunityId, field, isThere ? imported : null)
      removeCorrection(db, correctionId)
    }
    return done(null, { name: correction.dealLabel })
  },

  removeDeals: ({ db }, { opportunityIds }) => {
    const removed = removeDeals(db, opportunityIds)
    return removed === 0 ? fail({ code: 'crm.opportunityMissing' }) : done({ removed }, { count: removed })
  },

  listRates: ({ db }) => ok(listRates(db)),

  setRate: ({ db }, given) => {
    if (!writeRate(db, given)) return fail({ code: 'crm.badRate' })
    return done(null, { from: given.from, to: given.to })
  },

  setRates: ({ db }, { rates }) => {
    // A command that fails leaves nothing behind: all rates are set, or none.
    for (const given of rates)
      if (!writeRate(db, given))
        return fail({ code: 'crm.badRateOf', from: given.from, to: given.to, validOn: given.validOn })
    return done({ set: rates.length }, { count: rates.length })
  },

  removeRate: ({ db }, { rateId }) => {
    const rate = findRate(db, rateId)
    if (rate === undefined) return fail({ code: 'crm.rateMissing' })
    removeRate(db, rateId)
    return done(null, { from: rate.from, to: rate.to })
  }
} satisfies Partial<Handlers>
