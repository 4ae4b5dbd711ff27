// Rules of precedence on a real file: saved, ordered, run as one step, exceptions kept, overlays beside; and settings, dates and approval.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RuleCondition } from '#shared/territories/rule-types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import { isoDate } from '#shared/units/date.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type Layout, layOut, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout
let [west, east, whales]: TerritoryId[] = []
beforeEach(async () => {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, small)
  const { scenarioId } = at
  west = await workspace.call('territories.create', { scenarioId, name: 'West' })
  east = await workspace.call('territories.create', { scenarioId, name: 'East' })
  whales = await workspace.call('territories.create', { scenarioId, name: 'Whales', kind: 'overlay' })
})
afterEach(() => workspace.close())

const text = (field: 'region' | 'industry', ...values: string[]): RuleCondition => ({
  kind: 'text',
  field,
  isNot: false,
  values
})
const save = (territoryId: TerritoryId | undefined, conditions: RuleCondition[], more = {}) => {
  if (territoryId === undefined) throw new Error('the territory was not made')
  return workspace.call('territories.saveRule', { territoryId, conditions, ...more })
}
const rules = () => workspace.call('territories.listRules', { scenarioId: at.scenarioId })
const run = (options = {}) => workspace.call('territories.applyRules', { scenarioId: at.scenarioId, ...options })
const rows = () => workspace.call('territories.listAccounts', { scenarioId: at.scenarioId })
const where = async () =>
  Object.fromEntries((await rows()).map((row) => [row.accountName, row.territoryName ?? row.overlayNames.join()]))

describe('rules of precedence', () => {
  // Alder and Birch lie in the east, Cedar, Elm and Fir in the west; Alder, Birch and Cedar are retail, Dogwood and Elm energy.
  beforeEach(async () => {
    await save(west, [text('industry', 'ENERGY')])
    await save(west, [text('region', 'west')])
    await save(east, [text('region', 'East')], { note: 'the coast' })
    await save(whales, [text('industry', 'retail')])
  })

  it('count what each wins and loses before anything is written', async () => {
    const seen = await rules()
    expect(
      seen.rules.map(({ territoryName, position, wins, loses }) => [territoryName, position, wins, loses])
    ).toEqual([
      ['West', 1, 2, 0],
      ['West', 2, 2, 1],
      ['East', 3, 2, 0],
      ['Whales', 4, 3, 0]
    ])
    expect(seen).toMatchObject({ accounts: 6, withoutRule: 0, outdated: 6, exceptions: 0, needlessExceptions: 0 })
    expect(await where()).toMatchObject({ Alder: '', Elm: '' })
  })

  it('run as one step: what was said in the preview, and undone as a whole', async () => {
    const preview = await workspace.call('territories.previewRules', { scenarioId: at.scenarioId })
    expect(preview).toEqual({ placed: 6, moved: 6, unplaced: 0, keptManual: 0 })
    expect(await run()).toEqual(preview)
    expect(await where()).toEqual({
      Alder: 'East',
      Birch: 'East',
      Cedar: 'West',
      Dogwood: 'West',
      Elm: 'West',
      Fir: 'West'
    })
    const [alder] = await rows()
    expect(alder).toMatchObject({ source: 'rule', overlayNames: ['Whales'] })
    expect(alder?.evidence).toMatchObject({
      method: 'rule',
      position: 3,
      losing: 0,
      conditions: [text('region', 'East')]
    })
    const overview = await workspace.call('territories.overview', { scenarioId: at.scenarioId })
    expect(overview.territories.map(({ name, kind, accounts }) => [name, kind, accounts])).toEqual([
      ['West', 'main', 4],
      ['East', 'main', 2],
      ['Whales', 'overlay', 3]
    ])
    expect(overview.assigned.accounts).toBe(6)
    expect(overview.checks.map((check) => check.kind)).not.toContain('double')
    expect((await rules()).outdated).toBe(0)
    await workspace.call('workspace.undo', {})
    expect(Object.values(await where()).join('')).toBe('')
    expect(await run()).toMatchObject({ moved: 6 })
    expect(await run()).toMatchObject({ moved: 0 })
  })

  it('go by their order, which can be changed', async () => {
    const { scenarioId } = at
    const [energy, inWest, inEast, big] = (await rules()).rules.map((rule) => rule.id)
    if (!energy || !inWest || !inEast || !big) throw new Error('four rules were saved')
    await save(east, [text('industry', 'energy')], { beforeId: energy })
    expect((await rules()).rules.map(({ territoryName, wins, loses }) => [territoryName, wins, loses])).toEqual([
      ['East', 2, 0],
      ['West', 0, 2],
      ['West', 2, 1],
      ['East', 2, 0],
      ['Whales', 3, 0]
    ])
    await workspace.call('workspace.undo', {})
    await workspace.call('territories.orderRules', { scenarioId, ruleIds: [inWest, energy, big, inEast] })
    expect((await rules()).rules.map(({ id, position, wins, loses }) => [id, position, wins, loses])).toEqual([
      [inWest, 1, 3, 0],
      [energy, 2, 1, 1],
      [big, 3, 3, 0],
      [inEast, 4, 2, 0]
    ])
    for (const ruleIds of [
      [inWest, energy],
      [inWest, energy, big, big],
      [inWest, energy, big, inEast, 99]
    ])
      expect(await workspace.reply('territories.orderRules', { scenarioId, ruleIds })).toMatchObject({
        error: { code: 'territories.ruleMissing' }
      })
    await workspace.call('territories.removeRule', { ruleId: energy })
    expect((await rules()).rules.map(({ position }) => position)).toEqual([1, 2, 3])
    expect((await rules()).withoutRule).toBe(1)
  })

  it('say for an account which wins, which lose and what the others fail at', async () => {
    const { verdicts } = await workspace.call('territories.explainPlacement', {
      scenarioId: at.scenarioId,
      accountId: at.account('Elm')
    })
    expect(verdicts.map(({ territoryName, outcome, failing }) => [territoryName, outcome, failing?.value])).toEqual([
      ['West', 'wins', undefined],
      ['West', 'loses', undefined],
      ['East', 'fails', 'West'],
      ['Whales', 'fails', 'Energy']
    ])
  })

  it('leave what a person placed, and count it against the rule that would have it', async () => {
    const { scenarioId } = at
    await run()
    const place = (name: string, territoryId: TerritoryId | undefined) =>
      workspace.call('territories.assign', {
        scenarioId,
        territoryId: territoryId ?? 0,
        accountIds: [at.account(name)],
        reason: 'asked for'
      })
    await place('Cedar', east)
    await place('Fir', west)
    const seen = await rules()
    expect(seen).toMatchObject({ exceptions: 2, needlessExceptions: 1, outdated: 0 })
    expect(seen.rules.map((rule) => rule.exceptions)).toEqual([0, 1, 0, 0])
    expect(await run()).toEqual({ placed: 4, moved: 0, unplaced: 0, keptManual: 2 })
    expect(await where()).toMatchObject({ Cedar: 'East' })
    expect(await run({ keepManual: false })).toEqual({ placed: 6, moved: 1, unplaced: 0, keptManual: 0 })
    expect(await where()).toMatchObject({ Cedar: 'West' })
    expect(await rules()).toMatchObject({ exceptions: 0 })
  })

  it('take out what they placed and no longer hold for, but not what a proposal placed', async () => {
    const { scenarioId } = at
    await workspace.call('territories.applyProposal', {
      scenarioId,
      request: { method: 'byField', field: 'industry' },
      removeEmpty: false
    })
    expect(await where()).toMatchObject({ Dogwood: 'Energy', Fir: '' })
    const [energy, inWest, , retail] = (await rules()).rules
    if (!energy || !inWest || !retail) throw new Error('four rules were saved')
    await workspace.call('territories.removeRule', { ruleId: energy.id })
    await run()
    expect(await where()).toMatchObject({ Dogwood: 'Energy', Elm: 'West', Fir: 'West' })
    await workspace.call('territories.removeRule', { ruleId: inWest.id })
    await workspace.call('territories.saveRule', {
      ruleId: retail.id,
      territoryId: whales ?? 0,
      conditions: [text('industry', 'retail'), { kind: 'account', accountIds: [at.account('Alder')] }]
    })
    expect(await rules()).toMatchObject({ withoutRule: 4 })
    // Cedar, Elm and Fir had come by the rule of the West; Cedar and Birch leave the overlay.
    expect(await run()).toEqual({ placed: 2, moved: 4, unplaced: 3, keptManual: 0 })
    expect(await where()).toEqual({ Alder: 'East', Birch: 'East', Cedar: '', Dogwood: 'Energy', Elm: '', Fir: '' })
    expect((await rows()).map((row) => row.overlayNames.length)).toEqual([1, 0, 0, 0, 0, 0])
  })

  it('keep of a long list of names only the account with its placement', async () => {
    await save(east, [{ kind: 'account', accountIds: [at.account('Fir'), at.account('Elm')] }], {
      beforeId: (await rules()).rules[0]?.id
    })
    await run()
    const fir = (await rows()).find((row) => row.accountName === 'Fir')
    expect(fir?.evidence).toMatchObject({
      conditions: [{ kind: 'account', accountIds: [at.account('Fir')] }],
      losing: 1
    })
  })

  it('are copied with the scenario, and what they placed names the rules of the copy', async () => {
    await run()
    const copy = await workspace.call('plans.copyScenario', { scenarioId: at.scenarioId, name: 'Other' })
    const copied = await workspace.call('territories.listRules', { scenarioId: copy.id })
    const original = await rules()
    expect(copied.rules.map(({ note, wins, conditions }) => [note, wins, conditions])).toEqual(
      original.rules.map(({ note, wins, conditions }) => [note, wins, conditions])
    )
    expect(copied.outdated).toBe(0)
    const [alder] = await workspace.call('territories.listAccounts', { scenarioId: copy.id })
    expect(alder?.evidence).toMatchObject({ ruleId: copied.rules[2]?.id })
  })

  it('a locked scenario refuses them', async () => {
    const { scenarioId } = at
    const [rule] = (await rules()).rules
    const settings = await workspace.call('territories.getSettings', { scenarioId })
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const locked = { ok: false, error: { code: 'plans.scenarioLocked', name: 'Baseline' } }
    const ruleId = rule?.id ?? 0
    expect(await workspace.reply('territories.saveRule', { territoryId: west ?? 0, conditions: [] })).toEqual(locked)
    expect(await workspace.reply('territories.orderRules', { scenarioId, ruleIds: [ruleId] })).toEqual(locked)
    expect(await workspace.reply('territories.removeRule', { ruleId })).toEqual(locked)
    expect(await workspace.reply('territories.applyRules', { scenarioId })).toEqual(locked)
    expect(await workspace.reply('territories.saveSettings', { scenarioId, settings })).toEqual(locked)
    expect(await workspace.reply('territories.change', { territoryId: west ?? 0, capacityRatio: 2 })).toEqual(locked)
    expect(await workspace.reply('territories.acceptAlignment', { scenarioId, moves: [] })).toEqual(locked)
  })
})

describe('fields that rules ask about', () => {
  it('are listed with their values and how many accounts have each', async () => {
    expect(await workspace.call('territories.listFieldValues', { field: 'region' })).toEqual([
      { value: 'West', label: 'West', accounts: 3 },
      { value: 'east', label: 'East', accounts: 2 }
    ])
    workspace.writer.run(`UPDATE accounts SET custom_json = '{"Tier":"A","Seats":"12"}' WHERE name = 'Alder'`)
    workspace.writer.run(`UPDATE accounts SET custom_json = '{"Tier":"a","Seats":"12.5"}' WHERE name = 'Elm'`)
    workspace.writer.run(`UPDATE accounts SET custom_json = '{"Tier":"2"}' WHERE name = 'Fir'`)
    expect(await workspace.call('territories.listOwnFields', {})).toEqual([
      { name: 'Tier', accounts: 3, isNumeric: false },
      { name: 'Seats', accounts: 2, isNumeric: true }
    ])
    expect(await workspace.call('territories.listFieldValues', { field: 'custom:Tier' })).toEqual([
      { value: 'A', label: 'A', accounts: 2 },
      { value: '2', label: '2', accounts: 1 }
    ])
  })

  it('products are those the account has bought', async () => {
    const { writer } = workspace
    const product = writer.insert('products', { name: 'Pump', name_key: 'pump' })
    writer.run(`UPDATE opportunities SET product_id = :product WHERE account_id IN (:fir, :dogwood)`, {
      product,
      fir: at.account('Fir'),
      // Lost and open deals are no purchase.
      dogwood: at.account('Dogwood')
    })
    await save(west, [{ kind: 'product', productIds: [product as never] }])
    expect((await rules()).rules[0]).toMatchObject({ wins: 1 })
    await run()
    expect(await where()).toMatchObject({ Fir: 'West', Dogwood: '' })
  })
})

describe('assumptions', () => {
  it('are the usual ones until somebody says otherwise, and go with a copy', async () => {
    const { scenarioId } = at
    const settings = await workspace.call('territories.getSettings', { scenarioId })
    // A workspace in British ways: no circuity of its own is published here.
    expect(settings).toMatchObject({ circuity: 1.3, speedKmh: 60, callNorms: [], potentialField: null })
    const overview = () => workspace.call('territories.overview', { scenarioId })
    // Twelve calls of an hour at each of six accounts, no place known.
    expect((await overview()).unassigned).toMatchObject({ visits: 72, workloadHours: 72, withoutPotential: 6 })
    const changed = {
      ...settings,
      classField: 'industry' as const,
      callNorms: [{ value: 'retail', callsPerYear: 24, minutesPerCall: 30 }],
      otherCalls: null
    }
    await workspace.call('territories.saveSettings', { scenarioId, settings: changed })
    expect((await overview()).unassigned).toMatchObject({ visits: 72, workloadHours: 36, withoutWorkload: 3 })
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Other' })
    expect(await workspace.call('territories.getSettings', { scenarioId: copy.id })).toEqual(changed)
    await workspace.call('workspace.undo', {})
    await workspace.call('workspace.undo', {})
    expect(await workspace.call('territories.getSettings', { scenarioId })).toEqual(settings)
    const size = await workspace.call('territories.size', { scenarioId })
    expect(size).toMatchObject({
      sellingHoursPerYear: 1200,
      callHours: 72,
      sellersWithoutTravel: 0.06,
      withoutPlace: 6
    })
  })
})

describe('days', () => {
  it('an account moves as of a day and stays where it was until the day before', async () => {
    const { scenarioId } = at
    const accountIds = [at.account('Fir')]
    const assign = (territoryId: TerritoryId | undefined, fromOn?: ReturnType<typeof isoDate>) =>
      workspace.call('territories.assign', {
        scenarioId,
        territoryId: territoryId ?? 0,
        accountIds,
        fromOn: fromOn ?? null
      })
    const territoryOn = async (month: number, day: number) =>
      (await workspace.call('territories.listAccounts', { scenarioId, onDate: isoDate(2027, month, day) })).find(
        (row) => row.accountName === 'Fir'
      )?.territoryName
    await assign(west)
    await assign(east, isoDate(2027, 7, 1))
    expect([await territoryOn(6, 30), await territoryOn(7, 1)]).toEqual(['West', 'East'])
    // A change of mind before that day takes the later move back.
    await assign(west, isoDate(2027, 4, 1))
    expect([await territoryOn(3, 31), await territoryOn(4, 1), await territoryOn(7, 1)]).toEqual([
      'West',
      'West',
      'West'
    ])
    const { checks } = await workspace.call('territories.overview', { scenarioId })
    expect(checks.map((check) => check.kind)).not.toContain('double')
    await workspace.call('workspace.undo', {})
    expect([await territoryOn(6, 30), await territoryOn(7, 1)]).toEqual(['West', 'East'])
    await assign(west)
    expect([await territoryOn(1, 1), await territoryOn(12, 31)]).toEqual(['West', 'West'])
  })

  it('compares two days: who gets what, and how much that disturbs', async () => {
    const { scenarioId } = at
    await workspace.call('territories.assign', {
      scenarioId,
      territoryId: west ?? 0,
      accountIds: [at.account('Alder'), at.account('Fir')]
    })
    await workspace.call('territories.cover', { territoryId: west ?? 0, sellerId: at.seller('Cy') })
    await workspace.call('territories.cover', { territoryId: east ?? 0, sellerId: at.seller('Ana') })
    await workspace.call('territories.assign', {
      scenarioId,
      territoryId: east ?? 0,
      accountIds: [at.account('Alder')],
      fromOn: isoDate(2027, 7, 1)
    })
    const compared = await workspace.call('territories.compare', {
      left: { scenarioId, onDate: isoDate(2027, 6, 30) },
      right: { scenarioId, onDate: isoDate(2027, 7, 1) }
    })
    expect(compared.changes).toMatchObject([
      { accountName: 'Alder', fromTerritory: 'West', toTerritory: 'East', fromSellers: ['Cy'], toSellers: ['Ana'] }
    ])
    // Cy sold to Alder first on 10 August 2026: 324 days before 30 June 2027.
    expect(compared.changes[0]?.relationshipYears).toBeCloseTo(324 / 365.2425, 10)
    expect(compared.disruption).toMatchObject({ accounts: 1, accountsRatio: 0.5, wonMinor: 120_000 })
    expect(compared.disruption.revenueRatio).toBeCloseTo(1200 / 1280, 10)
    expect(compared.sellers.map(({ sellerName, gained, lost }) => [sellerName, gained, lost])).toEqual([
      ['Ana', 1, 0],
      ['Cy', 0, 1]
    ])
    expect(compared.evenness.revenue.left.maxOverMin).toBeNull()
    expect(compared.evenness.revenue.right.maxOverMin).toBe(15)
  })

  it('a territory has its dates, capacity and base', async () => {
    const change = (fields: object) => workspace.reply('territories.change', { territoryId: west ?? 0, ...fields })
    const seen = async () =>
      (await workspace.call('territories.overview', { scenarioId: at.scenarioId })).territories[0]
    expect(await change({ fromOn: '2027-06-01', toOn: '2027-05-01' })).toMatchObject({
      error: { code: 'territories.datesReversed' }
    })
    await change({ toOn: '2027-05-31', capacityRatio: 0.5, base: { text: 'Zaragoza, España' } })
    expect(await seen()).toMatchObject({ fromOn: null, toOn: '2027-05-31', capacityRatio: 0.5 })
    const base = (await seen())?.base
    expect(base).toMatchObject({ label: 'Zaragoza, España', isPinned: true })
    expect(base?.lon).toBeCloseTo(-0.88, 1)
    expect(base?.lat).toBeCloseTo(41.65, 1)
    expect(await change({ base: { text: 'Nowhere at all' } })).toMatchObject({
      error: { code: 'territories.placeUnknown', text: 'Nowhere at all' }
    })
    await change({ base: null })
    expect((await seen())?.base).toBeNull()
    await workspace.call('territories.assign', {
      scenarioId: at.scenarioId,
      territoryId: west ?? 0,
      accountIds: [at.account('Fir')]
    })
    const { checks } = await workspace.call('territories.overview', { scenarioId: at.scenarioId })
    expect(checks).toContainEqual({ kind: 'outsideDates', territoryId: west, territoryName: 'West', accounts: 1 })
  })

  it('main territories and overlays are trees of their own', async () => {
    const { scenarioId } = at
    const mixed = { error: { code: 'territories.kindsMixed' } }
    expect(await workspace.reply('territories.create', { scenarioId, name: 'X', parentId: whales })).toMatchObject(
      mixed
    )
    expect(await workspace.reply('territories.move', { territoryId: west ?? 0, parentId: whales ?? 0 })).toMatchObject(
      mixed
    )
    const below = await workspace.call('territories.create', { scenarioId, name: 'Below', parentId: west })
    expect(await workspace.reply('territories.change', { territoryId: below, kind: 'overlay' })).toMatchObject(mixed)
    await workspace.call('territories.change', { territoryId: west ?? 0, kind: 'overlay' })
    const { territories } = await workspace.call('territories.overview', { scenarioId })
    expect(territories.map(({ name, kind }) => [name, kind])).toEqual([
      ['West', 'overlay'],
      ['Below', 'overlay'],
      ['East', 'main'],
      ['Whales', 'overlay']
    ])
  })
})

describe('approval', () => {
  it('is refused while checks block it, unless somebody says why', async () => {
    const { scenarioId } = at
    const refused = await workspace.reply('plans.approveScenario', { scenarioId, isApproved: true })
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'plans.notSound',
        problems: [
          { domain: 'territories', kind: 'unassigned', count: 6 },
          { domain: 'territories', kind: 'empty', count: 3 },
          { domain: 'territories', kind: 'noSeller', count: 3 }
        ]
      }
    })
    const approved = await workspace.call('plans.approveScenario', {
      scenarioId,
      isApproved: true,
      reason: 'territories follow in May'
    })
    expect(approved.approvedAt).not.toBeNull()
    expect(approved.notes).toBe('2026-11-12: territories follow in May')
    await workspace.call('workspace.undo', {})
    for (const territoryId of [west, east, whales])
      await workspace.call('territories.remove', { territoryId: territoryId ?? 0 })
    const sound = await workspace.call('plans.approveScenario', { scenarioId, isApproved: true })
    expect(sound).toMatchObject({ notes: '' })
  })
})
