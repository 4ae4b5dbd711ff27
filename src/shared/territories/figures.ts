// Adding up the figures of accounts.
import type { AccountFigures } from './types.ts'

export const noFigures: AccountFigures = {
  accounts: 0,
  wonMinor: 0,
  wonDeals: 0,
  openMinor: 0,
  openDeals: 0,
  visits: 0,
  workloadHours: 0,
  potential: 0,
  customShare: 0,
  withoutWorkload: 0,
  withoutPotential: 0
}

const names = Object.keys(noFigures) as readonly (keyof AccountFigures)[]

/**
 * Adds up figures.
 *
 * @param parts figures in one currency, minor units
 * @returns their sum
 * @missing all zero without parts
 * @example addFigures([]) // noFigures
 */
export function addFigures(parts: Iterable<AccountFigures>): AccountFigures {
  const sum = { ...noFigures }
  for (const part of parts) for (const name of names) sum[name] += part[name]
  return sum
}

/** The figures of something that has more than its figures. */
export function figuresOf(account: AccountFigures): AccountFigures {
  const figures = { ...noFigures }
  for (const name of names) figures[name] = account[name]
  return figures
}
