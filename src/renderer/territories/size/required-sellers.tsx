// How many sellers a target asks for: target over (quota x attainment), with the scenario's own quotas to begin with where there are any.
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow, MoneyField, PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { findRequiredSellers } from '#shared/territories/sizing/required-capacity.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface RequiredSellersProps {
  readonly scenarioId: ScenarioId
  readonly currency: CurrencyCode
}

/** Undefined: not typed, the scenario's own stands; null: emptied. */
type Typed = number | null | undefined

export function RequiredSellers({ scenarioId, currency }: RequiredSellersProps) {
  const { t } = useText()
  const format = useFormat()
  const sheet = useQuery('quotas.getSheet', { scenarioId, grain: 'quarter' }).value
  const full = (sheet?.currency === currency ? sheet.rows : []).flatMap((row) =>
    row.activeMonths === 12 && row.yearMinor !== null && row.yearMinor > 0 ? row.yearMinor : []
  )
  const [typedTarget, setTarget] = useState<Typed>()
  const [typedQuota, setQuota] = useState<Typed>()
  const [attainmentRatio, setAttainment] = useState<number | null>(null)
  const ownTarget =
    sheet && sheet.currency === currency
      ? (sheet.check?.targetMinor ?? (sheet.yearMinor > 0 ? sheet.yearMinor : null))
      : null
  const ownQuota = full.length === 0 ? null : Math.round(full.reduce((sum, each) => sum + each, 0) / full.length)
  const targetMinor = typedTarget === undefined ? ownTarget : typedTarget
  const quotaMinor = typedQuota === undefined ? ownQuota : typedQuota
  const sellers =
    targetMinor === null || quotaMinor === null || attainmentRatio === null
      ? null
      : findRequiredSellers({ targetMinor, quotaMinor, attainmentRatio })
  return (
    <Section title={t('territories.size.required')} subtitle={t('territories.size.requiredHelp')}>
      <div className="size-required">
        <FieldRow>
          <MoneyField
            label={t('territories.size.target')}
            value={targetMinor}
            currency={currency}
            onChange={setTarget}
          />
          <MoneyField label={t('territories.size.quota')} value={quotaMinor} currency={currency} onChange={setQuota} />
          <PercentField
            label={t('territories.size.attainment')}
            placeholder={t('territories.size.attainmentExample')}
            value={attainmentRatio}
            onChange={setAttainment}
          />
        </FieldRow>
        <p className="size-answer" aria-live="polite">
          {sellers === null || targetMinor === null || quotaMinor === null ? (
            <>
              <Missing reason={t('territories.size.requiredMissing')} />{' '}
              <span className="muted">{t('territories.size.requiredMissing')}</span>
            </>
          ) : (
            <>
              <Why title={t('territories.size.required')} of={<strong>{format.number(sellers, 1)}</strong>}>
                <WhySteps
                  steps={[
                    {
                      key: 'target',
                      label: t('territories.size.target'),
                      note: typedTarget === undefined ? t('territories.size.ownTarget') : undefined,
                      value: format.money(targetMinor, currency)
                    },
                    {
                      key: 'quota',
                      label: t('territories.size.quota'),
                      note:
                        typedQuota === undefined ? t('territories.size.ownQuota', { count: full.length }) : undefined,
                      value: format.money(quotaMinor, currency)
                    },
                    {
                      key: 'attainment',
                      label: t('territories.size.attainment'),
                      value: format.percent(attainmentRatio ?? 0)
                    },
                    {
                      key: 'result',
                      label: t('territories.size.requiredFormula'),
                      value: format.number(sellers, 2),
                      isResult: true
                    }
                  ]}
                />
                <WhyNote>{t('territories.size.requiredNote')}</WhyNote>
              </Why>{' '}
              {t('territories.size.requiredSellers')}
            </>
          )}
        </p>
      </div>
    </Section>
  )
}
