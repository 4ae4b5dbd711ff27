// Deals so large that they may not come again: which they are, why they count as large, and what is done about each.
import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { MoneyField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { OneOffDeal, OneOffTreatment, SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { SeriesSource } from '#shared/forecasts/types.ts'

export function SeriesOneOffs({ detail, source }: { readonly detail: SeriesDetail; readonly source: SeriesSource }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const [chosen, setChosen] = useState<OneOffDeal>()
  const { rule, oneOffs } = detail
  const columns = useMemo((): Column<OneOffDeal>[] => {
    const stateOf = ({ decision }: OneOffDeal): string => {
      if (decision === null) return ''
      const amount = decision.capMinor === null ? '' : format.money(decision.capMinor, currency, { digits: 0 })
      return t(`forecasts.series.oneOffs.treatments.${decision.treatment}`, { amount })
    }
    return [
      {
        key: 'deal',
        header: t('forecasts.series.oneOffs.deal'),
        kind: 'text',
        width: 150,
        value: (row) => row.name ?? row.externalId ?? row.accountName ?? String(row.opportunityId)
      },
      {
        key: 'amount',
        header: t('forecasts.series.oneOffs.amount'),
        kind: 'money',
        currency,
        width: 96,
        value: (row) => row.amountMinor
      },
      {
        key: 'times',
        header: t('forecasts.series.oneOffs.times'),
        kind: 'number',
        digits: 1,
        width: 84,
        value: (row) => row.timesMedianRatio
      },
      {
        key: 'share',
        header: t('forecasts.series.oneOffs.share'),
        kind: 'percent',
        width: 80,
        value: (row) => row.shareOfPeriodRatio,
        render: (row) => <Percent ratio={row.shareOfPeriodRatio} digits={0} />
      },
      {
        key: 'closeOn',
        header: t('forecasts.series.oneOffs.closeOn'),
        kind: 'date',
        width: 96,
        value: (row) => row.closeOn
      },
      {
        key: 'state',
        header: t('forecasts.series.oneOffs.state'),
        kind: 'text',
        width: 104,
        value: stateOf,
        render: (row) => (
          <span title={row.decision?.reason}>
            {stateOf(row)}
            {row.decision === null && row.isFound ? (
              <Tag tone="amber">{t('forecasts.series.oneOffs.unusual')}</Tag>
            ) : null}
          </span>
        )
      },
      {
        key: 'action',
        header: t('forecasts.series.oneOffs.action'),
        kind: 'custom',
        width: 84,
        isSortable: false,
        value: () => null,
        render: (row) => (
          <Button size="compact-xs" variant="default" onClick={() => setChosen(row)}>
            {t('forecasts.series.oneOffs.action')}
          </Button>
        )
      },
      {
        key: 'account',
        header: t('forecasts.series.oneOffs.account'),
        kind: 'text',
        width: 140,
        isHiddenAtFirst: true,
        value: (row) => row.accountName,
        missing: t('forecasts.series.oneOffs.noAccount')
      },
      {
        key: 'seller',
        header: t('forecasts.series.oneOffs.seller'),
        kind: 'text',
        width: 130,
        isHiddenAtFirst: true,
        value: (row) => row.sellerName,
        missing: t('forecasts.series.oneOffs.noSeller')
      }
    ]
  }, [t, format, currency])
  if (source !== 'bookings') return <p className="muted">{t('forecasts.series.oneOffs.onlyDeals')}</p>
  if (oneOffs.length === 0) return <p className="muted">{t('forecasts.series.oneOffs.none')}</p>
  const open = oneOffs.filter((deal) => deal.isFound && deal.decision === null).length
  return (
    <>
      <p>
        {rule.fenceMinor === null
          ? t('forecasts.series.oneOffs.tooFew', { count: rule.deals })
          : open > 0
            ? t('forecasts.series.oneOffs.found', { count: open })
            : t('forecasts.series.oneOffs.noneFound')}
      </p>
      <DataTable
        label={t('forecasts.series.parts.oneOffs')}
        layoutName="forecasts.oneOffs"
        columns={columns}
        rows={oneOffs}
        rowKey={(row) => row.opportunityId}
        exportName="large-deals"
        search={false}
        height="auto"
        isCompact
        initialSort={[{ column: 'amount', isDescending: true }]}
        rowTone={(row) => (row.isFound && row.decision === null ? 'amber' : undefined)}
      />
      {rule.fenceMinor === null ? null : (
        <p className="muted small">
          {t('forecasts.series.oneOffs.rule', {
            fence: format.money(rule.fenceMinor, currency, { digits: 0 }),
            count: rule.deals
          })}
        </p>
      )}
      {chosen ? <OneOffDialog deal={chosen} usualMinor={rule.usualMinor} onClose={() => setChosen(undefined)} /> : null}
    </>
  )
}

interface OneOffDialogProps {
  readonly deal: OneOffDeal
  /** The largest amount that isn't unusual; null where that can't be told. */
  readonly usualMinor: number | null
  readonly onClose: () => void
}

const treatments = ['keep', 'clean', 'cap'] as const

function OneOffDialog({ deal, usualMinor, onClose }: OneOffDialogProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const usual = usualMinor !== null && usualMinor < deal.amountMinor ? usualMinor : null
  const [treatment, setTreatment] = useState<OneOffTreatment>(deal.decision?.treatment ?? 'clean')
  const [capMinor, setCapMinor] = useState<number | null>(deal.decision?.capMinor ?? usual)
  const [reason, setReason] = useState(deal.decision?.reason ?? '')
  const [problem, setProblem] = useState<string>()
  const decide = useCommand('forecasts.decideOneOff', { silent: true })
  const forget = useCommand('forecasts.forgetOneOff', { silent: true })
  const isCapWrong = treatment === 'cap' && (capMinor === null || capMinor < 0 || capMinor >= deal.amountMinor)
  const isWrong = isCapWrong || reason.trim() === ''
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isWrong) return
    const effect = treatment === 'cap' ? ({ treatment, capMinor: capMinor ?? 0 } as const) : ({ treatment } as const)
    const reply = await decide.run({ opportunityId: deal.opportunityId, effect, reason: reason.trim() })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  const takeBack = async () => {
    const reply = await forget.run({ opportunityId: deal.opportunityId })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  const name = deal.name ?? deal.accountName ?? deal.externalId ?? ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('forecasts.series.oneOffs.dialog', { amount: format.money(deal.amountMinor, currency, { digits: 0 }) })}${name === '' ? '' : `, ${name}`}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <Radio.Group
            label={t('forecasts.series.oneOffs.what')}
            value={treatment}
            onChange={(value) => setTreatment(treatments.find((each) => each === value) ?? 'keep')}
          >
            <Stack gap={6} mt={4}>
              {treatments.map((each) => (
                <Radio key={each} value={each} label={t(`forecasts.series.oneOffs.choices.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {treatment === 'cap' ? (
            <MoneyField
              label={t('forecasts.series.oneOffs.cap')}
              currency={currency}
              value={capMinor}
              help={
                usual === null
                  ? undefined
                  : t('forecasts.series.oneOffs.capHelp', { amount: format.money(usual, currency, { digits: 0 }) })
              }
              error={isCapWrong ? t('forecasts.series.oneOffs.capMissing') : undefined}
              onChange={setCapMinor}
            />
          ) : null}
          <Textarea
            label={t('forecasts.series.reason')}
            description={t('forecasts.series.reasonHelp')}
            data-autofocus
            required
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problem}
          />
          <Group justify="space-between" gap={8}>
            {deal.decision === null ? (
              <span />
            ) : (
              <Button variant="subtle" loading={forget.isBusy} onClick={() => void takeBack()}>
                {t('forecasts.series.oneOffs.forget')}
              </Button>
            )}
            <Group gap={8}>
              <Button variant="default" onClick={onClose}>
                {t('ui.cancel')}
              </Button>
              <Button type="submit" variant="filled" disabled={isWrong} loading={decide.isBusy}>
                {t('forecasts.series.oneOffs.decide')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
