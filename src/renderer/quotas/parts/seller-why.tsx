// The detail pane of a seller: why her quota of the year, a quarter or a month is what it is, and clearing it.
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { KeyValues } from '#renderer/ui/section.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { QuotaSheet, SheetRow } from '#shared/quotas/types.ts'
import { QuotaWhy } from './quota-why.tsx'

export interface SellerWhyProps {
  readonly scenarioId: ScenarioId
  readonly sheet: QuotaSheet
  readonly row: SheetRow
  readonly isLocked: boolean
}

export function SellerWhy({ scenarioId, sheet, row, isLocked }: SellerWhyProps) {
  const { t } = useText()
  const format = useFormat()
  const clear = useCommand('quotas.clear')
  const yearKey = `FY${sheet.fiscalYear}`
  const [periodKey, setPeriodKey] = useState(yearKey)
  const shown = sheet.periods.some((period) => period.key === periodKey) ? periodKey : yearKey
  const index = sheet.periods.findIndex((period) => period.key === shown)
  const amountMinor = index < 0 ? row.yearMinor : (row.amountsMinor[index] ?? null)
  return (
    <>
      <Select
        label={t('quotas.why.period')}
        value={shown}
        onChange={(key) => setPeriodKey(key ?? yearKey)}
        data={[
          { value: yearKey, label: yearKey },
          ...sheet.periods.map((period) => ({ value: period.key, label: format.period(period) }))
        ]}
      />
      <KeyValues
        items={[
          {
            key: 'quota',
            label: t('quotas.why.quota'),
            value: <Money minor={amountMinor} currency={sheet.currency} reason={t('quotas.missing.quota')} />
          },
          {
            key: 'before',
            label: t('quotas.columns.lastYear', { year: sheet.fiscalYear - 1 }),
            value: (
              <>
                <Soundness of={['bookings', 'credit']} />{' '}
                <Money minor={row.lastYearMinor} currency={sheet.currency} reason={t('quotas.missing.lastYear')} />
              </>
            )
          }
        ]}
      />
      <div>
        <QuotaWhy scenarioId={scenarioId} sellerId={row.sellerId} periodKey={shown} />
      </div>
      {row.yearMinor === null ? null : (
        <Button
          onClick={() => void clear.run({ scenarioId, sellerId: row.sellerId })}
          disabled={isLocked}
          loading={clear.isBusy}
        >
          {t('quotas.clearSeller')}
        </Button>
      )}
    </>
  )
}
