// The components a pay plan may be made of. One file per kind: its schema, its checks and its sums.
import type { z } from 'zod'
import type { Fraction } from '../fraction.ts'
import type { Situation } from '../situation.ts'
import type { ComponentKind, MissingReason, PayComponent, RulesProblem, TraceStep } from '../types.ts'
import { commission } from './commission.ts'
import { targetBonus } from './target-bonus.ts'
import { teamBonus } from './team-bonus.ts'

/** What is due before rounding, with the steps to it; or why it can't be said. */
export type Due =
  | { readonly amount: Fraction; readonly steps: readonly TraceStep[] }
  | { readonly missing: MissingReason; readonly steps: readonly TraceStep[] }

export interface ComponentEntry<Component extends PayComponent> {
  readonly kind: Component['kind']
  readonly schema: z.ZodType<Component>
  readonly check: (component: Component, where: string) => RulesProblem[]
  readonly compute: (component: Component, situation: Situation) => Due
  /** Attainments of the goal at which pay may bend or jump, where they don't depend on amounts. */
  readonly edges: (component: Component) => Fraction[]
}

export const componentEntries = [targetBonus, commission, teamBonus] as const

/** An entry that takes any component of its kind; asked only through `entryOf`, which looks the kind up. */
export type AnyComponentEntry = ComponentEntry<PayComponent>

const byKind: Readonly<Record<ComponentKind, AnyComponentEntry>> = {
  targetBonus: widen(targetBonus, (component) => (component.kind === 'targetBonus' ? component : undefined)),
  commission: widen(commission, (component) => (component.kind === 'commission' ? component : undefined)),
  teamBonus: widen(teamBonus, (component) => (component.kind === 'teamBonus' ? component : undefined))
}

export function entryOf(component: PayComponent): AnyComponentEntry {
  return byKind[component.kind]
}

function widen<Component extends PayComponent>(
  entry: ComponentEntry<Component>,
  narrow: (component: PayComponent) => Component | undefined
): AnyComponentEntry {
  const own = (component: PayComponent): Component => {
    const narrowed = narrow(component)
    if (narrowed === undefined) throw new TypeError(`${component.kind} was given to ${entry.kind}`)
    return narrowed
  }
  return {
    kind: entry.kind,
    schema: entry.schema,
    check: (component, where) => entry.check(own(component), where),
    compute: (component, situation) => entry.compute(own(component), situation),
    edges: (component) => entry.edges(own(component))
  }
}
