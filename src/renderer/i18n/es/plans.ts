// The words of plans and scenarios in Spanish.
import type { plans as english } from '../en/plans.ts'
import type { Texts } from '../texts.ts'

export const plans: Texts<typeof english> = {
  title: 'Escenarios',
  facts: {
    unknown: '{{kind}}'
  }
}
