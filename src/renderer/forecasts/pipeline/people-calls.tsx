// What people call of periods, held against what came, and how each person's calls have turned out so far.
import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { CallRecord, CallRow, PeopleCalls as Calls } from '#shared/forecasts/pipeline-view-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { CallDialog } from './call-dialog.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

export function PeopleCalls({ currency }: { readonly currency: CurrencyCode }) {
  const { t, tError } = useText()
  const calls = useQuery('forecasts.peopleCalls', {})
  const [isOpen, setOpen] = useState(false)
  const dialog = isOpen ? <CallDialog currency={currency} onClose={() => setOpen(false)} /> : null
  if (calls.error) return <Problem title={tError(calls.error)} action={{ label: t('ui.again'), onRun: calls.reload }} />
  if (!calls.value) return <Skeleton kind="table" />
  if (calls.value.calls.length === 0)
    return (
      <>
        <EmptyState
          title={t('forecasts.pipeline.calls.none')}
          picture="table"
          action={{ label: t('forecasts.pipeline.calls.add'), onRun: () => setOpen(true) }}
        />
        {dialog}
      </>
    )
  return (
    <>
      <Section
        title={t('forecasts.pipeline.calls.title')}
        subtitle={t('forecasts.pipeline.calls.help')}
        actions={<Button onClick={() => setOpen(true)}>{t('forecasts.pipeline.calls.add')}</Button>}
      >
        <CallTable calls={calls.value} />
        {calls.value.otherCurrency > 0 ? (
          <p className="muted small">
            {t('forecasts.pipeline.calls.otherCurrency', { count: calls.value.otherCurrency })}
          </p>
        ) : null}
      </Section>
      <Section title={t('forecasts.pipeline.calls.records')}>
        <RecordTable records={calls.value.records} />
      </Section>
      {dialog}
    </>
  )
}

function CallTable({ calls }: { readonly calls: Calls }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = calls
  const words = usePipelineWords(currency)
  const { run: remove } = useCommand('forecasts.removeCall')
  const columns = useMemo((): Column<CallRow>[] => {
    const whose = (row: CallRow) => (row.cut.kind === 'company' ? t('forecasts.pipeline.calls.company') : row.cut.name)
    return [
      {
        key: 'period',
        header: t('forecasts.pipeline.calls.period'),
        kind: 'custom',
        width: 110,
        value: (row) => row.startsOn,
        text: (row) => words.period(row.periodKey),
        render: (row) => words.period(row.periodKey),
        isGroupable: true
      },
      {
        key: 'by',
        header: t('forecasts.pipeline.calls.by'),
        kind: 'text',
        width: 130,
        value: (row) => row.byName,
        isGroupable: true
      },
      {
        key: 'whose',
        header: t('forecasts.pipeline.calls.whose'),
        kind: 'text',
        width: 140,
        value: whose,
        isGroupable: true
      },
      {
        key: 'category',
        header: t('forecasts.pipeline.calls.category'),
        kind: 'text',
        width: 90,
        value: (row) => t(`forecasts.pipeline.calls.categories.${row.category}`),
        isGroupable: true
      },
      {
        key: 'amount',
        header: t('forecasts.pipeline.calls.amount'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.amountMinor
      },
      {
        key: 'corrected',
        header: t('forecasts.pipeline.calls.corrected'),
        kind: 'money',
        currency,
        width: 104,
        value: (row) => row.corrected?.middleMinor ?? null,
        render: (row) => <Corrected row={row} calls={calls} />,
        missing: (row) => t(row.hasEnded ? 'forecasts.pipeline.calls.ended' : 'forecasts.pipeline.calls.noCorrected')
      },
      {
        key: 'booked',
        header: t('forecasts.pipeline.calls.booked'),
        kind: 'money',
        currency,
        width: 140,
        value: (row) => row.bookedMinor,
        render: (row) => (
          <span>
            <Money minor={row.bookedMinor} currency={currency} isBare digits={0} />
            {row.hasEnded ? null : <span className="muted small"> {t('forecasts.pipeline.calls.sofar')}</span>}
          </span>
        )
      },
      {
        key: 'error',
        header: t('forecasts.pipeline.calls.error'),
        kind: 'percent',
        isSigned: true,
        width: 104,
        value: (row) => row.errorRatio,
        missing: t('forecasts.pipeline.calls.running')
      },
      {
        key: 'madeOn',
        header: t('forecasts.pipeline.calls.madeOn'),
        kind: 'date',
        width: 104,
        value: (row) => row.madeOn
      },
      {
        key: 'note',
        header: t('forecasts.pipeline.calls.note'),
        kind: 'text',
        width: 140,
        value: (row) => row.note,
        isHiddenAtFirst: true
      },
      {
        key: 'remove',
        header: t('forecasts.pipeline.calls.remove'),
        kind: 'custom',
        width: 80,
        isSortable: false,
        value: () => null,
        text: () => '',
        render: (row) => (
          <ActionIcon
            variant="subtle"
            aria-label={t('forecasts.pipeline.calls.removeOf', {
              name: row.byName,
              period: words.period(row.periodKey)
            })}
            onClick={() => void remove({ callId: row.id })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        )
      }
    ]
  }, [t, words, currency, calls, remove])
  return (
    <DataTable
      label={t('forecasts.pipeline.calls.label')}
      layoutName="pipeline-calls"
      columns={columns}
      rows={calls.calls}
      rowKey={(row) => row.id}
      height={calls.calls.length > 10 ? 380 : 'auto'}
      exportName="pipeline-calls"
      totals={t('forecasts.pipeline.calls.total', { n: format.number(calls.calls.length) })}
    />
  )
}

function Corrected({ row, calls }: { readonly row: CallRow; readonly calls: Calls }) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(calls.currency)
  const { corrected } = row
  if (corrected === null)
    return (
      <Missing reason={t(row.hasEnded ? 'forecasts.pipeline.calls.ended' : 'forecasts.pipeline.calls.noCorrected')} />
    )
  const record = calls.records.find((each) => each.personKey === row.personKey && each.category === row.category)
  const { lowMinor, middleMinor, highMinor } = corrected
  return (
    <Why
      title={t('forecasts.pipeline.calls.whyCorrected', {
        amount: words.money(row.amountMinor),
        corrected: words.money(middleMinor)
      })}
      of={<Money minor={middleMinor} currency={calls.currency} isBare digits={0} />}
    >
      <WhySteps
        steps={[
          { key: 'called', label: t('forecasts.pipeline.calls.amount'), value: words.money(row.amountMinor) },
          ...(record === undefined
            ? []
            : [
                {
                  key: 'bias',
                  label: t('forecasts.pipeline.calls.bias'),
                  value: format.signedPercent(record.biasRatio, 1),
                  note: t('forecasts.pipeline.calls.biasOf', { name: record.byName, n: format.number(record.n) })
                }
              ]),
          {
            key: 'corrected',
            label: t('forecasts.pipeline.calls.corrected'),
            value: words.money(middleMinor),
            isResult: true
          },
          ...(lowMinor === null || highMinor === null
            ? []
            : [
                {
                  key: 'range',
                  label: t('forecasts.pipeline.calls.range'),
                  value: words.range(lowMinor, highMinor)
                }
              ])
        ]}
      />
      <WhyNote>{t('forecasts.pipeline.calls.biasHint')}</WhyNote>
    </Why>
  )
}

function RecordTable({ records }: { readonly records: readonly CallRecord[] }) {
  const { t } = useText()
  const format = useFormat()
  const columns = useMemo((): Column<CallRecord>[] => {
    const rangeText = (row: CallRecord): string =>
      row.lowRatio === null || row.highRatio === null
        ? ''
        : `${format.signedPercent(row.lowRatio)} … ${format.signedPercent(row.highRatio)}`
    return [
      {
        key: 'by',
        header: t('forecasts.pipeline.calls.by'),
        kind: 'text',
        width: 160,
        value: (row) => row.byName
      },
      {
        key: 'category',
        header: t('forecasts.pipeline.calls.category'),
        kind: 'text',
        width: 110,
        value: (row) => t(`forecasts.pipeline.calls.categories.${row.category}`)
      },
      { key: 'n', header: t('forecasts.pipeline.calls.n'), kind: 'number', width: 80, value: (row) => row.n },
      {
        key: 'mean',
        header: t('forecasts.pipeline.calls.meanError'),
        kind: 'percent',
        isSigned: true,
        width: 110,
        value: (row) => row.meanErrorRatio,
        missing: t('forecasts.pipeline.calls.noRecords')
      },
      {
        key: 'bias',
        header: t('forecasts.pipeline.calls.bias'),
        hint: t('forecasts.pipeline.calls.biasHint'),
        kind: 'percent',
        isSigned: true,
        width: 110,
        value: (row) => row.biasRatio
      },
      {
        key: 'range',
        header: t('forecasts.pipeline.calls.range'),
        kind: 'custom',
        width: 170,
        value: (row) => row.lowRatio,
        text: (row) => rangeText(row),
        render: (row) =>
          row.lowRatio === null ? <Missing reason={t('forecasts.pipeline.calls.noRange')} /> : rangeText(row),
        missing: t('forecasts.pipeline.calls.noRange')
      }
    ]
  }, [t, format])
  const ended = records.filter((record) => record.n > 0)
  if (ended.length === 0) return <p className="muted">{t('forecasts.pipeline.calls.noRecords')}</p>
  return (
    <DataTable
      label={t('forecasts.pipeline.calls.recordsLabel')}
      layoutName="pipeline-call-records"
      columns={columns}
      rows={ended}
      rowKey={(row) => `${row.personKey} ${row.category}`}
      height={ended.length > 10 ? 320 : 'auto'}
      search={false}
      exportName="pipeline-call-records"
    />
  )
}
