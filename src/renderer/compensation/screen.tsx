// Compensation: the pay plans of the scenario. What they pay and why, the designer of their rules, their people, kept runs.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { PayPlanId, TemplateName } from '#shared/compensation/index.ts'
import type { ScenarioRow } from '#shared/plans/types.ts'
import { TemplateChooser } from './parts/template-chooser.tsx'
import { PlanPage } from './plan-page.tsx'
import './compensation.css'

export function CompensationScreen() {
  const { t } = useText()
  const { plan, scenario } = useSession()
  if (plan === undefined || scenario === undefined) {
    return (
      <Page title={t('compensation.title')}>
        <EmptyState title={t('compensation.noScenario')} />
      </Page>
    )
  }
  return <ScenarioPlans key={scenario.id} scenario={scenario} fiscalYear={plan.fiscalYear} />
}

function ScenarioPlans({ scenario, fiscalYear }: { readonly scenario: ScenarioRow; readonly fiscalYear: number }) {
  const { t, tError } = useText()
  const { isLocked, params } = useSession()
  const plans = useQuery('compensation.listPlans', { scenarioId: scenario.id })
  const create = useCommand('compensation.createFromTemplate')
  const [chosenId, setChosen] = useState<PayPlanId | undefined>()
  const [isChoosing, setChoosing] = useState(false)
  const list = plans.value
  const start = async (template: TemplateName) => {
    const taken = new Set(list?.map((each) => each.name))
    const base = t(`compensation.templates.${template}.name`)
    const reply = await create.run({ scenarioId: scenario.id, name: freeName(base, taken), template })
    if (!reply.ok) return
    setChosen(reply.value.id)
    setChoosing(false)
  }
  if (plans.error) {
    return (
      <Page title={t('compensation.title')}>
        <Problem title={tError(plans.error)} action={{ label: t('ui.again'), onRun: plans.reload }} />
      </Page>
    )
  }
  if (list === undefined) {
    return (
      <Page title={t('compensation.title')}>
        <Skeleton kind="table" />
      </Page>
    )
  }
  const plan =
    list.find((each) => each.id === chosenId) ?? list.find((each) => String(each.id) === params.plan) ?? list[0]
  if (plan === undefined) {
    return (
      <Page title={t('compensation.title')} finding={isLocked ? t('compensation.locked') : t('compensation.empty')}>
        {isLocked ? (
          <EmptyState title={t('compensation.found.none')} />
        ) : (
          <TemplateChooser isBusy={create.isBusy} onChoose={(name) => void start(name)} />
        )}
      </Page>
    )
  }
  return (
    <>
      <PlanPage
        key={plan.id}
        plans={list}
        plan={plan}
        fiscalYear={fiscalYear}
        onChoose={setChosen}
        onNew={() => setChoosing(true)}
      />
      <Modal opened={isChoosing} onClose={() => setChoosing(false)} size="xl" title={t('compensation.templates.title')}>
        <TemplateChooser isBusy={create.isBusy} onChoose={(name) => void start(name)} />
      </Modal>
    </>
  )
}

/** A name that no plan of the scenario has: "Individual and team", then "Individual and team 2". */
function freeName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) if (!taken.has(`${base} ${number}`)) return `${base} ${number}`
}
