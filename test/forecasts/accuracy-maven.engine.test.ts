// Accuracy on Maven's real rows, which came in one go: what would have been said at earlier ends of months is replayed, and said to be.
import { afterEach, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasMaven, layOut, readMaven } from '../territories/company.ts'

let workspace: TestWorkspace
afterEach(() => workspace.close())

it.skipIf(!hasMaven)(
  'Maven: the forecasts of earlier months are replayed and held against what came',
  async () => {
    workspace = await openTestWorkspace()
    const company = readMaven()
    const { scenarioId } = await layOut(workspace, company)
    const kept = await workspace.call('forecasts.keepSnapshots', {})
    expect(kept.made).toBeGreaterThan(0)
    expect(await workspace.call('forecasts.snapshotsDue', {})).toMatchObject({ forecasts: 0 })
    const view = await workspace.call('forecasts.accuracy', { scenarioId, grain: 'month', steps: 1 })

    // Worked out from the file itself: sales by month of the close date, and the value of the month before as the naive says it.
    const sold = new Map<string, number>()
    for (const [, , stage, amount, closeOn] of company.deals)
      if (stage === 'Won' && closeOn && amount)
        sold.set(closeOn.slice(0, 7), (sold.get(closeOn.slice(0, 7)) ?? 0) + Number(amount) * 100)
    const months = [...sold.keys()].sort()
    // The first sale came in March 2017, the data end with the year: with two months at least, October is the last said from, then eight are compared.
    expect(months[0]).toBe('2017-03')
    const compared = months.slice(2)
    const errors = compared.map((month, at) => (sold.get(months[at + 1] ?? '') ?? 0) - (sold.get(month) ?? 0))
    const sales = compared.reduce((sum, month) => sum + (sold.get(month) ?? 0), 0)
    const baseline = view.methods.find((each) => each.method === 'baseline')
    expect(baseline?.score).toMatchObject({ n: compared.length, periods: compared.length, salesMinor: sales })
    expect(baseline?.score.errorMinor).toBe(errors.reduce((sum, error) => sum + error, 0))
    expect(baseline?.score.absoluteErrorMinor).toBe(errors.reduce((sum, error) => sum + Math.abs(error), 0))
    expect(view.states.filter((state) => state.origin === 'made')).toHaveLength(1)
    expect(view.sellers.length).toBe(30)
    expect(view.methods.map((each) => each.method)).toContain('automatic')
    // A year of data has no earlier year to hold against.
    expect(await workspace.call('forecasts.samePointBand', { scenarioId })).toEqual({
      band: null,
      missing: 'noEarlierYear'
    })
  },
  120_000
)
