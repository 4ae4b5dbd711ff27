// Why a scenario can't be approved as it is: each problem with the way to where it is mended, and approving it all the same with a reason that
// somebody answers for.
import { Button, Group, Modal, Stack, Textarea, UnstyledButton } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { ScenarioProblem, ScenarioRow } from '#shared/plans/types.ts'
import { useCommand } from '../engine-client.ts'
import { i18n } from '../i18n/index.ts'
import { useText } from '../i18n/use-text.ts'
import { findScreen } from '../screens.ts'
import { useSession } from '../session.ts'
import './approve-dialog.css'

interface ApproveDialogProps {
  readonly scenario: ScenarioRow
  readonly problems: readonly ScenarioProblem[]
  readonly onClose: () => void
}

export function ApproveDialog({ scenario, problems, onClose }: ApproveDialogProps) {
  const { t, tError } = useText()
  const { go } = useSession()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | undefined>()
  const approve = useCommand('plans.approveScenario', { silent: true })
  const words = ({ domain, kind, count }: ScenarioProblem) => {
    const key = `${domain}.checks.${kind}`
    return i18n.exists(key, { count }) ? i18n.t(key, { count }) : t('plans.approve.unknown', { kind, count })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    const reply = await approve.run({ scenarioId: scenario.id, isApproved: true, reason })
    if (reply.ok) onClose()
    else setRefusal(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('plans.approve.title', { name: scenario.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <p>{t('plans.approve.says')}</p>
          <ul className="approve-problems">
            {problems.map((problem) => {
              const screen = findScreen(problem.domain)
              return (
                <li key={`${problem.domain} ${problem.kind}`}>
                  <IconCircleX size={15} className="negative" aria-hidden="true" />
                  <span>{words(problem)}</span>
                  {screen ? (
                    <UnstyledButton
                      className="approve-show"
                      aria-label={t('plans.approve.showOf', { what: words(problem) })}
                      onClick={() => {
                        onClose()
                        go(screen.id, { check: problem.kind })
                      }}
                    >
                      {t('plans.approve.show')}
                    </UnstyledButton>
                  ) : null}
                </li>
              )
            })}
          </ul>
          <Textarea
            label={t('plans.approve.reason')}
            description={t('plans.approve.reasonHelp')}
            data-autofocus
            value={reason}
            maxLength={500}
            rows={3}
            error={refusal}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" variant="filled" disabled={reason.trim() === ''} loading={approve.isBusy}>
              {t('plans.approve.approve')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
