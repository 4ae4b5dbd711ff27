// Plans teams: the tree of offices and managers, who leads which, and who is in which.
import { nameKey } from '#shared/units/name-key.ts'
import { recordReader } from '../record.ts'
import type { ReadTable } from '../types.ts'
import type { Notebook } from './notebook.ts'
import type { KnownFacts, PlannedTeam, Ref } from './types.ts'
import { textOf } from './values.ts'

interface TeamState {
  id: Ref
  parent: Ref | null
  name: string
  nameKey: string
  lead: Ref | null
}

export class TeamTree {
  readonly memberships: { seller: Ref; team: Ref }[] = []
  readonly #notes: Notebook
  readonly #teams = new Map<Ref, TeamState>()
  readonly #byPlace = new Map<string, Ref>()
  readonly #byName = new Map<string, Ref[]>()
  readonly #teamOf = new Map<Ref, Ref>()
  readonly #changed = new Map<Ref, TeamState>()
  readonly #saidLead = new Set<Ref>()
  readonly #moved = new Set<Ref>()
  #made = 0

  constructor(known: KnownFacts, notes: Notebook) {
    this.#notes = notes
    for (const team of known.teams) this.#remember({ ...team })
    for (const seller of known.sellers) if (seller.team !== null) this.#teamOf.set(seller.id, seller.team)
  }

  #remember(team: TeamState): void {
    this.#teams.set(team.id, team)
    this.#byPlace.set(`${team.parent ?? 0}/${team.nameKey}`, team.id)
    const same = this.#byName.get(team.nameKey)
    if (same === undefined) this.#byName.set(team.nameKey, [team.id])
    else same.push(team.id)
  }

  /** The team of that name below another; made where there is none. A name that one team alone has needs no place. */
  named(parent: Ref | null, name: string, isImplied = true): Ref {
    const key = nameKey(name)
    const there = this.#byPlace.get(`${parent ?? 0}/${key}`)
    if (there !== undefined) return there
    const same = this.#byName.get(key)
    if (parent === null && same?.length === 1 && same[0] !== undefined) return same[0]
    this.#made += 1
    const team = { id: -this.#made, parent, name, nameKey: key, lead: null }
    this.#remember(team)
    this.#changed.set(team.id, team)
    this.#notes.countEntity('teams', 'new', isImplied)
    return team.id
  }

  find(name: string): Ref | undefined {
    const same = this.#byName.get(nameKey(name))
    return same?.length === 1 ? same[0] : undefined
  }

  leadOf(team: Ref): Ref | null {
    return this.#teams.get(team)?.lead ?? null
  }

  /** The first file that names a lead is believed. @returns whether that was news */
  lead(team: Ref, seller: Ref): boolean {
    const state = this.#teams.get(team)
    if (state === undefined || this.#saidLead.has(team)) return false
    this.#saidLead.add(team)
    if (state.lead === seller) return false
    state.lead = seller
    this.#changed.set(team, state)
    return true
  }

  /** @returns whether that was news */
  join(seller: Ref, team: Ref): boolean {
    if (this.#teamOf.get(seller) === team) return false
    // Two rows that put one person into two teams would take turns with every import: the first one counts.
    if (this.#moved.has(seller)) return false
    this.#moved.add(seller)
    this.#teamOf.set(seller, team)
    this.memberships.push({ seller, team })
    return true
  }

  hasTeam(seller: Ref): boolean {
    return this.#teamOf.has(seller)
  }

  /** Keeps a person in the team that a file has confirmed. */
  confirm(seller: Ref): void {
    this.#moved.add(seller)
  }

  /** Whether a person's team, or one above it, has the name. */
  isIn(seller: Ref, key: string): boolean {
    const met = new Set<Ref>()
    for (let at = this.#teamOf.get(seller) ?? null; at !== null && !met.has(at); ) {
      const team = this.#teams.get(at)
      if (team === undefined) return false
      if (team.nameKey === key) return true
      met.add(at)
      at = team.parent
    }
    return false
  }

  planTable(table: ReadTable, personOf: (name: string) => Ref | null): void {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      const name = textOf(values.name)
      if (warnings.length > 0) this.#notes.warn(warnings)
      if (refusal !== undefined || name === null) {
        this.#notes.reject(table, row, refusal ?? { rule: 'noName', header: '', cell: '' })
        continue
      }
      const parentName = textOf(values.parent)
      const parent = parentName === null ? null : this.named(null, parentName)
      const made = this.#made
      const id = this.#listed(parent, name)
      const isNew = this.#made > made
      this.#notes.seen.see(table, 'teams', id)
      let isNews = false
      const state = this.#teams.get(id)
      if (!isNew && state !== undefined && parent !== null && state.parent !== parent && !this.#isBelow(parent, id)) {
        this.#byPlace.delete(`${state.parent ?? 0}/${state.nameKey}`)
        state.parent = parent
        this.#byPlace.set(`${parent}/${state.nameKey}`, id)
        this.#changed.set(id, state)
        isNews = true
      }
      const leadName = textOf(values.lead) ?? textOf(values.manager)
      const lead = leadName === null ? null : personOf(leadName)
      if (lead !== null && this.lead(id, lead)) isNews = true
      this.#notes.countTable(table, isNew ? 'new' : isNews ? 'changed' : 'same')
      if (!isNew) this.#notes.countEntity('teams', isNews ? 'changed' : 'same')
    }
  }

  /** A listed team: at its place, or the only one of its name, which may have moved. */
  #listed(parent: Ref | null, name: string): Ref {
    const key = nameKey(name)
    const same = this.#byName.get(key) ?? []
    const there = this.#byPlace.get(`${parent ?? 0}/${key}`)
    const only = same.length === 1 ? same[0] : undefined
    return there ?? only ?? this.named(parent, name, false)
  }

  #isBelow(ref: Ref, above: Ref): boolean {
    const met = new Set<Ref>()
    for (let at: Ref | null = ref; at !== null && !met.has(at); at = this.#teams.get(at)?.parent ?? null) {
      if (at === above) return true
      met.add(at)
    }
    return false
  }

  /** New and changed teams; a new one stands after its parent. */
  changed(): PlannedTeam[] {
    const placed = new Set<Ref>()
    const ordered: PlannedTeam[] = []
    const place = (team: TeamState): void => {
      if (placed.has(team.id)) return
      placed.add(team.id)
      const parent = team.parent === null ? undefined : this.#changed.get(team.parent)
      if (parent !== undefined) place(parent)
      ordered.push({ ...team })
    }
    for (const team of this.#changed.values()) place(team)
    return ordered
  }
}
