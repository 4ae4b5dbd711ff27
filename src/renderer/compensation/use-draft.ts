// The rules being edited: they live beside the saved ones until they are saved or let go, so that the sentences, the curve and
// the pay can follow every keystroke without a plan that doesn't add up ever being stored.
import { useCallback, useMemo, useState } from 'react'
import { type PayPlanRow, type PayPlanRules, parsePlanRules, type RulesProblem } from '#shared/compensation/index.ts'

export interface RulesDraft {
  readonly rules: PayPlanRules
  readonly isDirty: boolean
  readonly problems: readonly RulesProblem[]
  readonly set: (rules: PayPlanRules) => void
  readonly discard: () => void
}

export function useDraft(plan: PayPlanRow | undefined): RulesDraft | undefined {
  const [draft, setDraft] = useState<{ planId: number; rules: PayPlanRules } | undefined>()
  const planId = plan?.id
  const set = useCallback(
    (rules: PayPlanRules) => {
      if (planId !== undefined) setDraft({ planId, rules })
    },
    [planId]
  )
  const discard = useCallback(() => setDraft(undefined), [])
  return useMemo(() => {
    if (plan === undefined) return undefined
    const rules = draft?.planId === plan.id ? draft.rules : plan.rules
    const parsed = parsePlanRules(rules)
    return {
      rules,
      isDirty: JSON.stringify(rules) !== JSON.stringify(plan.rules),
      problems: parsed.ok ? [] : parsed.problems,
      set,
      discard
    }
  }, [plan, draft, set, discard])
}
