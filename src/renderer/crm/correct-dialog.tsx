// Corrects several deals in one step: a field, its new value and one reason for all; or cells edited in a table, which only want the reason.
import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { CorrectableField, OpportunityId } from '#shared/crm/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { correctableFields, correctableWords, FieldControl, type FieldValue, ReasonField } from './correct-fields.tsx'
import './crm.css'

export interface DealToCorrect {
  readonly id: OpportunityId
  readonly currency: CurrencyCode | null
}

export interface CellCorrection {
  readonly opportunityId: OpportunityId
  readonly field: CorrectableField
  readonly value: FieldValue
}

export interface CorrectDialogProps {
  readonly deals: readonly DealToCorrect[]
  /** Cells edited in place: with them only the reason is asked for. */
  readonly cells?: readonly CellCorrection[] | undefined
  readonly firstField?: CorrectableField | undefined
  readonly homeCurrency: CurrencyCode
  readonly onClose: (isDone: boolean) => void
}

export function CorrectDialog({ deals, cells, firstField = 'amountMinor', homeCurrency, onClose }: CorrectDialogProps) {
  const { t, tError } = useText()
  const correct = useCommand('crm.correctDeals', { silent: true })
  const [field, setField] = useState<CorrectableField>(firstField)
  const [value, setValue] = useState<FieldValue>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const currencies = new Set(deals.map((deal) => deal.currency))
  const currency = currencies.size === 1 ? [...currencies][0] : undefined
  // One amount can't be typed for deals in several currencies.
  const fields = correctableFields.filter((each) => each !== 'amountMinor' || currencies.size === 1)
  const chosen = fields.includes(field) ? field : 'closeOn'
  const isValueNeeded = cells === undefined && (chosen === 'stageId' || chosen === 'currency') && value === null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const corrections = cells ?? deals.map((deal) => ({ opportunityId: deal.id, field: chosen, value }))
    const reply = await correct.run({ corrections: [...corrections], reason })
    if (reply.ok) onClose(true)
    else setProblem(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={
        cells === undefined
          ? t('crm.correct.title', { count: deals.length })
          : t('crm.correct.titleCells', { count: cells.length })
      }
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          {cells === undefined ? (
            <>
              <Select
                label={t('crm.correct.field')}
                allowDeselect={false}
                data-autofocus
                data={fields.map((each) => ({ value: each, label: correctableWords(t, each) }))}
                value={chosen}
                onChange={(next) => {
                  setField(fields.find((each) => each === next) ?? chosen)
                  setValue(null)
                }}
              />
              <div className="field">
                <span className="field-label">{t('crm.correct.value')}</span>
                <FieldControl
                  key={chosen}
                  field={chosen}
                  value={value}
                  currency={currency ?? homeCurrency}
                  onChange={setValue}
                />
                {value === null && !isValueNeeded ? (
                  <span className="muted small">{t('crm.correct.willBeEmpty')}</span>
                ) : null}
              </div>
              {currencies.size > 1 ? <p className="muted small">{t('crm.correct.severalCurrencies')}</p> : null}
            </>
          ) : null}
          <ReasonField value={reason} onChange={setReason} isFirst={cells !== undefined} />
          <p className="muted small">{t('crm.correct.meaning')}</p>
          {problem === undefined ? null : (
            <p className="negative" role="alert">
              {problem}
            </p>
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={() => onClose(false)}>
              {t('ui.cancel')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              disabled={reason.trim() === '' || isValueNeeded}
              loading={correct.isBusy}
            >
              {t('crm.correct.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
