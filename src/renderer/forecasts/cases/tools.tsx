// What one does with a case beside moving its levers: seek a goal, weigh the cost of being wrong, budget, compare.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Budget } from './budget.tsx'
import type { CaseView } from './case-view.ts'
import { Compare } from './compare.tsx'
import { CostOfBeingWrong } from './cost-of-error.tsx'
import { GoalSeek } from './goal-seek.tsx'
import './tools.css'

const tools = { goal: GoalSeek, cost: CostOfBeingWrong, budget: Budget, compare: Compare }
const kinds = ['goal', 'cost', 'budget', 'compare'] as const

export function CaseTools(view: CaseView) {
  const { t } = useText()
  const [kind, setKind] = useState<keyof typeof tools>('goal')
  const Tool = tools[kind]
  return (
    <Section title={t('forecasts.cases.tools.title')}>
      <div className="case-tool">
        <SegmentedControl
          className="case-tool-choice"
          aria-label={t('forecasts.cases.tools.choose')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`forecasts.cases.tools.kinds.${value}`) }))}
          onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'goal')}
        />
        <Tool {...view} />
      </div>
    </Section>
  )
}
