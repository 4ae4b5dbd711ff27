// What the plan pays: three key numbers, a row per person with each component, and at a click why, down to the deals.
import { NativeSelect, UnstyledButton } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { Bar } from '#renderer/ui/bar.tsx'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { columnMoneyDigits } from '#renderer/ui/make-format.ts'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import {
  explainMissing,
  nameComponent,
  type PayPlanRules,
  type PayPreview,
  type PayResultRow,
  planCapId
} from '#shared/compensation/index.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { Period } from '#shared/units/period.ts'
import { divide } from '#shared/units/ratio.ts'
import { againstTarget } from '../use-finding.ts'
import { OpenNotice } from './open-notice.tsx'

/** What someone asked why about. */
export interface Asked {
  readonly sellerId: SellerId
  readonly componentId?: string | undefined
}

export interface PayViewProps {
  readonly preview: PayPreview
  readonly rules: PayPlanRules
  readonly periods: readonly Period[]
  readonly through: Period
  readonly onThrough: (period: Period) => void
  readonly asked: Asked | undefined
  readonly onAsk: (asked: Asked | undefined) => void
  readonly onAddPeople: () => void
  /** To the people of the plan and their target pay. */
  readonly onTargets: () => void
}

export function PayView(props: PayViewProps) {
  const { preview, rules, through } = props
  const { t } = useText()
  const format = useFormat()
  const columns = usePayColumns(props)
  const until = format.period(through)
  if (preview.rows.length === 0) {
    return (
      <EmptyState
        title={t('compensation.pay.empty')}
        action={{ label: t('compensation.pay.addPeople'), onRun: props.onAddPeople }}
      />
    )
  }
  const money = (minor: number) => format.money(minor, rules.currency)
  const quotaMinor = preview.rows.reduce((sum, row) => sum + (row.quotaMinor ?? 0), 0)
  const bookedOnQuota = preview.rows.reduce((sum, row) => sum + (row.quotaMinor === null ? 0 : row.bookedMinor), 0)
  const attained = divide(bookedOnQuota, quotaMinor)
  const ofTarget = againstTarget(preview)
  return (
    <>
      <div className="pay-numbers">
        <KeyNumbers>
          <KeyNumber
            label={t('compensation.pay.total', { period: t('compensation.found.through', { period: until }) })}
            value={
              <Money minor={preview.totalMinor} currency={rules.currency} reason={t('compensation.found.noPay')} />
            }
            mark={<Soundness of={['bookings', 'credit']} />}
            since={
              ofTarget === undefined
                ? null
                : t('compensation.pay.ofTarget', {
                    share: format.percent(ofTarget.ratio, 1),
                    amount: money(ofTarget.targetPayMinor)
                  })
            }
          />
          <KeyNumber
            label={t('compensation.pay.booked', { period: t('compensation.found.through', { period: until }) })}
            value={money(preview.bookedMinor)}
            mark={<Soundness of={['bookings', 'credit']} />}
            since={
              attained === undefined ? null : t('compensation.pay.attainment', { share: format.percent(attained, 1) })
            }
          />
          <KeyNumber
            label={t('compensation.pay.costOfSales')}
            value={
              <Percent
                ratio={preview.totalMinor === null ? null : divide(preview.totalMinor, preview.bookedMinor)}
                digits={1}
                reason={t('compensation.found.noPay')}
              />
            }
            mark={<Soundness of={['bookings', 'credit']} />}
            since={t('compensation.pay.costOfSalesMeaning')}
          />
        </KeyNumbers>
      </div>
      <OpenNotice preview={preview} onPeople={props.onTargets} />
      <DataTable<PayResultRow>
        label={t('compensation.pay.table')}
        layoutName="compensation.pay"
        rows={preview.rows}
        rowKey={(row) => row.sellerId}
        columns={columns}
        totals={t('compensation.pay.people', { count: preview.rows.length })}
        exportName={`${t('compensation.title')} ${until}`}
        selectedKey={props.asked?.sellerId}
        onSelect={(row) => props.onAsk(row && { sellerId: row.sellerId })}
        rowTone={(row) => (row.missingCount > 0 ? 'amber' : undefined)}
        tools={<ThroughSelect {...props} />}
      />
    </>
  )
}

function ThroughSelect({ periods, through, onThrough }: PayViewProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <NativeSelect
      aria-label={t('compensation.pay.through')}
      value={through.key}
      data={periods.map((period) => ({
        value: period.key,
        label: t('compensation.found.through', { period: format.period(period) })
      }))}
      onChange={(event) => {
        const chosen = periods.find((period) => period.key === event.currentTarget.value)
        if (chosen !== undefined) onThrough(chosen)
      }}
    />
  )
}

const amountOf = (row: PayResultRow, componentId: string): number | null => {
  const known = row.cells.filter((cell) => cell.componentId === componentId && cell.amountMinor !== null)
  return known.length === 0 ? null : known.reduce((sum, cell) => sum + (cell.amountMinor ?? 0), 0)
}

function usePayColumns({ rules, onAsk, preview }: PayViewProps): Column<PayResultRow>[] {
  const { t, language } = useText()
  const format = useFormat()
  return useMemo(() => {
    const { currency } = rules
    const digits = columnMoneyDigits(
      preview.rows.map((row) => row.totalMinor ?? 0),
      currency
    )
    const whyMissing = (row: PayResultRow, componentId?: string): string => {
      const cell = row.cells.find(
        (each) => each.amountMinor === null && (componentId === undefined || each.componentId === componentId)
      )
      return cell?.missing
        ? t('compensation.pay.openCell', { reason: explainMissing(cell.missing, language) })
        : t('ui.missing')
    }
    const asked = (row: PayResultRow, amountMinor: number | null, componentId?: string) => (
      <UnstyledButton
        className="why-number pay-why"
        onClick={(event) => {
          event.stopPropagation()
          onAsk({ sellerId: row.sellerId, componentId })
        }}
      >
        {amountMinor === null ? (
          <Missing reason={whyMissing(row, componentId)} />
        ) : (
          <span className="numbers" title={format.moneyInFull(amountMinor, currency)}>
            {format.money(amountMinor, currency, { isBare: true, digits })}
          </span>
        )}
        <span className="only-read">{t('ui.why')}</span>
      </UnstyledButton>
    )
    const hasCap = rules.capTimesTarget !== null
    const ids = [...rules.components.map((component) => component.id), ...(hasCap ? [planCapId] : [])]
    const hasTarget = preview.rows.some((row) => row.targetPayMinor !== null)
    return [
      { key: 'seller', header: t('compensation.pay.seller'), kind: 'text', width: 192, value: (row) => row.sellerName },
      {
        key: 'sum',
        header: t('compensation.pay.sum'),
        kind: 'money',
        currency,
        digits,
        width: 100,
        value: (row) => row.totalMinor,
        render: (row) => <strong>{asked(row, row.totalMinor)}</strong>,
        total: 'sum'
      },
      {
        key: 'share',
        header: t('compensation.pay.shareOfTarget'),
        kind: 'percent',
        value: (row) =>
          row.totalMinor === null || row.targetPayMinor === null ? null : divide(row.totalMinor, row.targetPayMinor),
        missing: t('compensation.people.missing'),
        isHiddenAtFirst: !hasTarget
      },
      ...ids.map(
        (id): Column<PayResultRow> => ({
          key: `component ${id}`,
          header: nameComponent(rules, id, language),
          kind: 'money',
          currency,
          digits,
          width: 112,
          value: (row) => amountOf(row, id),
          render: (row) => asked(row, amountOf(row, id), id),
          total: 'sum'
        })
      ),
      {
        key: 'attained',
        header: t('compensation.pay.attained'),
        kind: 'percent',
        align: 'left',
        width: 112,
        value: (row) => row.attainmentRatio,
        render: (row) => (
          <Bar ratio={row.attainmentRatio} max={1.5} width={42}>
            <Percent ratio={row.attainmentRatio} reason={explainMissing('noQuota', language)} />
          </Bar>
        )
      },
      {
        key: 'booked',
        header: t('compensation.pay.bookings'),
        kind: 'money',
        width: 104,
        currency,
        value: (row) => row.bookedMinor,
        total: 'sum'
      },
      {
        key: 'quota',
        header: t('compensation.pay.quota'),
        kind: 'money',
        currency,
        value: (row) => row.quotaMinor,
        total: 'sum',
        isHiddenAtFirst: true
      },
      {
        key: 'target',
        header: t('compensation.pay.target'),
        hint: t('compensation.pay.targetHint'),
        kind: 'money',
        currency,
        value: (row) => row.targetPayMinor,
        missing: t('compensation.people.missing'),
        total: 'sum',
        isHiddenAtFirst: !hasTarget
      },
      {
        key: 'cost',
        header: t('compensation.pay.cost'),
        hint: t('compensation.pay.costHint'),
        kind: 'percent',
        digits: 1,
        value: (row) => (row.totalMinor === null ? null : divide(row.totalMinor, row.bookedMinor))
      },
      {
        key: 'team',
        header: t('compensation.pay.team'),
        kind: 'text',
        isHiddenAtFirst: true,
        value: (row) => row.teamName,
        isGroupable: true
      }
    ]
  }, [rules, preview, onAsk, t, language, format])
}
