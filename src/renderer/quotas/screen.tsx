// Quotas of the scenario in view: the sheet of sellers by months or quarters, why each is what it is, and sharing out a target.
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerId } from '#shared/people/types.ts'
import type { QuotaSheet } from '#shared/quotas/types.ts'
import { AllocationPanel } from './parts/allocation-panel.tsx'
import { PreviewTable } from './parts/preview-table.tsx'
import { QuotaTable } from './parts/quota-table.tsx'
import { SellerWhy } from './parts/seller-why.tsx'
import { SumStrip } from './parts/sum-strip.tsx'
import { useDraft } from './parts/use-draft.ts'

export function QuotasScreen() {
  const { t, tError } = useText()
  const format = useFormat()
  const { scenario, plan, isLocked, params, go } = useSession()
  const [grain, setGrain] = useState<'month' | 'quarter'>('quarter')
  const [selected, select] = useState<SellerId>()
  const [isAllocating, setAllocating] = useState(params.allocate === 'yes')
  const scenarioId = scenario?.id
  const sheet = useQuery('quotas.getSheet', scenarioId === undefined ? null : { scenarioId, grain })
  const setup = useQuery('quotas.getAllocationSetup', scenarioId === undefined ? null : { scenarioId })
  const draft = useDraft(scenarioId, setup.value, isAllocating)
  const clear = useCommand('quotas.clear')

  if (scenarioId === undefined || plan === undefined) {
    return (
      <Page title={t('quotas.title', { year: '' }).trim()}>
        <EmptyState title={t('quotas.noPlan')} action={{ label: t('quotas.toPlans'), onRun: () => go('plans') }} />
      </Page>
    )
  }
  const year = t('quotas.fiscalYear', { year: String(plan.fiscalYear) })
  const title = t('quotas.title', { year })
  if (sheet.error !== undefined) {
    return (
      <Page title={title}>
        <Problem title={tError(sheet.error)} action={{ label: t('ui.again'), onRun: sheet.reload }} />
      </Page>
    )
  }
  const { value } = sheet
  if (value === undefined) {
    return (
      <Page title={title}>
        <Skeleton kind="table" />
      </Page>
    )
  }
  const hasQuotas = value.rows.some((row) => row.yearMinor !== null)
  const open = () => {
    select(undefined)
    setAllocating(true)
  }
  const close = () => {
    setAllocating(false)
    select(undefined)
  }
  const allocateAction = {
    label: t('quotas.allocate'),
    onRun: open,
    isDisabled: isLocked || isAllocating,
    ...(isLocked ? { hint: t('quotas.locked') } : {})
  }
  if (value.rows.length === 0) {
    return (
      <Page title={title} finding={t('quotas.found.none', { year })}>
        <EmptyState
          title={t('quotas.noSellers', { year })}
          action={{ label: t('quotas.toPeople'), onRun: () => go('people') }}
        />
      </Page>
    )
  }
  const shownWhy = isAllocating ? undefined : value.rows.find((row) => row.sellerId === selected)
  return (
    <Page
      title={title}
      finding={
        <>
          {findingOf(value, t, format, year)} {hasQuotas ? <Soundness of={['bookings', 'credit']} isNamed /> : null}
        </>
      }
      primary={hasQuotas || isAllocating ? allocateAction : undefined}
      actions={
        hasQuotas && !isAllocating
          ? [
              {
                label: t('quotas.clearAll'),
                onRun: () => void clear.run({ scenarioId }),
                isDisabled: isLocked,
                isBusy: clear.isBusy
              }
            ]
          : []
      }
      isFilling
      onCloseDetail={close}
      detailTitle={isAllocating ? t('quotas.panel.title') : shownWhy?.name}
      detailSubtitle={isAllocating ? t('quotas.panel.subtitle') : undefined}
      detail={
        isAllocating && setup.value !== undefined ? (
          <AllocationPanel setup={setup.value} draft={draft} scenarioId={scenarioId} onApplied={close} />
        ) : shownWhy !== undefined ? (
          <SellerWhy scenarioId={scenarioId} sheet={value} row={shownWhy} isLocked={isLocked} />
        ) : undefined
      }
    >
      {hasQuotas || isAllocating ? (
        <SumStrip check={value.check} preview={isAllocating ? draft.preview : undefined} sheet={value} />
      ) : null}
      {isAllocating ? (
        <PreviewTable draft={draft} sheet={value} />
      ) : hasQuotas ? (
        <QuotaTable
          scenarioId={scenarioId}
          sheet={value}
          grain={grain}
          onGrain={setGrain}
          isLocked={isLocked}
          selected={selected}
          onSelect={select}
        />
      ) : (
        <EmptyState
          title={t('quotas.empty')}
          action={{ label: t('quotas.allocate'), onRun: open, isDisabled: isLocked }}
        />
      )}
    </Page>
  )
}

type Text = ReturnType<typeof useText>['t']
type Format = ReturnType<typeof useFormat>

function findingOf(sheet: QuotaSheet, t: Text, format: Format, year: string): string {
  const count = sheet.rows.filter((row) => row.yearMinor !== null).length
  if (count === 0) return t('quotas.found.none', { year })
  const amount = format.money(sheet.yearMinor, sheet.currency)
  const { check } = sheet
  if (check === null) return t('quotas.found.noTarget', { count, amount })
  if (check.differenceMinor === 0) return t('quotas.found.exact', { count, amount })
  const difference = format.moneyInFull(Math.abs(check.differenceMinor), sheet.currency)
  return t(check.differenceMinor > 0 ? 'quotas.found.over' : 'quotas.found.under', { count, amount, difference })
}
