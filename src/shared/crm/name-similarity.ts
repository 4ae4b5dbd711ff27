// How alike two names of companies (or products, or people) are, and why; and the pairs of a long list that may be one.
// Nothing is decided here: joining names is up to the caller and, in doubt, to the user.
import { nameKey } from '#shared/units/name-key.ts'

export interface NormalName {
  /** The words that tell the company apart, without legal form and "and": what two spellings should share. */
  key: string
  tokens: string[]
  /** As one word ("sl", "gmbh"), or null. */
  legalForm: string | null
}

export interface Similarity {
  /** 0 to 1; 1 for names of the same name key. */
  similarity: number
  /** 'spaces', 'typo', 'legalForm', 'initials', 'words': what differs. Empty for the same key and for names that are not alike. */
  reasons: string[]
}

export interface SimilarPair extends Similarity {
  /** Places in the list, left below right. */
  left: number
  right: number
}

/** Legal forms of companies as the last words of a name, single letters joined ("s. l. u." is slu). Longer ones first. */
const legalForms = [
  ['gmbh', 'co', 'kg'],
  ['sociedad', 'limitada', 'unipersonal'],
  ['sa', 'de', 'cv'],
  ['srl', 'de', 'cv'],
  ['s', 'de', 'rl', 'de', 'cv'],
  ['sociedad', 'limitada'],
  ['sociedad', 'anonima'],
  ['s', 'coop'],
  ['sp', 'zoo'],
  ['pty', 'ltd'],
  ['pvt', 'ltd'],
  ['private', 'limited'],
  ['co', 'ltd'],
  ...(
    'sl sa slu sau sll slp slne scoop srl sas sarl sasu eurl snc spa sapa bv nv cv vof gmbh mbh ag kg ohg ug se inc incorporated ' +
    'corp corporation co company cia compania ltd limited plc llc llp lp pc lda ltda eirl spzoo oy oyj ab as asa aps kft zrt doo ood eood'
  )
    .split(' ')
    .map((form) => [form])
].sort((a, b) => b.length - a.length)
const shortForms = new Set(legalForms.filter((form) => form.length === 1).map(([form]) => form ?? ''))
const longestForm = 3
const joining = new Set(['and', 'y', 'e', 'und', 'et', 'i'])

/** "s l" → "sl"; of "plan a s l" the last letters that make a legal form stand alone: "plan a sl". */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = []
  let run: string[] = []
  const close = (isLast: boolean): void => {
    if (run.length === 0) return
    const tail = isLast
      ? [longestForm, 2].find((n) => run.length > n && shortForms.has(run.slice(-n).join('')))
      : undefined
    if (tail === undefined) joined.push(run.join(''))
    else joined.push(run.slice(0, -tail).join(''), run.slice(-tail).join(''))
    run = []
  }
  for (const word of words) {
    if (word.length === 1 && !/\d/.test(word)) run.push(word)
    else {
      close(false)
      joined.push(word)
    }
  }
  close(true)
  return joined
}

/**
 * Takes a company's name apart: the words that name it, and its legal form.
 *
 * Accents, case and punctuation don't count (`nameKey`), initials with points are one word, the legal form at the end (S.L., S.A. de
 * C.V., Ltd, Inc, GmbH & Co. KG, …) and words for "and" are left out. A name that is nothing but a legal form keeps it as its word.
 *
 * @param name as written in an export or typed by a person
 * @returns key, words and legal form
 * @missing `legalForm` null when the name ends in none; an empty key only for text without a visible character
 * @example normaliseCompany('Hijos de J. Pérez, S.L.') // { key: 'hijos de j perez', tokens: ['hijos', 'de', 'j', 'perez'], legalForm: 'sl' }
 */
export function normaliseCompany(name: string): NormalName {
  const words = joinLetters(nameKey(name).split(' '))
  const form = legalForms.find(
    (each) => each.length < words.length && each.every((word, at) => words[words.length - each.length + at] === word)
  )
  const own = form === undefined ? words : words.slice(0, -form.length)
  const plain = own.filter((word, at) => at === 0 || at === own.length - 1 || !joining.has(word))
  return { key: plain.join(' '), tokens: plain, legalForm: form?.join('') ?? null }
}

/**
 * Counts the letters to add, drop, change or swap with their neighbour to turn one word into another.
 *
 * @param a a word
 * @param b a word
 * @param most distances above it need not be told apart
 * @returns 0 to `most`, or `most + 1` for anything further
 * @source Damerau-Levenshtein distance, restricted (optimal string alignment)
 * @example editDistance('technolgy', 'technology', 2) // 1
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

interface Prepared extends NormalName {
  full: string
  fullCompact: string
  compact: string
  sorted: string
  initials: string
  /** Words that must be the same in both: "Fund II" and "Fund III" are two. */
  numbers: string
}

const roman = /^(?:i{1,3}|iv|v|vi{1,3}|ix|x)$/

function prepare(name: string): Prepared {
  const normal = normaliseCompany(name)
  const full = nameKey(name)
  return {
    ...normal,
    full,
    fullCompact: full.replaceAll(' ', ''),
    compact: normal.tokens.join(''),
    sorted: [...normal.tokens].sort().join(' '),
    initials: normal.tokens.map((token) => token[0] ?? '').join(''),
    numbers: normal.tokens
      .filter((token) => /\d/.test(token) || roman.test(token))
      .sort()
      .join(' ')
  }
}

const mistypable = (length: number): number => (length >= 9 ? 2 : length >= 5 ? 1 : 0)

/** Words in order, each the same or mistyped: the distance over all, or undefined. */
function typosByWord(a: readonly string[], b: readonly string[]): number | undefined {
  if (a.length !== b.length) return undefined
  let sum = 0
  for (const [at, word] of a.entries()) {
    const other = b[at] ?? ''
    if (word === other) continue
    const most = mistypable(Math.min(word.length, other.length))
    const distance = most === 0 ? 1 : editDistance(word, other, most)
    if (most === 0 || distance > most) return undefined
    sum += distance
  }
  return sum <= 2 ? sum : undefined
}

const areInitials = (short: Prepared, long: Prepared): boolean =>
  short.tokens.length === 1 &&
  long.tokens.length >= 3 &&
  (short.compact === long.initials ||
    short.compact === `${long.initials}${long.legalForm === null ? '' : (long.legalForm[0] ?? '')}`)

const none: Similarity = { similarity: 0, reasons: [] }

function compare(a: Prepared, b: Prepared): Similarity {
  if (a.full === b.full) return { similarity: 1, reasons: [] }
  if (a.fullCompact === b.fullCompact) return { similarity: 0.99, reasons: ['spaces'] }
  // Two legal forms that contradict each other are often two companies of one family.
  const hasOtherForm = a.legalForm !== b.legalForm
  const formCost = hasOtherForm ? (a.legalForm !== null && b.legalForm !== null ? 0.1 : 0.03) : 0
  const scored = (similarity: number, reason: string | undefined): Similarity => ({
    similarity: Math.round((similarity - formCost) * 1000) / 1000,
    reasons: [...(reason === undefined ? [] : [reason]), ...(hasOtherForm ? ['legalForm'] : [])]
  })
  if (a.key === b.key) return hasOtherForm ? scored(1, undefined) : { similarity: 0.99, reasons: ['spaces'] }
  if (a.compact === b.compact) return scored(0.99, 'spaces')
  if (a.numbers !== b.numbers) return none
  if (a.sorted === b.sorted) return scored(0.96, 'words')
  const length = Math.max(a.compact.length, b.compact.length)
  const typos =
    typosByWord(a.tokens, b.tokens) ?? (length >= 8 && editDistance(a.compact, b.compact, 1) === 1 ? 1 : undefined)
  if (typos !== undefined) return scored(Math.max(0.8, 1 - typos / length), 'typo')
  if (areInitials(a, b) || areInitials(b, a)) return scored(0.8, 'initials')
  const [short, long] = a.tokens.length < b.tokens.length ? [a, b] : [b, a]
  const words = new Set(long.tokens)
  const isPart = short.tokens.length < long.tokens.length && short.tokens.every((token) => words.has(token))
  const share = short.compact.length / Math.max(1, long.compact.length)
  if (isPart && short.compact.length >= 4 && share >= 0.5) return scored(0.7 + 0.25 * share, 'words')
  return none
}

/**
 * Says how alike two names are, and what differs.
 *
 * @param a a name
 * @param b a name
 * @returns 0 to 1 with the reasons: `spaces` (spaces and signs alone), `legalForm`, `typo` (a letter or two of a word long enough),
 *   `initials` (IBM), `words` (other order, or one name has words more); names that differ in a number are not alike
 * @missing similarity 0 and no reasons when nothing speaks for their being one
 * @source word-wise restricted Damerau-Levenshtein distance; the weights are ours and only order the candidates
 * @example nameSimilarity('GTXPro', 'GTX Pro') // { similarity: 0.99, reasons: ['spaces'] }
 */
export function nameSimilarity(a: string, b: string): Similarity {
  return compare(prepare(a), prepare(b))
}

/** Words and beginnings that more names share than this say nothing: their pairs are found by something else or not at all. */
const largestBlock = 80

/** What two names must share in at least one place to be compared at all; or the letters but one, see `shortenedBy`. */
function blocksOf(name: Prepared): Set<string> {
  const keys = new Set([`c${name.compact}`, `f${name.fullCompact}`, `s${name.sorted}`, `p${name.compact.slice(0, 6)}`])
  for (const token of name.tokens) if (token.length >= 4) keys.add(`t${token}`)
  if (name.tokens.length === 1 && name.compact.length <= 6) keys.add(`i${name.compact}`)
  if (name.tokens.length >= 3) keys.add(`i${name.initials}`)
  return keys
}

const base = 0x01000193
const longest = 30
const powers = new Int32Array(longest + 1)
powers[0] = 1
for (let at = 1; at <= longest; at++) powers[at] = Math.imul(powers[at - 1] ?? 0, base)

/**
 * Numbers that stand for a name and for the name without one of its letters. A letter added, dropped or changed anywhere leaves one of
 * them in common; that two other names share a number by chance only costs a comparison.
 */
function shortenedBy({ compact, numbers }: Prepared): Set<number> {
  const length = Math.min(compact.length, longest)
  const keys = new Set<number>()
  if (length < 5) return keys
  // Names that differ in a number are two whatever their letters: they need not meet.
  let salt = 0
  for (let at = 0; at < numbers.length; at++) salt = (Math.imul(salt, base) + numbers.charCodeAt(at)) | 0
  const before = new Int32Array(length + 1)
  for (let at = 0; at < length; at++) before[at + 1] = (Math.imul(before[at] ?? 0, base) + compact.charCodeAt(at)) | 0
  const whole = before[length] ?? 0
  keys.add(whole ^ salt)
  for (let at = 0; at < length; at++) {
    const after = length - at - 1
    const rest = (whole - Math.imul(before[at + 1] ?? 0, powers[after] ?? 0)) | 0
    keys.add(((Math.imul(before[at] ?? 0, powers[after] ?? 0) + rest) | 0) ^ salt)
  }
  return keys
}

/**
 * Finds the pairs of a list that are alike, without comparing each with each: only names are compared that share a word, a beginning,
 * their initials, or all letters but one.
 *
 * @param names names, at most some tens of thousands
 * @param least similarity from which a pair is given, 0 to 1
 * @returns the likeliest pairs first; names of the same key are pairs of similarity 1
 * @missing an empty list when no two are alike
 * @example findSimilarNames(['Acme SL', 'Beta', 'Acme, S.L.']) // [{ left: 0, right: 2, similarity: 0.99, reasons: ['spaces'] }]
 */
export function findSimilarNames(names: readonly string[], least = 0.8): SimilarPair[] {
  const prepared = names.map(prepare)
  const byText = new Map<string, number[]>()
  const byLetters = new Map<number, number[]>()
  for (const [index, name] of prepared.entries()) {
    for (const key of blocksOf(name)) put(byText, key, index)
    for (const key of shortenedBy(name)) put(byLetters, key, index)
  }
  const compared = new Set<number>()
  const pairs: SimilarPair[] = []
  const compareBlock = (block: readonly number[], isAlways: boolean): void => {
    const isLong = block.length > largestBlock
    if (block.length < 2 || (isLong && !isAlways)) return
    // Where very many share one name, each is held against the first alone.
    for (let i = 0; i < (isLong ? 1 : block.length); i++)
      for (let j = i + 1; j < block.length; j++) {
        const [left = 0, right = 0] = [block[i], block[j]]
        const pair = left * names.length + right
        if (compared.has(pair)) continue
        compared.add(pair)
        const [a, b] = [prepared[left], prepared[right]]
        if (a === undefined || b === undefined) continue
        const { similarity, reasons } = compare(a, b)
        if (similarity >= least) pairs.push({ left, right, similarity, reasons })
      }
  }
  for (const [key, block] of byText) compareBlock(block, /^[cfs]/.test(key))
  for (const block of byLetters.values()) compareBlock(block, false)
  return pairs.sort((a, b) => b.similarity - a.similarity || a.left - b.left || a.right - b.right)
}

function put<Key>(blocks: Map<Key, number[]>, key: Key, index: number): void {
  const block = blocks.get(key)
  if (block === undefined) blocks.set(key, [index])
  else block.push(index)
}
