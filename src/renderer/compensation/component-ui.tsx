// What the designer knows of each kind of component: what a new one looks like, and which fields it has.
import type { ComponentType } from 'react'
import type {
  CommissionComponent,
  ComponentKind,
  PayComponent,
  TargetBonusComponent,
  TeamBonusComponent
} from '#shared/compensation/index.ts'
import { type CurrencyCode, toMinor } from '#shared/units/money.ts'
import { CommissionFields } from './parts/commission-fields.tsx'
import { TargetBonusFields } from './parts/target-bonus-fields.tsx'
import { TeamBonusFields } from './parts/team-bonus-fields.tsx'

export interface ComponentFieldsProps<Component extends PayComponent> {
  readonly component: Component
  readonly currency: CurrencyCode
  readonly isDisabled: boolean
  readonly onChange: (component: Component) => void
}

interface ComponentUi<Component extends PayComponent> {
  readonly make: (id: string, currency: CurrencyCode) => Component
  readonly Fields: ComponentType<ComponentFieldsProps<Component>>
}

interface ComponentUis {
  readonly targetBonus: ComponentUi<TargetBonusComponent>
  readonly commission: ComponentUi<CommissionComponent>
  readonly teamBonus: ComponentUi<TeamBonusComponent>
}

export const componentUis: ComponentUis &
  Readonly<Record<ComponentKind, { make: (id: string, currency: CurrencyCode) => PayComponent }>> = {
  targetBonus: {
    make: (id) => ({
      kind: 'targetBonus',
      id,
      name: null,
      measure: 'bookings',
      scope: 'seller',
      weight: '0.25',
      curve: { kind: 'slopes', threshold: null, accelerators: [], application: 'marginal', cap: null }
    }),
    Fields: TargetBonusFields
  },
  commission: {
    make: (id) => ({
      kind: 'commission',
      id,
      name: null,
      measure: 'bookings',
      scope: 'seller',
      tiers: { by: 'amount', steps: [{ fromMinor: 0, rate: '0.05' }] },
      rateUnit: 'percent',
      weight: null,
      input: 'period',
      application: 'marginal',
      edge: 'upper',
      capMinor: null
    }),
    Fields: CommissionFields
  },
  teamBonus: {
    make: (id, currency) => ({
      kind: 'teamBonus',
      id,
      name: null,
      measure: 'bookings',
      scope: 'team',
      amountMinor: toMinor(2500, currency),
      reach: '1'
    }),
    Fields: TeamBonusFields
  }
}

/** The fields of a component, by its kind. */
export function ComponentFields({ component, ...rest }: ComponentFieldsProps<PayComponent>) {
  if (component.kind === 'targetBonus') return <componentUis.targetBonus.Fields component={component} {...rest} />
  if (component.kind === 'commission') return <componentUis.commission.Fields component={component} {...rest} />
  return <componentUis.teamBonus.Fields component={component} {...rest} />
}
