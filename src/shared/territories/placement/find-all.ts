// Asks rules about many accounts at once. Most conditions look at one field, and few different values stand in it: each value is asked once.
import type { NumberField, TextField } from '../rule-types.ts'
import type { RuleAccount } from './account.ts'
import type { ReadyCondition } from './holds.ts'
import type { ReadyRule, ReadyRules, Winners } from './index.ts'

/** The values of one field, numbered; each account by its number. */
interface Column {
  readonly numbers: Int32Array
  /** An account that has the value, for each number. */
  readonly examples: readonly RuleAccount[]
}

type Question = (at: number) => boolean

/**
 * Finds the rules that place each of many accounts: the same answers as asking `findWinners` for each.
 *
 * @param rules made ready
 * @param accounts any
 * @returns the winner, those that lose to it, and the overlays, in the order of the accounts
 * @missing as findWinners
 * @example findAllWinners(makeRulesReady([], new Map()), [account])[0].main // null
 */
export function findAllWinners(rules: ReadyRules, accounts: readonly RuleAccount[]): Winners[] {
  const columns = new Map<TextField | NumberField, Column>()
  const prepare = (ready: readonly ReadyRule[]) =>
    ready.map(({ rule, conditions }) => ({
      rule,
      questions: conditions.map((condition) => makeQuestion(condition, accounts, columns))
    }))
  const main = prepare(rules.main)
  const overlays = [...rules.overlays.values()].map(prepare)
  const holds = (questions: readonly Question[], at: number): boolean => {
    for (const question of questions) if (!question(at)) return false
    return true
  }
  return accounts.map((_, at): Winners => {
    const holding = []
    for (const { rule, questions } of main) if (holds(questions, at)) holding.push(rule)
    const [winner = null, ...losing] = holding
    const above = []
    for (const ofTerritory of overlays) {
      const found = ofTerritory.find(({ questions }) => holds(questions, at))
      if (found) above.push(found.rule)
    }
    return { main: winner, losing, overlays: above }
  })
}

function makeQuestion(
  { condition, holds, read }: ReadyCondition,
  accounts: readonly RuleAccount[],
  columns: Map<TextField | NumberField, Column>
): Question {
  // What has been bought and who is named are looked up in a set at once; postal codes are almost as many as accounts.
  if (!('field' in condition)) return (at) => holds(accounts[at] as RuleAccount)
  const { field } = condition
  // One field may be read as words and as a number.
  const key = condition.kind === 'number' ? (`number ${field}` as NumberField) : field
  const column = columns.get(key) ?? makeColumn(accounts, read)
  columns.set(key, column)
  const { numbers, examples } = column
  const answers = Uint8Array.from(examples, (example) => (holds(example) ? 1 : 0))
  return (at) => answers[numbers[at] as number] === 1
}

function makeColumn(accounts: readonly RuleAccount[], read: ReadyCondition['read']): Column {
  const numberOf = new Map<string | number | null, number>()
  const examples: RuleAccount[] = []
  const numbers = Int32Array.from(accounts, (account) => {
    const value = read(account)
    let number = numberOf.get(value)
    if (number === undefined) {
      number = examples.length
      numberOf.set(value, number)
      examples.push(account)
    }
    return number
  })
  return { numbers, examples }
}
