// Lets a rule propose territories: choose the rule, see what it would do and what it leaves out, then apply it as one step.
import { Button, Group, Modal, Select, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { proposalMethodIds } from '#shared/territories/proposals/index.ts'
import type { AccountField, ProposalMethodId, ProposalRequest } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { ProposalPreviewPart } from './proposal-preview.tsx'
import './territories.css'

interface ProposeDialogProps {
  readonly scenarioId: ScenarioId
  readonly currency: CurrencyCode
  readonly onClose: () => void
}

const fields: readonly AccountField[] = ['region', 'country', 'industry', 'segment']

export function ProposeDialog({ scenarioId, currency, onClose }: ProposeDialogProps) {
  const { t } = useText()
  const format = useFormat()
  const [method, setMethod] = useState<ProposalMethodId>('byTeamSales')
  const [depth, setDepth] = useState<number | undefined>()
  const [field, setField] = useState<AccountField>('region')
  const [keepManual, setKeepManual] = useState(true)
  const [removeEmpty, setRemoveEmpty] = useState(true)
  const [withSellers, setWithSellers] = useState(true)
  const request = useMemo(
    (): ProposalRequest =>
      method === 'byField' ? { method, field } : depth === undefined ? { method } : { method, depth },
    [method, field, depth]
  )
  const asked = { scenarioId, request, keepManual, removeEmpty }
  const preview = useQuery('territories.propose', asked).value
  const apply = useCommand('territories.applyProposal')
  const run = async () => {
    const reply = await apply.run({ ...asked, withSellers: withSellers && method === 'byTeamSales' })
    if (reply.ok) onClose()
  }
  const canApply = preview !== undefined && preview.territories.length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('territories.propose.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <div className="propose-body">
        <div className="propose-form">
          <Select
            label={t('territories.propose.rule')}
            allowDeselect={false}
            value={method}
            data={proposalMethodIds.map((id) => ({ value: id, label: t(`territories.propose.rules.${id}`) }))}
            onChange={(id) => setMethod(proposalMethodIds.find((each) => each === id) ?? 'byTeamSales')}
          />
          {method === 'byTeamSales' && preview && preview.levels.length > 1 ? (
            <Select
              label={t('territories.propose.level')}
              allowDeselect={false}
              value={preview.depth === null ? null : String(preview.depth)}
              data={preview.levels.map((level) => ({
                value: String(level.depth),
                label: t('territories.propose.levelOption', {
                  count: level.teams,
                  names: format.list(level.names.slice(0, 3)) + (level.names.length > 3 ? ' …' : '')
                })
              }))}
              onChange={(chosen) => setDepth(chosen === null ? undefined : Number(chosen))}
            />
          ) : null}
          {method === 'byField' ? (
            <Select
              label={t('territories.propose.field')}
              allowDeselect={false}
              value={field}
              data={fields.map((id) => ({ value: id, label: t(`territories.fields.${id}`) }))}
              onChange={(id) => setField(fields.find((each) => each === id) ?? 'region')}
            />
          ) : null}
          <Switch
            label={t('territories.propose.keepManual')}
            checked={keepManual}
            onChange={(event) => setKeepManual(event.currentTarget.checked)}
          />
          {method === 'byTeamSales' ? (
            <Switch
              label={t('territories.propose.withSellers')}
              checked={withSellers}
              onChange={(event) => setWithSellers(event.currentTarget.checked)}
            />
          ) : null}
          <Switch
            label={t('territories.propose.removeEmpty')}
            checked={removeEmpty}
            onChange={(event) => setRemoveEmpty(event.currentTarget.checked)}
          />
        </div>
        {preview ? <ProposalPreviewPart preview={preview} currency={currency} /> : <Skeleton kind="table" />}
      </div>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button variant="filled" disabled={!canApply} loading={apply.isBusy} onClick={() => void run()}>
          {t('territories.propose.apply', { count: preview?.placed ?? 0 })}
        </Button>
      </Group>
    </Modal>
  )
}
