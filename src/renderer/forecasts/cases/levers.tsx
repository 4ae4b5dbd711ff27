// The levers of the case in view: all of them in groups, those moved marked, with hires and events, and what must be known about what comes of them.
import { IconInfoCircle } from '@tabler/icons-react'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Section } from '#renderer/ui/section.tsx'
import type { CaseAssumptions, CaseNote, LeverSetting } from '#shared/forecasts/case-types.ts'
import type { CaseView } from './case-view.ts'
import { Events } from './events.tsx'
import { Hires } from './hires.tsx'
import { effectOf } from './lever-effect.tsx'
import {
  dropSetting,
  isMoved,
  type LeverGroup,
  type LeverLine,
  leverGroups,
  listLevers,
  putSetting,
  reachOf
} from './lever-list.ts'
import { LeverRow } from './lever-row.tsx'
import { useLeverWords } from './use-lever-words.ts'
import './levers.css'

const noNotes: readonly CaseNote[] = []

export function Levers(view: CaseView) {
  const { t } = useText()
  const words = useLeverWords(view.base)
  const { assumptions, outcome, chosen } = view
  const moved = assumptions.levers.filter(isMoved).length
  const common = outcome.notes.filter((note) => note.kind === 'noCloseLag' || note.kind === 'afterTooShort')
  return (
    <div className="levers" key={chosen.id}>
      <Section
        title={t('forecasts.cases.levers.title')}
        subtitle={
          view.isLocked
            ? t('forecasts.cases.levers.locked')
            : moved === 0
              ? t('forecasts.cases.levers.movedNone')
              : t('forecasts.cases.levers.moved', { count: moved })
        }
      >
        {common.length === 0 ? null : (
          <ul className="lever-notes" aria-label={t('forecasts.cases.levers.notes.title')}>
            {common.map((note) => (
              <li key={note.kind}>
                <IconInfoCircle size={16} aria-hidden="true" />
                {words.note(note)}
              </li>
            ))}
          </ul>
        )}
        <LeverGroups {...view} />
      </Section>
      <Hires {...view} />
      <Events {...view} />
    </div>
  )
}

function LeverGroups(view: CaseView) {
  return (
    <div className="lever-groups">
      {leverGroups.map((group) => (
        <GroupOfLevers key={group} {...view} group={group} />
      ))}
    </div>
  )
}

function GroupOfLevers({ group, ...view }: CaseView & { readonly group: LeverGroup }) {
  const { t } = useText()
  const { base, assumptions, outcome, chosen, isLocked } = view
  const calls = useLeverCalls(view)
  const lines = listLevers(base, assumptions, group)
  const hasRates = lines.some((line) => line.lever.id === 'exchangeRate')
  return (
    <section className="lever-group" aria-label={t(`forecasts.cases.levers.groups.${group}`)}>
      <h3>{t(`forecasts.cases.levers.groups.${group}`)}</h3>
      {lines.map((line) => {
        const saved = listLevers(base, chosen.assumptions, group).find(
          (each) => each.key === line.key && each.nth === line.nth
        )
        return (
          <LeverRow
            key={`${line.key} ${line.nth}`}
            base={base}
            line={line}
            {...reachOf(base, line.lever, saved?.setting)}
            effect={line.nth === 0 ? effectOf(outcome, line.key) : null}
            notes={notesOf(outcome.notes, line)}
            isLocked={isLocked}
            {...calls}
          />
        )
      })}
      {group === 'calendar' && !hasRates ? (
        <p className="muted small">{t('forecasts.cases.levers.noCurrencies', { currency: base.currency })}</p>
      ) : null}
    </section>
  )
}

function notesOf(notes: readonly CaseNote[], line: LeverLine): readonly CaseNote[] {
  const own = notes.filter((note) => 'key' in note && note.key === line.key)
  return own.length === 0 ? noNotes : own
}

/** Calls that stay the same while the case moves, so that rows that don't move aren't drawn again. */
function useLeverCalls(view: CaseView) {
  const latest = useRef(view)
  useLayoutEffect(() => {
    latest.current = view
  })
  const save = useCallback((next: CaseAssumptions) => {
    const { chosen, assumptions, onSave, onMove } = latest.current
    const isSaved = JSON.stringify(next) === JSON.stringify(chosen.assumptions)
    // Moved and moved back: the picture follows, and there is no step to undo.
    if (!isSaved) onSave(next)
    else if (JSON.stringify(next) !== JSON.stringify(assumptions)) onMove(next)
  }, [])
  return {
    onMove: useCallback((line: LeverLine, setting: LeverSetting) => {
      latest.current.onMove(putSetting(latest.current.assumptions, line, setting))
    }, []),
    onSave: useCallback(
      (line: LeverLine, setting: LeverSetting) => save(putSetting(latest.current.assumptions, line, setting)),
      [save]
    ),
    onReset: useCallback((line: LeverLine) => save(dropSetting(latest.current.assumptions, line)), [save])
  }
}
