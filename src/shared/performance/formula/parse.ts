// Reads a formula: numbers, fields, + − × ÷, brackets and the functions min, max and abs. Written by hand, since it is forty lines of rules and
// every message has to point to a place in the text.
import type { Expression, FormulaError, FormulaProblem, FunctionName, Operator } from './expression.ts'

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly error: FormulaError }

interface Token {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
  readonly at: number
}

const longestText = 500
const deepestTree = 50
const functionNames: readonly FunctionName[] = ['min', 'max', 'abs']
const asOperator: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/'
}

class Refused extends Error {
  readonly error: FormulaError
  constructor(problem: FormulaProblem, at: number, text = '') {
    super(problem)
    this.error = { problem, at, text }
  }
}

/**
 * Reads a formula into a tree.
 *
 * Products bind tighter than sums, both from the left; a number has a point for its decimals; fields are letters, digits and points.
 *
 * @param text at most 500 signs
 * @returns the tree, or what is wrong and where
 * @errors the problems of expression.ts but `unknownField` and `units`
 * @example parseFormula('won / (won + lost)').ok // true
 */
export function parseFormula(text: string): Parsed {
  try {
    if (text.length > longestText) throw new Refused('tooLong', longestText)
    return { ok: true, expression: new Reading(tokensOf(text), text.length).whole() }
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, error: refused.error }
    throw refused
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const shape = /\s+|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|([-+*/−×·÷(),])/uy
  while (shape.lastIndex < text.length) {
    const at = shape.lastIndex
    const found = shape.exec(text)
    if (!found) throw new Refused('sign', at, [...text.slice(at)][0] ?? '')
    const [, number, name, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at })
  }
  return tokens
}

class Reading {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #next = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): Expression {
    if (this.#tokens.length === 0) throw new Refused('empty', 0)
    const expression = this.#sum(0)
    const rest = this.#peek()
    if (rest?.text === ')') throw new Refused('closedTwice', rest.at, rest.text)
    if (rest) throw new Refused('sign', rest.at, rest.text)
    return expression
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #takeOperator(...wanted: Operator[]): { operator: Operator; at: number } | undefined {
    const token = this.#peek()
    const operator = token?.kind === 'sign' ? asOperator[token.text] : undefined
    if (!token || operator === undefined || !wanted.includes(operator)) return undefined
    this.#next += 1
    return { operator, at: token.at }
  }

  #sum(depth: number): Expression {
    return this.#fromTheLeft(['+', '-'], () => this.#product(depth))
  }

  #product(depth: number): Expression {
    return this.#fromTheLeft(['*', '/'], () => this.#factor(depth))
  }

  #fromTheLeft(operators: Operator[], read: () => Expression): Expression {
    let left = read()
    for (;;) {
      const taken = this.#takeOperator(...operators)
      if (!taken) return left
      left = { kind: 'operation', ...taken, left, right: read() }
    }
  }

  #factor(depth: number): Expression {
    const token = this.#peek()
    if (!token) throw new Refused('value', this.#end)
    if (depth > deepestTree) throw new Refused('tooDeep', token.at, token.text)
    const minus = this.#takeOperator('-')
    if (minus) return { kind: 'minus', of: this.#factor(depth + 1), at: minus.at }
    this.#next += 1
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at: token.at }
    if (token.kind === 'name') return this.#peek()?.text === '(' ? this.#call(token, depth) : this.#field(token)
    if (token.text !== '(') throw new Refused('value', token.at, token.text)
    const inside = this.#sum(depth + 1)
    this.#close(token)
    return inside
  }

  #field({ text, at }: Token): Expression {
    return { kind: 'field', field: text, at }
  }

  #call({ text, at }: Token, depth: number): Expression {
    const name = functionNames.find((each) => each === text)
    if (name === undefined) throw new Refused('unknownFunction', at, text)
    const opened = this.#peek()
    this.#next += 1
    const of = [this.#sum(depth + 1)]
    while (this.#peek()?.text === ',') {
      this.#next += 1
      of.push(this.#sum(depth + 1))
    }
    this.#close(opened ?? { text, at })
    if (name === 'abs' ? of.length !== 1 : of.length < 2) throw new Refused('arguments', at, text)
    return { kind: 'call', name, of, at }
  }

  #close(opened: Pick<Token, 'text' | 'at'>): void {
    if (this.#peek()?.text !== ')') throw new Refused('unclosed', opened.at, opened.text)
    this.#next += 1
  }
}
