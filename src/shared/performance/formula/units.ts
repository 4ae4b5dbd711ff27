// What a formula is measured in, so that money is not added to a count and the result is shown as what it is.
import type { Expression, FormulaError } from './expression.ts'

/** How often each base unit is multiplied (above 0) or divided by (below 0): money a day is { money: 1, days: -1 }. */
export interface Unit {
  readonly money: number
  readonly count: number
  readonly days: number
}

export const bare: Unit = { money: 0, count: 0, days: 0 }
export const money: Unit = { ...bare, money: 1 }
export const count: Unit = { ...bare, count: 1 }
export const days: Unit = { ...bare, days: 1 }

export type UnitAnswer =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly error: FormulaError }

const areSame = (one: Unit, other: Unit): boolean =>
  one.money === other.money && one.count === other.count && one.days === other.days

/**
 * Finds the unit of a formula from the units of its fields.
 *
 * @param expression a parsed formula
 * @param unitOf the unit of each field there is; undefined for an unknown one
 * @returns the unit of the result
 * @errors `unknownField`, and `units` where what is added or compared is not of one unit; a bare number fits any unit it is multiplied with only
 * @example findUnit(parsed('won / deals'), unitOf) // { money: 1, count: -1, days: 0 }
 */
export function findUnit(expression: Expression, unitOf: (field: string) => Unit | undefined): UnitAnswer {
  const unknown = (text: string, at: number): UnitAnswer => ({
    ok: false,
    error: { problem: 'unknownField', at, text }
  })
  const clash = (text: string, at: number): UnitAnswer => ({ ok: false, error: { problem: 'units', at, text } })
  switch (expression.kind) {
    case 'number':
      return { ok: true, unit: bare }
    case 'field': {
      const unit = unitOf(expression.field)
      return unit ? { ok: true, unit } : unknown(expression.field, expression.at)
    }
    case 'minus':
      return findUnit(expression.of, unitOf)
    case 'call': {
      const [first, ...others] = expression.of.map((each) => findUnit(each, unitOf))
      if (!first?.ok) return first ?? clash(expression.name, expression.at)
      for (const other of others) {
        if (!other.ok) return other
        if (!areSame(first.unit, other.unit)) return clash(expression.name, expression.at)
      }
      return first
    }
    case 'operation': {
      const left = findUnit(expression.left, unitOf)
      if (!left.ok) return left
      const right = findUnit(expression.right, unitOf)
      if (!right.ok) return right
      const { operator, at } = expression
      if (operator === '+' || operator === '-') return areSame(left.unit, right.unit) ? left : clash(operator, at)
      const sign = operator === '*' ? 1 : -1
      return {
        ok: true,
        unit: {
          money: left.unit.money + sign * right.unit.money,
          count: left.unit.count + sign * right.unit.count,
          days: left.unit.days + sign * right.unit.days
        }
      }
    }
  }
}
