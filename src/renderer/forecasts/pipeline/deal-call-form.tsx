// What a person calls of a deal over what the CRM says: category, chance, close date, amount and a note, saved as one step.
import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, MoneyField, PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { DealCall, PipelineDealDetail } from '#shared/forecasts/pipeline-view-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { dealCategories } from './deal-columns.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

type Draft = Pick<DealCall, 'category' | 'chanceRatio' | 'closeOn' | 'amountMinor' | 'note'>

const nothing: Draft = { category: null, chanceRatio: null, closeOn: null, amountMinor: null, note: '' }

interface DealCallFormProps {
  readonly detail: PipelineDealDetail
  readonly currency: CurrencyCode
}

export function DealCallForm({ detail, currency }: DealCallFormProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(currency)
  const save = useCommand('forecasts.callDeals')
  const { call } = detail.row
  const said: Draft = call === null ? nothing : pick(call)
  const [draft, setDraft] = useState<Draft>(said)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(said)
  const { recorded } = detail
  const crmSays = (value: string | null) =>
    value === null ? t('forecasts.pipeline.detail.crmNothing') : t('forecasts.pipeline.detail.crmSays', { value })
  return (
    <Section title={t('forecasts.pipeline.detail.call')} subtitle={t('forecasts.pipeline.detail.callHelp')}>
      <form
        className="pipeline-fields"
        onSubmit={(event) => {
          event.preventDefault()
          if (isChanged) void save.run({ calls: [{ dealId: detail.row.id, ...draft }] })
        }}
      >
        <Select
          label={t('forecasts.pipeline.detail.category')}
          description={crmSays(
            recorded.category === null
              ? recorded.categoryWord === null
                ? null
                : t('forecasts.pipeline.detail.unknownWord', { word: recorded.categoryWord })
              : words.category(recorded.category)
          )}
          placeholder={t('forecasts.pipeline.detail.noCategory')}
          clearable
          value={draft.category}
          data={dealCategories.map((value) => ({ value, label: words.category(value) }))}
          onChange={(value) => change({ category: dealCategories.find((each) => each === value) ?? null })}
        />
        <PercentField
          label={t('forecasts.pipeline.detail.chance')}
          value={draft.chanceRatio}
          error={
            draft.chanceRatio !== null && (draft.chanceRatio < 0 || draft.chanceRatio > 1)
              ? t('forecasts.pipeline.detail.outOfRange', { min: format.percent(0), max: format.percent(1) })
              : undefined
          }
          onChange={(chanceRatio) => change({ chanceRatio })}
        />
        <DateField
          label={t('forecasts.pipeline.detail.close')}
          help={crmSays(recorded.closeOn === null ? null : format.date(recorded.closeOn))}
          value={draft.closeOn}
          onChange={(closeOn) => change({ closeOn })}
        />
        <MoneyField
          label={t('forecasts.pipeline.detail.amount')}
          help={crmSays(recorded.amountMinor === null ? null : words.money(recorded.amountMinor))}
          currency={currency}
          value={draft.amountMinor}
          onChange={(amountMinor) => change({ amountMinor })}
        />
        <Textarea
          label={t('forecasts.pipeline.detail.note')}
          rows={2}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <div className="pipeline-buttons">
          <Button type="submit" variant="filled" disabled={!isChanged || !isSound(draft)} loading={save.isBusy}>
            {t('forecasts.pipeline.detail.save')}
          </Button>
          {call === null || JSON.stringify(said) === JSON.stringify(nothing) ? null : (
            <Button variant="subtle" onClick={() => void save.run({ calls: [{ dealId: detail.row.id, ...nothing }] })}>
              {t('forecasts.pipeline.deals.takeBack')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}

const isSound = ({ chanceRatio }: Draft): boolean => chanceRatio === null || (chanceRatio >= 0 && chanceRatio <= 1)

const pick = ({ category, chanceRatio, closeOn, amountMinor, note }: DealCall): Draft => ({
  category,
  chanceRatio,
  closeOn,
  amountMinor,
  note
})
