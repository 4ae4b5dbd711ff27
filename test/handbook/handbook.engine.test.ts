// The handbook on a real workspace file: values from all stores, texts with undo, a locked scenario, a copied one, letters.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { handbookScenarioPart } from '#engine/handbook/scenario-part.ts'
import { readInlineText } from '#shared/handbook/inline-text.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
let scenarioId: ScenarioId
let sellers: SellerId[]

/** Two sellers of one name in one team, a year of deals before the plan year, quotas of which one month is odd, a territory each. */
async function layOut(): Promise<void> {
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  const [scenario] = plan.scenarios
  if (scenario === undefined) throw new Error('a plan has a scenario')
  scenarioId = scenario.id
  const { writer } = workspace
  const stage = writer.insert('stages', {
    name: 'Won!',
    name_key: 'test won',
    position: 90,
    status: 'won',
    probability_ratio: 1
  })
  const team = writer.insert('teams', { name: 'North', name_key: 'north' })
  sellers = ['Ana Ruiz', 'Ana Ruiz'].map((name) => writer.insert('sellers', { name, role: 'seller' }) as SellerId)
  for (const [index, sellerId] of sellers.entries()) {
    writer.insert('team_memberships', { seller_id: sellerId, team_id: team })
    const account = writer.insert('accounts', { name: `Account ${index}`, name_key: `account ${index}` })
    const territory = writer.insert('territories', {
      scenario_id: scenarioId,
      name: `Region ${index}`,
      position: index + 1
    })
    writer.insert('territory_sellers', { scenario_id: scenarioId, territory_id: territory, seller_id: sellerId })
    writer.insert('territory_accounts', {
      scenario_id: scenarioId,
      territory_id: territory,
      account_id: account,
      source: 'manual'
    })
    for (let month = 1; month <= 12; month += 1) {
      const two = String(month).padStart(2, '0')
      writer.insert('quotas', {
        scenario_id: scenarioId,
        seller_id: sellerId,
        measure: 'bookings',
        period_key: `FY2027-M${two}`,
        starts_on: `2027-${two}-01`,
        amount_minor: 1_000_000 + (month === 12 ? index : 0),
        currency: 'EUR'
      })
      writer.insert('opportunities', {
        name: `Deal ${month}`,
        seller_id: sellerId,
        account_id: account,
        stage_id: stage,
        amount_minor: index === 0 ? 1_100_000 : 700_000,
        currency: 'EUR',
        close_on: `2026-${two}-15`
      })
    }
  }
}

const render = (language: 'en' | 'es' = 'en') =>
  workspace.call('handbook.render', { scenarioId, kind: 'handbook', language })
const text = { kind: 'handbook', language: 'en' } as const

beforeEach(async () => {
  workspace = await openTestWorkspace({ company: 'Solano & Sons' })
  await layOut()
})
afterEach(() => workspace.close())

describe('values', () => {
  it('come from every store, exact to the minor unit', async () => {
    const { html, headerText } = await render()
    // 12 × 11,000.00 + 12 × 7,000.00 in the year before; quotas of 240,000.01.
    expect(html).toContain('€216,000')
    expect(html).toContain('>24 won deals<')
    expect(html).toContain('€240,000.01')
    expect(html).toContain('Region 0')
    expect(html).toContain('132,000')
    expect(html).toContain('Solano &amp; Sons')
    expect(headerText).toContain('Solano & Sons')
  })

  it('that are missing are said in words', async () => {
    const { missing } = await render()
    expect(missing.map(({ text: words }) => words)).toEqual(
      expect.arrayContaining(['no pay plans', 'quotas were not allocated from a target'])
    )
    const empty = await workspace.call('plans.createPlan', { fiscalYear: 2030, scenarioName: 'Baseline' })
    const other = empty.scenarios[0]
    if (other === undefined) throw new Error('a scenario')
    const page = await workspace.call('handbook.render', { scenarioId: other.id, kind: 'handbook', language: 'es' })
    expect(page.missing.map(({ text: words }) => words)).toEqual(
      expect.arrayContaining([
        'sin operaciones ganadas en el ejercicio anterior',
        'sin cuotas fijadas',
        'sin territorios definidos'
      ])
    )
  })

  it('of an allocation and a pay plan appear once there are any', async () => {
    await workspace.call('compensation.createFromTemplate', {
      scenarioId,
      name: 'Sellers',
      template: 'individualTeamSplit'
    })
    const [plan] = await workspace.call('compensation.listPlans', { scenarioId })
    if (plan === undefined) throw new Error('a plan')
    for (const sellerId of sellers)
      workspace.writer.insert('pay_plan_members', {
        scenario_id: scenarioId,
        pay_plan_id: plan.id,
        seller_id: sellerId,
        target_pay_minor: 2_000_000
      })
    const { html, missing, headings } = await render()
    expect(missing.map(({ text: words }) => words)).toEqual(['quotas were not allocated from a target'])
    expect(headings.map(({ text: words }) => words)).toContain('6.1 Sellers')
    expect(html).toContain('Their target pay adds up to €40,000 a year.')
  })
})

describe('a person who is here for a part of the year', () => {
  it('has a letter with the target pay of those days, as the plan computes it', async () => {
    await workspace.call('compensation.createFromTemplate', {
      scenarioId,
      name: 'Sellers',
      template: 'individualTeamSplit'
    })
    const [plan] = await workspace.call('compensation.listPlans', { scenarioId })
    const [first, second] = sellers
    if (plan === undefined || first === undefined || second === undefined) throw new Error('a plan and two sellers')
    for (const sellerId of sellers)
      workspace.writer.insert('pay_plan_members', {
        scenario_id: scenarioId,
        pay_plan_id: plan.id,
        seller_id: sellerId,
        target_pay_minor: 2_000_000
      })
    // From 16 May on: 46 of the 91 days of the second quarter, and all of the third and the fourth.
    workspace.writer.update('sellers', second, { hired_on: '2027-05-16' })
    const letterOf = async (sellerId: SellerId) =>
      (await workspace.call('handbook.renderLetter', { scenarioId, sellerId, language: 'en' })).html
    const part = Math.round((500_000 * 46) / 91) + 1_000_000
    expect(part).toBe(1_252_747)
    expect(await letterOf(second)).toContain('€12,527.47')
    expect(await letterOf(second)).toContain('Target pay for your days')
    expect(await letterOf(first)).not.toContain('Target pay for your days')
  })
})

describe('texts', () => {
  it('are those of the template until changed; a change is one undo step', async () => {
    expect((await workspace.call('handbook.getDocument', { scenarioId, ...text })).isEdited).toBe(false)
    const changed = await workspace.call('handbook.updateText', {
      scenarioId,
      ...text,
      blockId: 'purpose-1',
      content: readInlineText('We pay {company.name} people <well>.')
    })
    expect(changed.isEdited).toBe(true)
    expect((await render()).html).toContain('Solano &amp; Sons</span> people &lt;well&gt;.')
    expect((await workspace.call('handbook.getDocument', { scenarioId, ...text, language: 'es' })).isEdited).toBe(false)
    await workspace.call('workspace.undo', {})
    expect((await workspace.call('handbook.getDocument', { scenarioId, ...text })).isEdited).toBe(false)
    await workspace.call('workspace.redo', {})
    expect((await render()).html).toContain('&lt;well&gt;')
    const [reset] = await workspace.call('handbook.createFromTemplate', { scenarioId, template: 'standard', ...text })
    expect(reset?.isEdited).toBe(false)
  })

  it('gain and lose paragraphs', async () => {
    const added = await workspace.call('handbook.addParagraph', {
      scenarioId,
      ...text,
      afterBlockId: 'purpose-1',
      content: readInlineText('One more.')
    })
    expect((await render()).html).toContain('>One more.</p>')
    await workspace.call('handbook.removeBlock', { scenarioId, ...text, blockId: added.blockId })
    expect((await render()).html).not.toContain('>One more.</p>')
  })

  it('refuse a block and a field that are not there, and a field of the other kind', async () => {
    const update = (blockId: string, words: string) =>
      workspace.reply('handbook.updateText', { scenarioId, ...text, blockId, content: readInlineText(words) })
    expect(await update('nowhere', 'x')).toMatchObject({ ok: false, error: { code: 'handbook.blockMissing' } })
    expect(await update('purpose-1', '{no.field}')).toMatchObject({
      ok: false,
      error: { code: 'handbook.unknownField', name: 'no.field' }
    })
    expect(await update('purpose-1', '{letter.name}')).toMatchObject({
      ok: false,
      error: { code: 'handbook.unknownField' }
    })
    expect(await update('purpose-1', '{quotas.table}')).toMatchObject({
      ok: false,
      error: { code: 'handbook.unknownField' }
    })
  })

  it('of a locked scenario stay as they are', async () => {
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const reply = await workspace.reply('handbook.updateText', {
      scenarioId,
      ...text,
      blockId: 'purpose-1',
      content: []
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'plans.scenarioLocked', name: 'Baseline' } })
    expect((await render()).headings).toHaveLength(19)
  })

  it('go with a copied scenario, and differ as facts where words differ', async () => {
    await workspace.call('handbook.updateText', {
      scenarioId,
      ...text,
      blockId: 'purpose-1',
      content: readInlineText('Ours.')
    })
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Copy' })
    expect((await workspace.call('handbook.getDocument', { scenarioId: copy.id, ...text })).isEdited).toBe(true)
    expect(handbookScenarioPart.facts(workspace.db, copy.id)).toEqual([
      {
        domain: 'handbook',
        kind: 'handbook',
        key: 'handbook en purpose-1',
        label: 'EN · Ours.',
        value: 'Ours.',
        unit: 'text'
      }
    ])
  })
})

describe('letters', () => {
  it('are one per seller; two of one name have two files', async () => {
    const rows = await workspace.call('handbook.listLetters', { scenarioId, language: 'en' })
    expect(rows.map((row) => row.fileName)).toEqual([
      'Ana Ruiz, quota and pay letter 2027.pdf',
      'Ana Ruiz, quota and pay letter 2027 (2).pdf'
    ])
    expect(rows[0]?.missing.map(({ text: words }) => words)).toEqual([
      'no target pay for Ana Ruiz',
      'no pay plan for Ana Ruiz'
    ])
    const second = await workspace.call('handbook.renderLetter', {
      scenarioId,
      sellerId: rows[1]?.sellerId ?? 0,
      language: 'en'
    })
    expect(second.html).toContain('€120,000.01')
    expect(second.fileName).toBe(rows[1]?.fileName)
    expect(await workspace.reply('handbook.renderLetter', { scenarioId, sellerId: 999, language: 'en' })).toMatchObject(
      {
        ok: false,
        error: { code: 'handbook.sellerMissing' }
      }
    )
  })
})
