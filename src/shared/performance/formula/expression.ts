// A formula as a tree: what the parser makes and the reckoner reads. There is no eval: a formula can name fields and do sums, nothing else.

export type Operator = '+' | '-' | '*' | '/'
export type FunctionName = 'min' | 'max' | 'abs'

/** `at` is the place in the text, from 0, so that a message can point to it. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'field'; readonly field: string; readonly at: number }
  | { readonly kind: 'minus'; readonly of: Expression; readonly at: number }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[]; readonly at: number }

export type FormulaProblem =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  /** A sign that has no meaning here. */
  | 'sign'
  /** Something is missing: a value after an operator, or before one. */
  | 'value'
  | 'unclosed'
  | 'closedTwice'
  | 'unknownField'
  | 'unknownFunction'
  /** How many values a function takes. */
  | 'arguments'
  /** Money added to a count, and the like. */
  | 'units'

export interface FormulaError {
  readonly problem: FormulaProblem
  /** Where in the text, from 0. */
  readonly at: number
  /** The sign, field or function in question. */
  readonly text: string
}
