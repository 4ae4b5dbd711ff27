// Exchange rates: typed, changed in place, pasted and removed here, or imported. Amounts in the workspace's currency follow at once.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconClipboard, IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { CurrencyField, DateField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import type { RateRow } from '#shared/crm/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { PasteRates, useRatesPaste } from './paste-rates.tsx'
import { readRate } from './read-rate.ts'
import './crm.css'

export function Rates() {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const query = useQuery('crm.listRates', {})
  const counts = useQuery('crm.countFacts', {})
  const [pasted, setPasted] = useState<string>()
  useRatesPaste(setPasted)
  const { run: set } = useCommand('crm.setRate')
  const { run: remove } = useCommand('crm.removeRate')
  const columns = useMemo((): Column<RateRow>[] => {
    return [
      {
        key: 'from',
        header: t('crm.rates.from'),
        kind: 'text',
        width: 110,
        value: (row) => row.from,
        isGroupable: true
      },
      { key: 'to', header: t('crm.rates.to'), kind: 'text', width: 110, value: (row) => row.to, isGroupable: true },
      { key: 'day', header: t('crm.rates.day'), kind: 'date', width: 130, value: (row) => row.validOn },
      {
        key: 'rate',
        header: t('crm.rates.rate'),
        kind: 'number',
        width: 150,
        hint: t('crm.rates.rateHint'),
        value: (row) => Number(row.rate),
        // The digits as they were given: a rate is never rounded to a column's decimals.
        render: (row) => row.rate.replace('.', format.decimalSign),
        edit: {
          kind: 'text',
          isRequired: true,
          parse: (text) => {
            const rate = readRate(text, format.decimalSign)
            return rate === undefined ? { ok: false, reason: t('crm.rates.notARate') } : { ok: true, value: rate }
          },
          commit: (row, rate) => set({ from: row.from, to: row.to, validOn: row.validOn, rate: String(rate) })
        }
      },
      {
        key: 'remove',
        header: t('crm.rates.removeColumn'),
        kind: 'custom',
        width: 90,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('crm.rates.remove', { from: row.from, to: row.to, day: format.date(row.validOn) })}
            title={t('crm.rates.removeColumn')}
            onClick={() => void remove({ rateId: row.id })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        )
      }
    ]
  }, [t, format, set, remove])
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  const waiting = counts.value?.otherCurrencies ?? []
  return (
    <>
      <p className="muted">{t('crm.rates.meaning', { currency })}</p>
      {waiting.length > 0 ? (
        <p className="crm-waiting">
          {t('crm.rates.waiting', {
            what: format.list(
              waiting.map((each) => t('crm.rates.waitingDeals', { count: each.deals, currency: each.currency }))
            )
          })}
        </p>
      ) : null}
      <div className="crm-rate-ways">
        <NewRate home={currency} first={waiting[0]?.currency} />
        <Button leftSection={<IconClipboard size={14} />} onClick={() => setPasted('')}>
          {t('crm.rates.paste.open')}
        </Button>
      </div>
      {pasted !== undefined && query.value !== undefined ? (
        <PasteRates initialText={pasted} known={query.value} onClose={() => setPasted(undefined)} />
      ) : null}
      <DataTable
        label={t('crm.rates.title')}
        layoutName="rates"
        columns={columns}
        rows={query.value ?? []}
        rowKey={(row) => row.id}
        isLoading={query.value === undefined}
        exportName="exchange-rates"
        initialSort={[
          { column: 'from', isDescending: false },
          { column: 'day', isDescending: true }
        ]}
        empty={<EmptyState title={t('crm.rates.none')} />}
      />
    </>
  )
}

function NewRate({ home, first }: { readonly home: CurrencyCode; readonly first: CurrencyCode | undefined }) {
  const { t, tError } = useText()
  const format = useFormat()
  const { asOf } = useSession()
  const set = useCommand('crm.setRate', { silent: true })
  // Until another is chosen: the currency that waits for a rate.
  const [chosen, setChosen] = useState<CurrencyCode | null>()
  const from = chosen === undefined ? (first ?? null) : chosen
  const [to, setTo] = useState<CurrencyCode | null>(home)
  const [day, setDay] = useState<IsoDate | null>(asOf)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const rate = readRate(text, format.decimalSign)
  const isComplete = from !== null && to !== null && from !== to && day !== null && rate !== undefined
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    const reply = await set.run({ from, to, validOn: day, rate })
    setProblem(reply.ok ? undefined : tError(reply.error))
    if (reply.ok) setText('')
  }
  return (
    <form className="crm-rate-form" onSubmit={(event) => void add(event)}>
      <CurrencyField label={t('crm.rates.from')} value={from} onChange={setChosen} />
      <CurrencyField label={t('crm.rates.to')} value={to} onChange={setTo} />
      <DateField label={t('crm.rates.day')} value={day} onChange={setDay} />
      <TextInput
        label={t('crm.rates.rate')}
        inputMode="decimal"
        value={text}
        error={text.trim() !== '' && rate === undefined ? t('crm.rates.notARate') : problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" leftSection={<IconPlus size={14} />} disabled={!isComplete} loading={set.isBusy}>
        {t('crm.rates.add')}
      </Button>
    </form>
  )
}
