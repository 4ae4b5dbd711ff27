// The window into which totals or values of a driver are pasted: what was read and what can't be is said before anything is written.
import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { PasteProblem } from '#shared/forecasts/series-types.ts'
import type { ForecastGrain } from '#shared/forecasts/types.ts'
import { type PastedValue, readPastedValues } from './series-paste.ts'
import './series.css'

export type PasteMode = 'add' | 'replace'

interface SeriesPasteDialogProps {
  readonly what: 'totals' | 'drivers'
  readonly grain: ForecastGrain
  /** Finds what is wrong with a value once it is read; undefined: nothing. */
  readonly check: (value: PastedValue, name: string) => PasteProblem['problem'] | undefined
  /** Saves; gives back what went wrong, in words. */
  readonly onSave: (values: readonly PastedValue[], mode: PasteMode, name: string) => Promise<string | undefined>
  readonly onClose: () => void
}

export function SeriesPasteDialog({ what, grain, check, onSave, onClose }: SeriesPasteDialogProps) {
  const { t } = useText()
  const format = useFormat()
  const { calendar, currency } = useSession().settings
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [mode, setMode] = useState<PasteMode>('add')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const decimalSign = format.decimalSign === ',' ? ',' : '.'
  const read = readPastedValues(text, { calendar, grain, decimalSign })
  const problems = [
    ...read.problems,
    ...read.values.flatMap((value): PasteProblem[] => {
      const problem = check(value, name.trim())
      return problem === undefined ? [] : [{ line: value.line, text: value.name || String(value.value), problem }]
    })
  ].toSorted((a, b) => a.line - b.line)
  const save = async () => {
    setBusy(true)
    const wrong = await onSave(read.values, mode, name.trim())
    setBusy(false)
    if (wrong === undefined) onClose()
    else setFailure(wrong)
  }
  const starts = read.values.map((value) => value.startsOn).toSorted()
  const ends = read.values.map((value) => value.endsOn).toSorted()
  const [from, to] = [starts[0], ends.at(-1)]
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`forecasts.series.${what}.paste`)}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap={12}>
        {what === 'drivers' ? (
          <TextInput
            label={t('forecasts.series.paste.driverName')}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        ) : null}
        <Textarea
          label={t(`forecasts.series.paste.${what}`)}
          description={
            what === 'totals'
              ? t('forecasts.series.paste.totalsHelp', { currency })
              : t('forecasts.series.paste.driversHelp')
          }
          data-autofocus
          rows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={failure}
        />
        <div>
          <p className="muted small" id="series-paste-mode">
            {t('forecasts.series.paste.mode')}
          </p>
          <SegmentedControl
            aria-labelledby="series-paste-mode"
            value={mode}
            data={(['add', 'replace'] as const).map((value) => ({
              value,
              label: t(`forecasts.series.paste.modes.${value}`)
            }))}
            onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
          />
        </div>
        {from !== undefined && to !== undefined ? (
          <p>
            {t('forecasts.series.paste.read', {
              count: read.values.length,
              from: format.date(from),
              to: format.date(to)
            })}
          </p>
        ) : null}
        <PasteProblems problems={problems} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            disabled={read.values.length === 0 || problems.length > 0}
            loading={isBusy}
            onClick={() => void save()}
          >
            {t('forecasts.series.paste.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const shown = 8

function PasteProblems({ problems }: { readonly problems: readonly PasteProblem[] }) {
  const { t } = useText()
  if (problems.length === 0) return null
  const what = ({ problem, text }: PasteProblem): string =>
    problem === 'day' || problem === 'value' ? text : t(`forecasts.series.paste.problems.${problem}`, { text })
  return (
    <ul className="series-problems" aria-live="polite">
      {problems.slice(0, shown).map((each) => (
        <li key={`${each.line} ${each.problem}`}>
          {t('forecasts.series.paste.line', { line: each.line, what: what(each) })}
        </li>
      ))}
      {problems.length > shown ? <li>{t('forecasts.series.paste.more', { count: problems.length - shown })}</li> : null}
    </ul>
  )
}
