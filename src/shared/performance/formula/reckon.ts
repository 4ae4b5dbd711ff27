// Works out a parsed formula for the values of its fields.
import type { Expression } from './expression.ts'

/** A value, or why there is none: a field without a value, or a division by zero. */
export type Reckoned =
  | { readonly value: number }
  | { readonly value: null; readonly why: 'missing' | 'zeroDivision'; readonly field: string | null }

/**
 * Works out a formula.
 *
 * @param expression a parsed formula
 * @param lookUp the value of each field; null where it has none
 * @returns the value; what one part lacks the whole lacks
 * @missing a field without a value, named, and a division by zero are no value, never 0
 * @example reckon(parsed('won / (won + lost)'), (field) => ({ won: 1, lost: 3 })[field] ?? null) // { value: 0.25 }
 */
export function reckon(expression: Expression, lookUp: (field: string) => number | null): Reckoned {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value }
    case 'field': {
      const value = lookUp(expression.field)
      return value === null ? { value: null, why: 'missing', field: expression.field } : { value }
    }
    case 'minus': {
      const of = reckon(expression.of, lookUp)
      return of.value === null ? of : { value: -of.value }
    }
    case 'call': {
      const values: number[] = []
      for (const part of expression.of) {
        const found = reckon(part, lookUp)
        if (found.value === null) return found
        values.push(found.value)
      }
      if (expression.name === 'abs') return { value: Math.abs(values[0] ?? 0) }
      return { value: expression.name === 'min' ? Math.min(...values) : Math.max(...values) }
    }
    case 'operation': {
      const left = reckon(expression.left, lookUp)
      if (left.value === null) return left
      const right = reckon(expression.right, lookUp)
      if (right.value === null) return right
      switch (expression.operator) {
        case '+':
          return { value: left.value + right.value }
        case '-':
          return { value: left.value - right.value }
        case '*':
          return { value: left.value * right.value }
        case '/':
          return right.value === 0
            ? { value: null, why: 'zeroDivision', field: null }
            : { value: left.value / right.value }
      }
    }
  }
}
