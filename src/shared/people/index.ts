// What other domains use of people: finding names, who works here when, teams and their paths.
export { findMembership, membershipOn } from './memberships.ts'
export {
  findByName,
  findWrongFact,
  indexNames,
  isActiveOn,
  noFacts,
  sellersActiveWithin
} from './rules.ts'
export { sellerRows } from './seller-rows.ts'
export { leaderOf, teamLine, teamPath, teamRows, wouldLoop } from './teams.ts'
export * from './types.ts'
