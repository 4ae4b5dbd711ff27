// Exchange rates pasted as lines of cells: what each line is and does is shown before anything is written, and all of them are one step.
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { RateRow } from '#shared/crm/types.ts'
import { type PastedLine, type PastedRate, readPastedRates } from './read-pasted-rates.ts'
import './crm.css'

/** Takes what is pasted beside fields while the rates are in view; a single column goes into the table's cells as everywhere. */
export function useRatesPaste(onText: (text: string) => void): void {
  const take = useRef(onText)
  take.current = onText
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target } = event
      if (event.defaultPrevented) return
      if (target instanceof Element && target.closest('input, textarea, [contenteditable], [role="dialog"]')) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!text.split(/\r?\n/).some((line) => line.split(line.includes('\t') ? '\t' : ';').length >= 3)) return
      event.preventDefault()
      event.stopPropagation()
      take.current(text)
    }
    // Before the table and the page, which would take the cells for values of rows or for a file.
    document.addEventListener('paste', onPaste, true)
    return () => document.removeEventListener('paste', onPaste, true)
  }, [])
}

export interface PasteRatesProps {
  readonly initialText: string
  readonly known: readonly RateRow[]
  readonly onClose: () => void
}

export function PasteRates({ initialText, known, onClose }: PasteRatesProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency: home } = useSession().settings
  const set = useCommand('crm.setRates', { silent: false })
  const [text, setText] = useState(initialText)
  const [problem, setProblem] = useState<string>()
  const lines = readPastedRates(text, { home, decimalSign: format.decimalSign, known })
  const wrong = lines.filter((line) => 'problem' in line)
  const rates = lines.flatMap((line): PastedRate[] => ('rate' in line && line.effect !== 'same' ? [line.rate] : []))
  const save = async () => {
    const reply = await set.run({ rates })
    if (reply.ok) onClose()
    else setProblem(tError(reply.error))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('crm.rates.paste.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Textarea
        label={t('crm.rates.paste.cells')}
        description={t('crm.rates.paste.help', { currency: home })}
        data-autofocus
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem}
      />
      {lines.length > 0 ? <PastedLines lines={lines} /> : null}
      {wrong.length > 0 ? <p className="crm-waiting">{t('crm.rates.paste.wrong', { count: wrong.length })}</p> : null}
      {lines.length > 0 && wrong.length === 0 && rates.length === 0 ? <p>{t('crm.rates.paste.nothingNew')}</p> : null}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          variant="filled"
          disabled={rates.length === 0 || wrong.length > 0}
          loading={set.isBusy}
          onClick={() => void save()}
        >
          {t('crm.rates.paste.save', { count: rates.length })}
        </Button>
      </Group>
    </Modal>
  )
}

const shown = 100

/** Lines that can't be taken come first. */
function PastedLines({ lines }: { readonly lines: readonly PastedLine[] }) {
  const { t } = useText()
  const format = useFormat()
  const ordered = [...lines.filter((line) => 'problem' in line), ...lines.filter((line) => 'rate' in line)]
  const written = (rate: string): string => rate.replace('.', format.decimalSign)
  return (
    <div className="crm-pasted">
      <ul aria-label={t('crm.rates.paste.lines')}>
        {ordered.slice(0, shown).map((line) =>
          'problem' in line ? (
            <li key={line.line} className="crm-waiting">
              {t('crm.rates.paste.line', { line: line.line })}{' '}
              {t(`crm.rates.paste.problems.${line.problem}`, { what: line.what })}
            </li>
          ) : (
            <li key={line.line}>
              {t('crm.rates.paste.reads', {
                from: line.rate.from,
                to: line.rate.to,
                day: format.date(line.rate.validOn),
                rate: written(line.rate.rate)
              })}{' '}
              <span className="muted">
                {t(`crm.rates.paste.effects.${line.effect}`, {
                  before: line.before === null ? '' : written(line.before)
                })}
              </span>
            </li>
          )
        )}
      </ul>
      {ordered.length > shown ? (
        <p className="muted">{t('crm.rates.paste.more', { count: ordered.length - shown })}</p>
      ) : null}
    </div>
  )
}
