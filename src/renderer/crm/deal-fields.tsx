// The facts of a deal, each of which can be corrected in place: a corrected one is marked, says what the file says, by whom, when and
// why it was changed, and can be taken back.
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconPencilCheck } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { CorrectableField, Correction, OpportunityRow } from '#shared/crm/types.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import { correctableWords, FieldControl, type FieldValue, ReasonField } from './correct-fields.tsx'
import { statusTones } from './deals.tsx'

interface Fact {
  readonly field: CorrectableField
  /** What an edit begins with. */
  readonly held: FieldValue
  readonly shown: ReactNode
}

export function DealFields({ deal }: { readonly deal: OpportunityRow }) {
  const { t } = useText()
  const format = useFormat()
  const corrections = useQuery('crm.listCorrections', { opportunityId: deal.id })
  const [edited, setEdited] = useState<CorrectableField>()
  // The keyboard goes back to where it came from once a form is closed.
  const [left, setLeft] = useState<CorrectableField>()
  const text = (value: string | null, reason: string): ReactNode => value ?? <Missing reason={reason} />
  const facts: Fact[] = [
    {
      field: 'stageId',
      held: deal.stageId,
      shown: <Tag tone={statusTones[deal.status]}>{deal.stageName}</Tag>
    },
    {
      field: 'amountMinor',
      held: deal.amountMinor,
      shown: <Money minor={deal.amountMinor} currency={deal.currency} reason={t('crm.noAmount')} />
    },
    {
      field: 'closeOn',
      held: deal.closeOn,
      shown: text(deal.closeOn === null ? null : format.date(deal.closeOn), t('crm.noDate'))
    },
    {
      field: 'createdOn',
      held: deal.createdOn,
      shown: text(deal.createdOn === null ? null : format.date(deal.createdOn), t('crm.noDate'))
    },
    { field: 'accountId', held: deal.accountId, shown: text(deal.accountName, t('crm.noAccount')) },
    { field: 'sellerId', held: deal.sellerId, shown: text(deal.sellerName, t('crm.noSeller')) },
    { field: 'productId', held: deal.productId, shown: text(deal.productName, t('crm.noProduct')) },
    { field: 'currency', held: deal.currency, shown: deal.currency },
    { field: 'name', held: deal.name, shown: text(deal.name, t('crm.notGiven')) }
  ]
  return (
    <dl className="key-values crm-fields">
      {facts.map((fact) => (
        <FactLine
          key={fact.field}
          fact={fact}
          deal={deal}
          correction={corrections.value?.find((each) => each.field === fact.field)}
          isEdited={edited === fact.field}
          isReturned={left === fact.field && edited === undefined}
          onEdit={(field) => {
            setLeft(edited)
            setEdited(field)
          }}
        />
      ))}
    </dl>
  )
}

interface FactLineProps {
  readonly fact: Fact
  readonly deal: OpportunityRow
  readonly correction: Correction | undefined
  readonly isEdited: boolean
  /** Its form was the last one closed. */
  readonly isReturned: boolean
  readonly onEdit: (field: CorrectableField | undefined) => void
}

function FactLine({ fact, deal, correction, isEdited, isReturned, onEdit }: FactLineProps) {
  const { t } = useText()
  const pencil = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isReturned) pencil.current?.focus()
  }, [isReturned])
  const label = correctableWords(t, fact.field)
  if (isEdited)
    return (
      <div className="crm-editing">
        <dt>{label}</dt>
        <dd>
          <CorrectForm fact={fact} deal={deal} correction={correction} onClose={() => onEdit(undefined)} />
        </dd>
      </div>
    )
  return (
    <div className={correction ? 'crm-corrected' : undefined}>
      <dt>{label}</dt>
      <dd>
        {fact.shown}
        {correction ? (
          <Tooltip label={t('crm.correct.isCorrected')}>
            <IconPencilCheck size={14} className="crm-mark" role="img" aria-label={t('crm.correct.isCorrected')} />
          </Tooltip>
        ) : null}
        <ActionIcon
          ref={pencil}
          className="crm-pencil"
          size="xs"
          variant="subtle"
          aria-label={t('crm.correct.correctField', { field: label })}
          title={t('crm.correct.correctField', { field: label })}
          onClick={() => onEdit(fact.field)}
        >
          <IconPencil size={13} />
        </ActionIcon>
        {correction ? <FileSays correction={correction} deal={deal} /> : null}
      </dd>
    </div>
  )
}

function FileSays({ correction, deal }: { readonly correction: Correction; readonly deal: OpportunityRow }) {
  const { t } = useText()
  const format = useFormat()
  const remove = useCommand('crm.removeCorrection')
  return (
    <div className="crm-said muted small">
      <span>
        {t(deal.sourceRowId === null ? 'crm.correct.was' : 'crm.correct.fileSays', {
          value: importedWords(correction, deal, format, t('crm.history.empty'))
        })}
      </span>
      <span>{correction.reason}</span>
      <span>
        {correction.author} · {format.dateTime(correction.madeAt)}
      </span>
      <button
        type="button"
        className="crm-link"
        disabled={remove.isBusy}
        onClick={() => void remove.run({ correctionId: correction.id })}
      >
        {t('crm.correct.takeBack')}
      </button>
    </div>
  )
}

function importedWords(
  correction: Correction,
  deal: OpportunityRow,
  format: ReturnType<typeof useFormat>,
  empty: string
): string {
  const { imported, field } = correction
  if (correction.importedName !== null) return correction.importedName
  if (imported === null) return empty
  if (field === 'amountMinor' && typeof imported === 'number') return format.moneyInFull(imported, deal.currency)
  const date = typeof imported === 'string' && field.endsWith('On') ? parseIsoDate(imported) : undefined
  return date === undefined ? String(imported) : format.date(date)
}

interface CorrectFormProps {
  readonly fact: Fact
  readonly deal: OpportunityRow
  readonly correction: Correction | undefined
  readonly onClose: () => void
}

function CorrectForm({ fact, deal, correction, onClose }: CorrectFormProps) {
  const { t, tError } = useText()
  const correct = useCommand('crm.correctDeal', { silent: true })
  const [value, setValue] = useState<FieldValue>(fact.held)
  const [reason, setReason] = useState(correction?.reason ?? '')
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await correct.run({ opportunityId: deal.id, field: fact.field, value, reason })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  return (
    <form
      ref={form}
      className="crm-correct"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        // A list that is open takes the key first; then the form; the pane stays.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
    >
      <FieldControl field={fact.field} value={value} currency={deal.currency} onChange={setValue} />
      <ReasonField value={reason} onChange={setReason} />
      {problem === undefined ? null : (
        <p className="negative small" role="alert">
          {problem}
        </p>
      )}
      <div className="crm-buttons">
        <Button size="xs" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={reason.trim() === '' || value === fact.held} loading={correct.isBusy}>
          {t('crm.correct.save')}
        </Button>
      </div>
    </form>
  )
}
