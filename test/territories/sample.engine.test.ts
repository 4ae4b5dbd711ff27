// The sample company's territories: its rules say where its accounts lie, its places are found, and its plan can be made more even.
import { afterEach, expect, it } from 'vitest'
import { fillSample } from '#engine/sample/fill.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
afterEach(() => workspace.close())

const fill = async (size: 'small' | 'medium' | 'large', language: 'en' | 'es') => {
  workspace = await openTestWorkspace({ numberLocale: 'es-ES' })
  const { writer } = workspace
  // One transaction: the disk is waited for once.
  writer.run('BEGIN')
  writer.run('DELETE FROM stages')
  fillSample(writer, { size, seed: 1, language })
  writer.run('COMMIT')
}
const [running, next, wider] = [1, 2, 3].map((id) => id as ScenarioId)

it.each([
  ['small', 'en'],
  ['medium', 'es'],
  ['large', 'en']
] as const)(
  'the rules of the %s company place every account where it lies',
  async (size, language) => {
    await fill(size, language)
    for (const scenarioId of [running, next, wider]) {
      if (scenarioId === undefined) throw new Error('there are three scenarios')
      const rules = await workspace.call('territories.listRules', { scenarioId })
      expect(rules).toMatchObject({ withoutRule: 0, outdated: 0 })
      expect(rules.rules.map((rule) => rule.wins).reduce((sum, wins) => sum + wins, 0)).toBe(rules.accounts)
      if (scenarioId === next) expect(rules.exceptions).toBe(0)
      else expect(rules.exceptions).toBeGreaterThan(0)
    }
  },
  60_000
)

it('its accounts are found on the map, by postal code or town', async () => {
  await fill('medium', 'es')
  const map = await workspace.call('territories.mapAccounts', { scenarioId: next ?? 0 })
  const inSpain = map.placedBy.filter((_, n) => map.countries[n] === 'ES')
  expect(inSpain.length).toBeGreaterThan(1_500)
  expect([...new Set(inSpain)].sort()).toEqual(['city', 'postalCode'])
  expect(map.unplaced).toEqual([])
})
