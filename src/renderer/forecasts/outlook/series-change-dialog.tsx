// Notes a changed definition, or changes one: from which day, what becomes of the values before, for whose sales, and why.
import { Button, Group, Modal, Radio, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { parseTypedNumber } from '#renderer/ui/parse-typed.ts'
import { levelsAround } from '#shared/forecasts/series/breaks.ts'
import type { ChangeTreatment, LevelsAround, SeriesChange } from '#shared/forecasts/series-types.ts'
import type { AskedCut, SalesSeries } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useCutGroups } from './series-cuts.ts'

/** A new one with what it begins with, or one that is there. */
export type ChangeStart =
  | SeriesChange
  | { readonly changedOn: IsoDate | null; readonly treatment: ChangeTreatment; readonly factorRatio: number | null }

interface ChangeDialogProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  /** What the means before and after a new change are of. */
  readonly series: SalesSeries | undefined
  readonly start: ChangeStart
  readonly onClose: () => void
}

const treatments = ['rescale', 'leaveOut', 'mark'] as const

export function ChangeDialog({ scenarioId, cut, series, start, onClose }: ChangeDialogProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { labelOf } = useCutGroups(scenarioId)
  const there = 'id' in start ? start : undefined
  const own: AskedCut = there?.cut ?? cut
  const [changedOn, setChangedOn] = useState<IsoDate | null>(start.changedOn)
  const [treatment, setTreatment] = useState<ChangeTreatment>(start.treatment)
  const [factorText, setFactorText] = useState(start.factorRatio === null ? '' : format.number(start.factorRatio, 3))
  const [isCompany, setCompany] = useState(own.kind === 'company')
  const [reason, setReason] = useState(there?.reason ?? '')
  const [problem, setProblem] = useState<string>()
  const add = useCommand('forecasts.addSeriesChange', { silent: true })
  const update = useCommand('forecasts.updateSeriesChange', { silent: true })
  // The proposed factor is used in full as long as nobody types another.
  const typed = parseTypedNumber(factorText, format.decimalSign)
  const isUntouched = start.factorRatio !== null && factorText === format.number(start.factorRatio, 3)
  const factorRatio = isUntouched ? (start.factorRatio ?? undefined) : typed
  const isFactorWrong =
    treatment === 'rescale' && (factorRatio === undefined || factorRatio <= 0 || factorRatio > 10_000)
  const isWrong = changedOn === null || isFactorWrong || reason.trim() === ''
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isWrong || changedOn === null) return
    const effect =
      treatment === 'rescale' ? ({ treatment, factorRatio: factorRatio ?? 1 } as const) : ({ treatment } as const)
    const whose: AskedCut = isCompany ? { kind: 'company' } : own.kind === 'company' ? cut : own
    const fields = { scenarioId, cut: whose, changedOn, effect, reason: reason.trim() }
    const reply = there ? await update.run({ ...fields, changeId: there.id }) : await add.run(fields)
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  const other = own.kind === 'company' ? cut : own
  // The series knows changes that are there already: a ratio of what they left would be another.
  const levels = there || !series || changedOn === null ? null : levelsAround(series, changedOn)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(there ? 'forecasts.series.changes.editTitle' : 'forecasts.series.changes.addTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap={12}>
          <DateField label={t('forecasts.series.changes.on')} value={changedOn} onChange={setChangedOn} />
          <Radio.Group
            label={t('forecasts.series.changes.what')}
            value={treatment}
            onChange={(value) => setTreatment(treatments.find((each) => each === value) ?? 'mark')}
          >
            <Stack gap={6} mt={4}>
              {treatments.map((each) => (
                <Radio key={each} value={each} label={t(`forecasts.series.changes.choices.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {treatment === 'rescale' ? (
            <TextInput
              label={t('forecasts.series.changes.factor')}
              description={t('forecasts.series.changes.factorHelp')}
              inputMode="decimal"
              value={factorText}
              error={isFactorWrong && factorText !== '' ? t('forecasts.series.changes.factorWrong') : undefined}
              onChange={(event) => setFactorText(event.currentTarget.value)}
            />
          ) : null}
          {treatment === 'rescale' && series && levels ? (
            <Levels
              levels={levels}
              currency={series.currency}
              onTake={(ratio) => setFactorText(format.number(ratio, 3))}
            />
          ) : null}
          {other.kind === 'company' ? null : (
            <SegmentedControl
              aria-label={t('forecasts.series.changes.forWhom')}
              value={isCompany ? 'company' : 'cut'}
              data={[
                { value: 'cut', label: labelOf(other) },
                { value: 'company', label: t('forecasts.series.changes.forCompany') }
              ]}
              onChange={(value) => setCompany(value === 'company')}
            />
          )}
          <Textarea
            label={t('forecasts.series.reason')}
            description={t('forecasts.series.reasonHelp')}
            required
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problem}
          />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" variant="filled" disabled={isWrong} loading={add.isBusy || update.isBusy}>
              {t('forecasts.series.changes.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface LevelsProps {
  readonly levels: LevelsAround
  readonly currency: CurrencyCode
  readonly onTake: (ratio: number) => void
}

/** What was sold before the day and after it, and the ratio that a factor may start from. */
function Levels({ levels, currency, onTake }: LevelsProps) {
  const { t } = useText()
  const format = useFormat()
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const { factorRatio } = levels
  return (
    <div className="series-found">
      <p className="small">
        {t('forecasts.series.changes.levels', {
          before: money(levels.beforeMinor),
          after: money(levels.afterMinor),
          beforeCount: levels.beforeCount,
          afterCount: levels.afterCount
        })}{' '}
        {t(levels.isOfWholeYears ? 'forecasts.series.changes.wholeYears' : 'forecasts.series.changes.parts')}
      </p>
      {factorRatio === null ? null : (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => onTake(factorRatio)}>
            {t('forecasts.series.changes.take', { factor: format.number(factorRatio, 3) })}
          </Button>
        </div>
      )}
    </div>
  )
}
