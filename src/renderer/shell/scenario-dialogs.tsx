// The small dialogs of plans and scenarios: a name, a fiscal year, and the question before a scenario goes.
import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PlanRow, ScenarioRow } from '#shared/plans/types.ts'
import { runCommand } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { useSession, useSessionStore } from '../session.ts'

export type NameTask = 'create' | 'copy' | 'rename'

interface NameDialogProps {
  readonly task: NameTask
  readonly plan: PlanRow
  readonly scenario: ScenarioRow
  readonly onClose: () => void
}

export function ScenarioNameDialog({ task, plan, scenario, onClose }: NameDialogProps) {
  const { t, tError } = useText()
  const first =
    task === 'create' ? '' : task === 'copy' ? t('shell.scenario.copyOf', { name: scenario.name }) : scenario.name
  const [name, setName] = useState(first)
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const silent = { silent: true }
    const reply =
      task === 'create'
        ? await runCommand('plans.createScenario', { planId: plan.id, name }, silent)
        : task === 'copy'
          ? await runCommand('plans.copyScenario', { scenarioId: scenario.id, name }, silent)
          : await runCommand('plans.renameScenario', { scenarioId: scenario.id, name }, silent)
    setBusy(false)
    if (!reply.ok) return setProblem(tError(reply.error))
    // A new scenario comes into view: one goes on working in it.
    if (task !== 'rename') void runCommand('plans.selectScenario', { scenarioId: reply.value.id }, { silent: true })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`shell.scenario.dialog.${task}`, { name: scenario.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <TextInput
            label={t('shell.scenario.name')}
            placeholder={t('shell.scenario.namePlaceholder')}
            value={name}
            data-autofocus
            error={problem}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Buttons
            label={t(`shell.scenario.do.${task}`)}
            isBusy={isBusy}
            isDisabled={name.trim() === ''}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

export function RemoveDialog({ scenario, onClose }: { readonly scenario: ScenarioRow; readonly onClose: () => void }) {
  const { t } = useText()
  const remove = async (event: FormEvent) => {
    event.preventDefault()
    await runCommand('plans.removeScenario', { scenarioId: scenario.id })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.scenario.dialog.remove', { name: scenario.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void remove(event)}>
        <Stack gap={12}>
          <p>{t('shell.scenario.removeMeaning')}</p>
          <Buttons label={t('shell.scenario.do.remove')} isBusy={false} isDisabled={false} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, tError } = useText()
  const { plan } = useSession()
  const plans = useSessionStore((state) => state.plans)
  const newest = Math.max(plan?.fiscalYear ?? 0, ...plans.map((each) => each.fiscalYear))
  const [year, setYear] = useState<number | string>(newest > 0 ? newest + 1 : '')
  const [problem, setProblem] = useState<string | undefined>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const fiscalYear = Number(year)
    const reply = await runCommand('plans.createPlan', { fiscalYear, scenarioName: t('shell.scenario.first') })
    if (!reply.ok) return setProblem(tError(reply.error))
    const [first] = reply.value.scenarios
    if (first) void runCommand('plans.selectScenario', { scenarioId: first.id }, { silent: true })
    onClose()
  }
  const isYear = Number.isInteger(year) && Number(year) >= 1900 && Number(year) <= 2999
  return (
    <Modal opened onClose={onClose} title={t('shell.addYear')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <NumberInput
            label={t('shell.fiscalYear')}
            description={t('shell.fiscalYearHelp')}
            value={year}
            error={problem}
            allowDecimal={false}
            thousandSeparator=""
            data-autofocus
            onChange={setYear}
          />
          <Buttons label={t('shell.scenario.do.create')} isBusy={false} isDisabled={!isYear} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

interface ButtonsProps {
  readonly label: string
  readonly isBusy: boolean
  readonly isDisabled: boolean
  readonly onClose: () => void
}

function Buttons({ label, isBusy, isDisabled, onClose }: ButtonsProps) {
  const { t } = useText()
  return (
    <Group justify="flex-end" gap={8}>
      <Button onClick={onClose}>{t('ui.cancel')}</Button>
      <Button type="submit" variant="filled" loading={isBusy} disabled={isDisabled}>
        {label}
      </Button>
    </Group>
  )
}
