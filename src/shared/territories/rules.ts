// What territories work out, in one place for those outside: figures up the tree, checks, days, the tree. Proposals are in proposals/,
// evenness in indices/, rules of precedence in placement/, work and worth in measures/, alignments in alignment/.
export { findBase } from './base.ts'
export { blocksApproval } from './checks.ts'
export { addFigures, figuresOf, noFigures } from './figures.ts'
export type { AccountFacts, OverviewInput } from './overview-input.ts'
export { rollUp } from './roll-up.ts'
export { foldSales, teamLevels, usualLevel } from './sales-by-team.ts'
export { clip, countDays, cutSections, findGaps, holdsDay, sharesDay } from './stretches.ts'
export { lineOf, orderTree, wouldLoop } from './tree.ts'
