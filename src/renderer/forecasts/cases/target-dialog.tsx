// Hands a case over as the target of quotas: at which of its numbers, and with what on top.
import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { targetOfCase } from '#shared/forecasts/case-target.ts'
import { findPlanPercentile } from '#shared/forecasts/cases/index.ts'
import type { CaseView } from './case-view.ts'
import { useCaseWords } from './use-case-words.ts'

const offered = [10, 25, 50, 75, 90] as const

export function TargetDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { base, chosen, outcome, settings } = view
  const { t } = useText()
  const format = useFormat()
  const { asOf, go } = useSession()
  const words = useCaseWords(base.currency)
  const keep = useCommand('forecasts.keepCase')
  const percentiles = outcome.percentilesMinor
  const advice = percentiles && settings.costOfError ? findPlanPercentile(percentiles, settings.costOfError) : null
  const advised = advice === null ? null : Math.min(99, Math.max(1, Math.round(advice.criticalRatio * 100)))
  const [percentile, setPercentile] = useState<number | null>(advised)
  const [stretchRatio, setStretch] = useState(0)
  const target = targetOfCase(base, outcome, percentile, stretchRatio)
  const choices = [
    { value: 'middle', label: t('forecasts.cases.target.middle') },
    ...(percentiles === null
      ? []
      : [...new Set([...offered, ...(advised === null ? [] : [advised])])]
          .sort((one, other) => one - other)
          .map((each) => ({
            value: String(each),
            label: t(each === advised ? 'forecasts.cases.target.advised' : 'forecasts.cases.target.percentile', {
              percentile: String(each)
            })
          })))
  ]
  const use = async () => {
    const reply = await keep.run({ caseId: chosen.id, dataAsOf: asOf, percentile, stretchRatio })
    if (!reply.ok) return
    onClose()
    go('quotas', { allocate: 'yes' })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forecasts.cases.target.title', { name: chosen.name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <div className="cases-fields">
        <Select
          label={t('forecasts.cases.target.which')}
          allowDeselect={false}
          value={percentile === null ? 'middle' : String(percentile)}
          onChange={(value) => setPercentile(value === null || value === 'middle' ? null : Number(value))}
          data={choices}
        />
        <PercentField
          label={t('forecasts.cases.target.stretch')}
          value={stretchRatio}
          onChange={(ratio) => setStretch(Math.min(10, Math.max(-0.9, ratio ?? 0)))}
        />
        <p>
          {target === null
            ? t('forecasts.cases.list.noRange')
            : t('forecasts.cases.target.comesTo', {
                target: words.money(target.targetMinor),
                year: words.period(`FY${base.fiscalYear}`),
                case: words.money(target.yearMinor),
                stretch: format.signedPercent(stretchRatio, 1)
              })}
        </p>
        <p className="muted small">{t('forecasts.cases.target.hint')}</p>
        <Button variant="filled" onClick={() => void use()} loading={keep.isBusy} disabled={target === null}>
          {t('forecasts.cases.target.use')}
        </Button>
      </div>
    </Modal>
  )
}
