// Before the rules run: what running them would move and leave out; then the run, as one step that can be undone.
import { Button, Group, Modal, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { KeyValues } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'

interface RunRulesProps {
  readonly scenarioId: ScenarioId
  readonly onClose: () => void
}

export function RunRules({ scenarioId, onClose }: RunRulesProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [keepManual, setKeepManual] = useState(true)
  const [keepAligned, setKeepAligned] = useState(true)
  const query = useQuery('territories.previewRules', { scenarioId, keepManual, keepAligned })
  const apply = useCommand('territories.applyRules')
  const preview = query.value
  const withoutRule = useQuery('territories.listRules', { scenarioId }).value?.withoutRule
  const run = async () => {
    const reply = await apply.run({ scenarioId, keepManual, keepAligned })
    if (reply.ok) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('territories.rules.runTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap={12}>
        <Switch
          label={t('territories.rules.keepManual')}
          checked={keepManual}
          onChange={(event) => setKeepManual(event.currentTarget.checked)}
        />
        <Switch
          label={t('territories.rules.keepAligned')}
          checked={keepAligned}
          onChange={(event) => setKeepAligned(event.currentTarget.checked)}
        />
        {query.error ? <Problem title={tError(query.error)} /> : null}
        {preview ? (
          <>
            <p aria-live="polite">
              {t('territories.rules.moves', { count: preview.moved })}{' '}
              {withoutRule === undefined ? '' : t('territories.rules.leaves', { count: withoutRule })}{' '}
              {preview.unplaced === 0 ? '' : t('territories.rules.unplaces', { count: preview.unplaced })}
            </p>
            <KeyValues
              items={[
                { key: 'placed', label: t('territories.rules.placed'), value: format.number(preview.placed) },
                { key: 'moved', label: t('territories.rules.moved'), value: format.number(preview.moved) },
                { key: 'unplaced', label: t('territories.rules.unplaced'), value: format.number(preview.unplaced) },
                { key: 'kept', label: t('territories.rules.kept'), value: format.number(preview.keptManual) }
              ]}
            />
          </>
        ) : query.error ? null : (
          <Skeleton kind="text" rows={4} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            data-autofocus
            disabled={preview === undefined}
            loading={apply.isBusy}
            onClick={() => void run()}
          >
            {t('territories.rules.run')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
