// Names of the files that may be somebody known, or another name of the same files: what the user is asked about before an import.
import { findSimilarNames, nameSimilarity } from '#shared/crm/index.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { IdentityCandidate } from '../../types.ts'
import type { Ref } from '../types.ts'
import type { NameBook, NameUse } from './name-book.ts'

/** Ids of a row that tell it apart from rows of like names, or make it one with a row of another name. */
export interface TellingIds {
  externalId: string | null
  domain?: string | null
  taxId?: string | null
  /** A list of such things names it: a price list or a list of people, whose rows are each something of their own. */
  isListed: boolean
}

/** Names alike enough to ask. Two rows with ids of their own are two, unless the names are nearly one. */
const leastSimilar = 0.8
const leastDespiteIds = 0.95
const likeBySharedTaxId = 0.97
const likeBySharedDomain = 0.9
const likeByInitial = 0.85
/** A domain that more accounts than this share is that of a group or a reseller, and tells nothing. */
const mostPerDomain = 4
/** More questions than these nobody answers; those that touch most rows come first. */
const mostCandidates = 500
const mostPerName = 5

const mailboxes = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com yahoo.com yahoo.es icloud.com me.com ' +
    'aol.com gmx.com gmx.de gmx.es proton.me protonmail.com telefonica.net'
  ).split(' ')
)

interface Link {
  other: number
  similarity: number
  reasons: string[]
}

interface Named {
  ref: Ref
  name: string
  key: string
  /** Null for rows that the files bring no use of. */
  use: NameUse | null
  /** The files bring it, so that it may be asked about. */
  isAsked: boolean
}

/** Pairs of people of whom one is written with an initial: "J. Pérez" and "Juan Pérez". */
function pairsByInitial(names: readonly Named[]): [number, number][] {
  const byLast = new Map<string, { at: number; words: string[] }[]>()
  const pairs: [number, number][] = []
  for (const [at, { key }] of names.entries()) {
    const words = key.split(' ')
    const last = words.at(-1) ?? ''
    if (words.length < 2 || last.length < 3) continue
    const own = byLast.get(last) ?? []
    for (const other of own) {
      if (other.words.length !== words.length) continue
      let initials = 0
      const fits = words.every((word, index) => {
        const theirs = other.words[index] ?? ''
        if (word === theirs) return true
        initials += 1
        return (word.length === 1 || theirs.length === 1) && word[0] === theirs[0]
      })
      if (fits && initials > 0) pairs.push([other.at, at])
    }
    own.push({ at, words })
    byLast.set(last, own)
  }
  return pairs
}

/** Pairs that share a value, but for values that very many share. */
function pairsBy(
  names: readonly Named[],
  valueIn: (ref: Ref) => string | null | undefined,
  most: number
): [number, number][] {
  const byValue = new Map<string, number[]>()
  for (const [at, { ref }] of names.entries()) {
    const value = valueIn(ref)
    if (value === null || value === undefined || value === '') continue
    const own = byValue.get(value)
    if (own === undefined) byValue.set(value, [at])
    else own.push(at)
  }
  const pairs: [number, number][] = []
  for (const own of byValue.values()) {
    if (own.length > most) continue
    for (let i = 0; i < own.length; i++) for (let j = i + 1; j < own.length; j++) pairs.push([own[i] ?? 0, own[j] ?? 0])
  }
  return pairs
}

/**
 * Finds the names to ask about, and those that were joined without asking.
 *
 * Asked are names that the files bring: new ones, and those that the user has decided about in this preview. Pairs that were decided
 * before are not asked again. Nothing is joined here.
 *
 * @param book the names of one kind, after the whole plan was made
 * @param idsOf what else tells rows apart
 * @returns names with their candidates, decided ones first, then those that touch most money and rows; at most 500 of them
 * @missing empty where every name is known or like no other
 * @example findCandidates(book, () => ({ externalId: null, isListed: false }))[0]?.candidates[0]?.reasons // ['typo']
 */
export function findCandidates(book: NameBook, idsOf: (ref: Ref) => TellingIds): IdentityCandidate[] {
  const names = namesOf(book)
  if (!names.some((each) => each.isAsked)) return joinedNames(book)
  const links: Link[][] = names.map(() => [])
  const join = (a: number, b: number, similarity: number, reason: string): void => {
    const met = links[a]?.find((each) => each.other === b)
    if (met === undefined) {
      links[a]?.push({ other: b, similarity, reasons: [reason] })
      links[b]?.push({ other: a, similarity, reasons: [reason] })
      return
    }
    for (const link of [met, links[b]?.find((each) => each.other === a)]) {
      if (link === undefined || link.reasons.includes(reason)) continue
      link.reasons.push(reason)
      link.similarity = Math.max(link.similarity, similarity)
    }
  }
  const isOpen = (left: Named, right: Named): boolean =>
    (left.isAsked || right.isAsked) && left.key !== right.key && !wasApart(book, left, right)
  for (const { left, right, similarity, reasons } of findSimilarNames(
    names.map(({ name }) => name),
    leastSimilar
  )) {
    const [a, b] = [names[left], names[right]]
    if (a === undefined || b === undefined || !isOpen(a, b)) continue
    const [ids, others] = [idsOf(a.ref), idsOf(b.ref)]
    if (differ(ids.taxId, others.taxId)) continue
    const isToldApart =
      differ(ids.externalId, others.externalId) || (book.entity !== 'accounts' && ids.isListed && others.isListed)
    if (isToldApart && similarity < leastDespiteIds) continue
    // "GTX Plus Basic" is another product than "GTX Basic", while "Acme Iberia" may well be Acme.
    if (book.entity === 'products' && similarity < leastDespiteIds && reasons.every((each) => each === 'words'))
      continue
    for (const reason of reasons) join(left, right, similarity, reason)
  }
  const further: [string, number, [number, number][]][] = [
    ['taxId', likeBySharedTaxId, pairsBy(names, (ref) => idsOf(ref).taxId, mostPerDomain)],
    ['domain', likeBySharedDomain, pairsBy(names, (ref) => companyDomain(idsOf(ref).domain), mostPerDomain)],
    ['initials', likeByInitial, book.entity === 'sellers' ? pairsByInitial(names) : []]
  ]
  for (const [reason, similarity, pairs] of further)
    for (const [left, right] of pairs) {
      const [a, b] = [names[left], names[right]]
      if (a !== undefined && b !== undefined && isOpen(a, b)) join(left, right, similarity, reason)
    }
  return [...askedNames(book, names, links), ...joinedNames(book)]
}

const differ = (a: string | null | undefined, b: string | null | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' && a !== b

const companyDomain = (domain: string | null | undefined): string | null | undefined =>
  typeof domain === 'string' && mailboxes.has(domain) ? null : domain

/** Decided in an earlier import. What is decided in this preview is still shown, so that it can be changed. */
const wasApart = (book: NameBook, left: Named, right: Named): boolean =>
  book.isApart(left.key, right.key) && book.choiceFor(left.key) === undefined && book.choiceFor(right.key) === undefined

function namesOf(book: NameBook): Named[] {
  const byKey = new Map<string, NameUse>()
  for (const use of book.uses) {
    const met = byKey.get(use.key)
    if (met === undefined) byKey.set(use.key, { ...use })
    else {
      met.rows += use.rows
      met.amountMinor += use.amountMinor
      if (use.by === 'chosen') met.by = 'chosen'
    }
  }
  const names: Named[] = []
  const listed = new Set<string>()
  for (const [ref, name] of book.all()) {
    const key = nameKey(name)
    if (key === '') continue
    listed.add(key)
    names.push({ ref, name, key, use: byKey.get(key) ?? null, isAsked: ref < 0 })
  }
  // A spelling that the user has joined to another name is no row of its own any more, but can still be asked about.
  for (const use of byKey.values())
    if (use.by === 'chosen' && !listed.has(use.key)) {
      listed.add(use.key)
      names.push({ ref: use.ref, name: use.name, key: use.key, use, isAsked: true })
    }
  return names
}

function askedNames(book: NameBook, names: readonly Named[], links: readonly Link[][]): IdentityCandidate[] {
  const asked: IdentityCandidate[] = []
  for (const [at, named] of names.entries()) {
    if (!named.isAsked) continue
    const choice = book.choiceFor(named.key)
    const candidates = (links[at] ?? [])
      .filter(({ other }) => isCandidateOf(book, names, at, other))
      .sort((a, b) => b.similarity - a.similarity || a.other - b.other)
      .slice(0, mostPerName)
      .map(({ other, similarity, reasons }) => ({
        id: idOf(names[other]?.ref ?? 0),
        name: names[other]?.name ?? '',
        similarity,
        reasons
      }))
    // A name may be joined by hand to one that nothing here would have proposed.
    if (choice?.decision === 'same' && choice.sameAs !== undefined) {
      const key = nameKey(choice.sameAs)
      if (!candidates.some((each) => nameKey(each.name) === key))
        candidates.unshift({
          id: idOf(book.withKey(key)[0] ?? 0),
          name: choice.sameAs,
          ...nameSimilarity(named.name, choice.sameAs)
        })
    }
    if (candidates.length === 0) continue
    asked.push({
      entity: book.entity,
      name: named.use?.name ?? named.name,
      rows: named.use?.rows ?? 0,
      amountMinor: named.use?.amountMinor ?? 0,
      candidates,
      decision: choice?.decision ?? null,
      isJoined: false
    })
  }
  return asked
    .sort(
      (a, b) =>
        Number(b.decision !== null) - Number(a.decision !== null) ||
        b.amountMinor - a.amountMinor ||
        b.rows - a.rows ||
        (a.name < b.name ? -1 : 1)
    )
    .slice(0, mostCandidates)
}

/** Of two names that the files bring, only the one that came later is asked about, unless the user has decided about the other. */
function isCandidateOf(book: NameBook, names: readonly Named[], at: number, other: number): boolean {
  const theirs = names[other]
  if (theirs === undefined) return false
  const isMineDecided = book.choiceFor(names[at]?.key ?? '') !== undefined
  if (isMineDecided) return true
  if (!theirs.isAsked) return true
  return book.choiceFor(theirs.key) === undefined && other < at
}

const idOf = (ref: Ref): IdentityCandidate['candidates'][number]['id'] =>
  ref > 0 ? (ref as IdentityCandidate['candidates'][number]['id']) : null

/** Names that were joined because only spaces or signs differ: one entry a spelling. */
export function joinedNames(book: NameBook): IdentityCandidate[] {
  const byKey = new Map<string, IdentityCandidate>()
  for (const use of book.uses) {
    if (use.by !== 'loose') continue
    const met = byKey.get(use.key)
    if (met !== undefined) {
      met.rows += use.rows
      met.amountMinor += use.amountMinor
      continue
    }
    const name = book.nameOf(use.ref)
    byKey.set(use.key, {
      entity: book.entity,
      name: use.name,
      rows: use.rows,
      amountMinor: use.amountMinor,
      candidates: [{ id: idOf(use.ref), name, ...nameSimilarity(use.name, name) }],
      decision: null,
      isJoined: true
    })
  }
  return [...byKey.values()].sort((a, b) => b.amountMinor - a.amountMinor || b.rows - a.rows)
}
