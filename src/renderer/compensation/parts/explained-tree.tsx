// An explanation as a tree of sentences: the first levels open, the deeper ones on a click, the deals at the end.
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ExplainedStep } from '#shared/compensation/index.ts'

const dealsAtFirst = 8

export function ExplainedTree({
  step,
  openLevels = 2
}: {
  readonly step: ExplainedStep
  readonly openLevels?: number
}) {
  return (
    <ul className="pay-steps">
      {step.steps.map((child) => (
        <StepItem key={child.key} step={child} level={1} openLevels={openLevels} />
      ))}
    </ul>
  )
}

interface StepItemProps {
  readonly step: ExplainedStep
  readonly level: number
  readonly openLevels: number
}

function StepItem({ step, level, openLevels }: StepItemProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(level < openLevels)
  const hasMore = step.steps.length > 0 || step.deals.length > 0
  const words = step.isMissing ? 'pay-step pay-step-missing' : 'pay-step'
  if (!hasMore) return <li className={words}>{step.text}</li>
  return (
    <li className={words}>
      <UnstyledButton className="pay-step-toggle" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
        <span className="pay-step-mark" aria-hidden="true" data-open={isOpen} />
        {step.text}
        {step.deals.length > 0 ? (
          <span className="muted"> · {t('compensation.statement.deals', { count: step.deals.length })}</span>
        ) : null}
      </UnstyledButton>
      {isOpen ? (
        <ul className="pay-steps">
          {step.steps.map((child) => (
            <StepItem key={child.key} step={child} level={level + 1} openLevels={openLevels} />
          ))}
          <Deals step={step} />
        </ul>
      ) : null}
    </li>
  )
}

function Deals({ step }: { readonly step: ExplainedStep }) {
  const { t } = useText()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? step.deals : step.deals.slice(0, dealsAtFirst)
  return (
    <>
      {shown.map((deal) => (
        <li key={deal.id} className="pay-deal">
          {deal.text}
        </li>
      ))}
      {shown.length < step.deals.length ? (
        <li>
          <UnstyledButton className="pay-step-more" onClick={() => setWhole(true)}>
            {t('compensation.statement.moreDeals', { count: step.deals.length })}
          </UnstyledButton>
        </li>
      ) : null}
    </>
  )
}
