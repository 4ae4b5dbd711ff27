// The scenario in view and what can be done with it: choose another, create, copy, rename, lock, approve, compare, delete.
import { Menu } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPlus,
  IconRosetteDiscountCheck,
  IconScale,
  IconTrash
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ScenarioProblem, ScenarioRow } from '#shared/plans/types.ts'
import { runCommand, useCommand } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { announce } from '../outcomes.ts'
import { ApproveDialog } from '../plans/approve-dialog.tsx'
import { useSession } from '../session.ts'
import { Tag } from '../ui/tag.tsx'
import { go } from './actions.ts'
import { type NameTask, RemoveDialog, ScenarioNameDialog } from './scenario-dialogs.tsx'

export function ScenarioSwitch() {
  const { t } = useText()
  const { plan, scenario } = useSession()
  const [task, setTask] = useState<NameTask | 'remove' | undefined>()
  const [refused, setRefused] = useState<
    { readonly scenario: ScenarioRow; readonly problems: readonly ScenarioProblem[] } | undefined
  >()
  const select = useCommand('plans.selectScenario')
  if (!plan || !scenario) return null
  const isLocked = scenario.lockedAt !== null
  const isApproved = scenario.approvedAt !== null
  const approve = async () => {
    const reply = await runCommand(
      'plans.approveScenario',
      { scenarioId: scenario.id, isApproved: !isApproved },
      { silent: true }
    )
    if (reply.ok) return
    const { error } = reply
    if (error.code === 'plans.notSound') setRefused({ scenario, problems: error.problems })
    else announce({ kind: 'failed', error })
  }
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <button type="button" className="pick">
            <span className="pick-label">{t('shell.scenario.label')}</span>
            <span className="pick-name">{scenario.name}</span>
            {isLocked && !isApproved ? <IconLock size={13} aria-hidden="true" /> : null}
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {plan.scenarios.map((each) => (
            <Menu.Item
              key={each.id}
              leftSection={each.id === scenario.id ? <IconCheck size={14} /> : <span className="menu-blank" />}
              rightSection={
                each.approvedAt ? (
                  <IconRosetteDiscountCheck size={14} aria-label={t('shell.scenario.approved')} />
                ) : each.lockedAt ? (
                  <IconLock size={14} aria-label={t('shell.scenario.locked')} />
                ) : null
              }
              onClick={() => void select.run({ scenarioId: each.id })}
            >
              {each.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setTask('create')}>
            {t('shell.scenario.create')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => setTask('copy')}>
            {t('shell.scenario.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setTask('rename')}>
            {t('shell.scenario.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={isLocked ? <IconLockOpen size={14} /> : <IconLock size={14} />}
            disabled={isApproved}
            onClick={() => void runCommand('plans.lockScenario', { scenarioId: scenario.id, isLocked: !isLocked })}
          >
            {isLocked ? t('shell.scenario.unlock') : t('shell.scenario.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconRosetteDiscountCheck size={14} />} onClick={() => void approve()}>
            {isApproved ? t('shell.scenario.withdraw') : t('shell.scenario.approve')}
          </Menu.Item>
          <Menu.Item leftSection={<IconScale size={14} />} onClick={() => go('plans')}>
            {t('shell.scenario.compare')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} />}
            disabled={plan.scenarios.length < 2}
            onClick={() => setTask('remove')}
          >
            {t('shell.scenario.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isApproved ? (
        <Tag tone="green">{t('shell.scenario.approved')}</Tag>
      ) : (
        <Tag tone="amber" title={t('shell.scenario.draftHint')}>
          {t('shell.scenario.draft')}
        </Tag>
      )}
      {refused ? <ApproveDialog {...refused} onClose={() => setRefused(undefined)} /> : null}
      {task === 'remove' ? <RemoveDialog scenario={scenario} onClose={() => setTask(undefined)} /> : null}
      {task !== undefined && task !== 'remove' ? (
        <ScenarioNameDialog task={task} plan={plan} scenario={scenario} onClose={() => setTask(undefined)} />
      ) : null}
    </>
  )
}
