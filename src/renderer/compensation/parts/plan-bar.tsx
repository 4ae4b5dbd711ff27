// Which pay plan is in view, and what can be done with it as a whole: rename, copy, delete, a new one.
import { ActionIcon, Menu, NativeSelect } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { PayPlanId, PayPlanRow } from '#shared/compensation/index.ts'
import { NameDialog } from './name-dialog.tsx'

export interface PlanBarProps {
  readonly plans: readonly PayPlanRow[]
  readonly plan: PayPlanRow
  readonly isLocked: boolean
  readonly onChoose: (id: PayPlanId) => void
  readonly onNew: () => void
}

export function PlanBar({ plans, plan, isLocked, onChoose, onNew }: PlanBarProps) {
  const { t } = useText()
  const [task, setTask] = useState<'rename' | 'copy' | undefined>()
  const update = useCommand('compensation.updatePlan', { silent: true })
  const copy = useCommand('compensation.copyPlan', { silent: true })
  const remove = useCommand('compensation.removePlan')
  const save = async (name: string) => {
    if (task === 'rename') return update.run({ payPlanId: plan.id, name })
    const reply = await copy.run({ payPlanId: plan.id, name })
    if (reply.ok) onChoose(reply.value.id)
    return reply
  }
  return (
    <div className="pay-plan-bar">
      <NativeSelect
        aria-label={t('compensation.plan')}
        value={String(plan.id)}
        data={plans.map((each) => ({ value: String(each.id), label: each.name }))}
        onChange={(event) => {
          const chosen = plans.find((each) => String(each.id) === event.currentTarget.value)
          if (chosen !== undefined) onChoose(chosen.id)
        }}
      />
      {isLocked ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('compensation.planMenu')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onNew}>{t('compensation.newPlan')}</Menu.Item>
            <Menu.Item onClick={() => setTask('rename')}>{t('compensation.rename')}</Menu.Item>
            <Menu.Item onClick={() => setTask('copy')}>{t('compensation.copy')}</Menu.Item>
            <Menu.Item onClick={() => void remove.run({ payPlanId: plan.id })}>{t('compensation.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {task === undefined ? null : (
        <NameDialog
          title={t(task === 'rename' ? 'compensation.rename' : 'compensation.copy')}
          first={task === 'rename' ? plan.name : t('compensation.copyOf', { name: plan.name })}
          onSave={save}
          onClose={() => setTask(undefined)}
        />
      )}
    </div>
  )
}
