// Numbers that sales may follow: working days, people who sell, and those pasted; with the days off, and what isn't known ahead.
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { Driver, SeriesDetail } from '#shared/forecasts/series-types.ts'
import type { ForecastGrain } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { readPastedDays } from './series-paste.ts'
import { SeriesPasteDialog } from './series-paste-dialog.tsx'
import { useForecastWords } from './use-words.ts'

interface SeriesDriversProps {
  readonly scenarioId: ScenarioId
  readonly grain: ForecastGrain
  readonly detail: SeriesDetail
  readonly isLocked: boolean
}

interface DriverRow {
  key: string
  isAhead: boolean
  values: Readonly<Record<string, number | null>>
}

const isOwnName = (id: string): id is 'workingDays' | 'headcount' => id === 'workingDays' || id === 'headcount'

export function SeriesDrivers({ scenarioId, grain, detail, isLocked }: SeriesDriversProps) {
  const { t, tError } = useText()
  const words = useForecastWords()
  const [opened, setOpened] = useState<'paste' | 'daysOff'>()
  const settings = useQuery('forecasts.getSettings', { scenarioId }).value
  const put = useCommand('forecasts.putDriverValues', { silent: true })
  const remove = useCommand('forecasts.removeDriver')
  const { drivers, driverPeriods } = detail
  const nameOf = (driver: Driver): string =>
    driver.isOwn && isOwnName(driver.id) ? t(`forecasts.series.drivers.names.${driver.id}`) : driver.id
  const rows = useMemo((): DriverRow[] => {
    const row = (key: string, isAhead: boolean, at: number): DriverRow => ({
      key,
      isAhead,
      values: Object.fromEntries(
        drivers.map((driver) => [driver.id, (isAhead ? driver.future : driver.past)[at] ?? null])
      )
    })
    return [
      ...driverPeriods.past.map((key, at) => row(key, false, at)),
      ...driverPeriods.future.map((key, at) => row(key, true, at))
    ].toReversed()
  }, [drivers, driverPeriods])
  const columns = useMemo(
    (): Column<DriverRow>[] => [
      {
        key: 'period',
        header: t('forecasts.series.drivers.period'),
        kind: 'text',
        width: 150,
        value: (row) => words.period(row.key),
        render: (row) => (
          <>
            {words.period(row.key)} {row.isAhead ? <Tag>{t('forecasts.series.drivers.ahead')}</Tag> : null}
          </>
        )
      },
      ...drivers.map(
        (driver): Column<DriverRow> => ({
          key: driver.id,
          header: driver.isOwn && isOwnName(driver.id) ? t(`forecasts.series.drivers.names.${driver.id}`) : driver.id,
          kind: 'number',
          width: 140,
          digits: driver.id === 'workingDays' ? 0 : 1,
          value: (row) => row.values[driver.id] ?? null,
          missing: t('forecasts.series.drivers.missing'),
          ...(driver.isOwn && isOwnName(driver.id) ? { hint: t(`forecasts.series.drivers.hints.${driver.id}`) } : {})
        })
      )
    ],
    [t, words, drivers]
  )
  return (
    <>
      <p className="muted">{t('forecasts.series.drivers.explain')}</p>
      {drivers
        .filter((driver) => driver.missingFuture > 0)
        .map((driver) => (
          <p key={driver.id}>
            {t('forecasts.series.drivers.missingFuture', { name: nameOf(driver), count: driver.missingFuture })}
          </p>
        ))}
      <DataTable
        label={t('forecasts.series.drivers.table')}
        layoutName="forecasts.drivers"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        exportName="drivers"
        search={false}
        height={260}
        isCompact
      />
      <Group gap={8}>
        <Button
          variant="default"
          size="xs"
          disabled={isLocked || settings === undefined}
          onClick={() => setOpened('daysOff')}
        >
          {t('forecasts.series.drivers.daysOff', { count: settings?.holidays.length ?? 0 })}
        </Button>
        <Button variant="default" size="xs" onClick={() => setOpened('paste')}>
          {t('forecasts.series.drivers.paste')}
        </Button>
        {drivers
          .filter((driver) => !driver.isOwn)
          .map((driver) => (
            <Button
              key={driver.id}
              variant="subtle"
              size="xs"
              loading={remove.isBusy}
              onClick={() => void remove.run({ driver: driver.id })}
            >
              {t('forecasts.series.drivers.remove', { name: driver.id })}
            </Button>
          ))}
      </Group>
      {opened === 'paste' ? (
        <SeriesPasteDialog
          what="drivers"
          grain={grain}
          check={(value, name) => ((value.name || name) === '' ? 'driver' : undefined)}
          onSave={async (values, mode, name) => {
            const reply = await put.run({
              mode,
              values: values.map((each) => ({
                driver: each.name || name,
                startsOn: each.startsOn,
                value: each.value
              }))
            })
            return reply.ok ? undefined : tError(reply.error)
          }}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
      {opened === 'daysOff' && settings !== undefined ? (
        <DaysOffDialog scenarioId={scenarioId} days={settings.holidays} onClose={() => setOpened(undefined)} />
      ) : null}
    </>
  )
}

interface DaysOffDialogProps {
  readonly scenarioId: ScenarioId
  readonly days: readonly IsoDate[]
  readonly onClose: () => void
}

function DaysOffDialog({ scenarioId, days, onClose }: DaysOffDialogProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [text, setText] = useState(days.map((day) => format.date(day)).join('\n'))
  const [failure, setFailure] = useState<string>()
  const change = useCommand('forecasts.changeSettings', { silent: true })
  // Untouched days are kept as they are, whatever way the language writes them.
  const isUntouched = text === days.map((day) => format.date(day)).join('\n')
  const read = isUntouched ? { days: [...days], problems: [] } : readPastedDays(text)
  const save = async () => {
    const reply = await change.run({ scenarioId, change: { holidays: read.days } })
    if (reply.ok) onClose()
    else setFailure(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forecasts.series.daysOff.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap={12}>
        <Textarea
          aria-label={t('forecasts.series.daysOff.title')}
          description={t('forecasts.series.daysOff.help')}
          data-autofocus
          rows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={failure}
        />
        {read.problems.length > 0 ? (
          <ul className="series-problems" aria-live="polite">
            {read.problems.slice(0, 5).map((each) => (
              <li key={each.line}>{t('forecasts.series.daysOff.wrong', { line: each.line, text: each.text })}</li>
            ))}
          </ul>
        ) : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            disabled={read.problems.length > 0}
            loading={change.isBusy}
            onClick={() => void save()}
          >
            {t('forecasts.series.daysOff.save', { count: read.days.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
