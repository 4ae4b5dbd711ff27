// Writes down what somebody calls for a period: whose sales, commit, best case or call, the amount, and when it was said.
import { Button, Group, Modal, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { DateField, MoneyField } from '#renderer/ui/fields.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { ArgsOf } from '#shared/contract/index.ts'
import type { CallCategory } from '#shared/forecasts/pipeline-view-types.ts'
import type { SellerRow, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, fiscalYearOf, type Period, periodOf, periodsOfYear } from '#shared/units/period.ts'
import { usePipelineWords } from './use-pipeline-words.ts'

const categories: readonly CallCategory[] = ['commit', 'bestCase', 'call']

interface CallDialogProps {
  readonly currency: CurrencyCode
  readonly onClose: () => void
}

export function CallDialog({ currency, onClose }: CallDialogProps) {
  const { t } = useText()
  const teams = useQuery('people.listTeams', {}).value
  const sellers = useQuery('people.listSellers', {}).value
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forecasts.pipeline.calls.add')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {!teams || !sellers ? (
        <Skeleton kind="text" rows={5} />
      ) : sellers.length === 0 ? (
        <p>{t('forecasts.pipeline.calls.nobody')}</p>
      ) : (
        <CallForm currency={currency} teams={teams} sellers={sellers} onClose={onClose} />
      )}
    </Modal>
  )
}

/** Quarters and months of the running fiscal year and of those beside it: calls of last year teach, and next year is planned. */
function listPeriods(
  asOf: IsoDate,
  calendar: FiscalCalendar
): { quarters: readonly Period[]; months: readonly Period[] } {
  const year = fiscalYearOf(asOf, calendar)
  const of = (grain: 'quarter' | 'month') =>
    [year - 1, year, year + 1].flatMap((each) => periodsOfYear(each, grain, calendar))
  return { quarters: of('quarter'), months: of('month') }
}

interface CallFormProps extends CallDialogProps {
  readonly teams: readonly TeamRow[]
  readonly sellers: readonly SellerRow[]
}

function CallForm({ currency, teams, sellers, onClose }: CallFormProps) {
  const { t, tError } = useText()
  const { asOf, settings } = useSession()
  const words = usePipelineWords(currency)
  const [periodKey, setPeriod] = useState<string>(periodOf(asOf, 'quarter', settings.calendar).key)
  const [by, setBy] = useState<string | null>(null)
  const [whose, setWhose] = useState('company')
  const [category, setCategory] = useState<CallCategory>('commit')
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [madeOn, setMadeOn] = useState<IsoDate | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const record = useCommand('forecasts.recordCall', { silent: true })
  const periods = useMemo(() => listPeriods(asOf, settings.calendar), [asOf, settings.calendar])
  const person = sellers.find((seller) => String(seller.id) === by)
  const cutOf = (key: string): ArgsOf<'forecasts.recordCall'>['cut'] => {
    const team = teams.find(({ id }) => key === `team:${id}`)
    if (team) return { kind: 'team', teamId: team.id }
    const seller = sellers.find(({ id }) => key === `seller:${id}`)
    return seller ? { kind: 'seller', sellerId: seller.id } : { kind: 'company' }
  }
  const isReady = person !== undefined && amountMinor !== null && amountMinor >= 0
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const reply = await record.run({
      periodKey,
      cut: cutOf(whose),
      bySellerId: person.id,
      category,
      amountMinor,
      ...(madeOn === null ? {} : { madeOn }),
      note
    })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  const options = (list: readonly Period[]) => list.map(({ key }) => ({ value: key, label: words.period(key) }))
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap={12}>
        <Select
          label={t('forecasts.pipeline.calls.by')}
          data-autofocus
          searchable
          value={by}
          data={sellers.map((seller) => ({ value: String(seller.id), label: seller.name }))}
          onChange={(value) => {
            setBy(value)
            const leads = teams.find((team) => String(team.managerId) === value)
            // Who leads a team calls for the team, a seller for oneself.
            if (value !== null) setWhose(leads ? `team:${leads.id}` : `seller:${value}`)
          }}
        />
        <Select
          label={t('forecasts.pipeline.calls.whose')}
          searchable
          allowDeselect={false}
          value={whose}
          data={[
            { value: 'company', label: t('forecasts.pipeline.calls.company') },
            {
              group: t('forecasts.pipeline.calls.teams'),
              items: teams.map((team) => ({ value: `team:${team.id}`, label: team.path.join(' / ') }))
            },
            {
              group: t('forecasts.pipeline.calls.sellers'),
              items: sellers.map((seller) => ({ value: `seller:${seller.id}`, label: seller.name }))
            }
          ]}
          onChange={(value) => setWhose(value ?? 'company')}
        />
        <Select
          label={t('forecasts.pipeline.calls.period')}
          searchable
          allowDeselect={false}
          value={periodKey}
          data={[
            { group: t('forecasts.pipeline.grains.quarter'), items: options(periods.quarters) },
            { group: t('forecasts.pipeline.grains.month'), items: options(periods.months) }
          ]}
          onChange={(value) => setPeriod(value ?? periodKey)}
        />
        <div>
          <SegmentedControl
            aria-label={t('forecasts.pipeline.calls.category')}
            value={category}
            data={categories.map((value) => ({ value, label: t(`forecasts.pipeline.calls.categories.${value}`) }))}
            onChange={(value) => setCategory(categories.find((each) => each === value) ?? 'commit')}
          />
          <p className="muted small">{t(`forecasts.pipeline.calls.categoryHelp.${category}`)}</p>
        </div>
        <MoneyField
          label={t('forecasts.pipeline.calls.amount')}
          currency={currency}
          value={amountMinor}
          error={problem}
          onChange={(value) => {
            setProblem(undefined)
            setAmount(value)
          }}
        />
        <DateField
          label={t('forecasts.pipeline.calls.madeOn')}
          help={t('forecasts.pipeline.calls.madeOnHelp')}
          value={madeOn}
          onChange={setMadeOn}
        />
        <Textarea
          label={t('forecasts.pipeline.calls.note')}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={record.isBusy}>
            {t('forecasts.pipeline.calls.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
