// Names that may be one: each with what speaks for it, to be called the same or different, one by one (arrows, S, D) or the surest all
// at once. Below them the names that were joined because only spaces or signs differ, which can be parted.
import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Gap } from './gap.tsx'
import { type Decision, decisionOf, type IdentityRow, identityRows, undecided, verySimilar } from './identity-rows.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import type { Wizard } from './use-wizard.ts'
import { entityWords } from './words.ts'

const rowHeight = 36
const noIdentities: never[] = []

export function Identities({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useText()
  const format = useFormat()
  const { change } = wizard
  const identities = wizard.preview?.identities ?? noIdentities
  const { asked, joined } = useMemo(
    () => identityRows(identities, wizard.state.identities),
    [identities, wizard.state.identities]
  )
  const open = undecided(asked)
  const surest = open.filter((row) => (row.candidate?.similarity ?? 0) >= verySimilar)
  const decide = (rows: readonly IdentityRow[], decision: Decision): void =>
    change({ type: 'decide', decisions: rows.map((row) => decisionOf(row, decision)) })
  return (
    <>
      {asked.length > 0 ? (
        <section className="wizard-identities" aria-label={t('import.wizard.identities')}>
          <header className="wizard-columns-head">
            <div>
              <h2>{t('import.wizard.identities')}</h2>
              <p className="muted small">
                {open.length > 0
                  ? t('import.wizard.identitiesOpen', { count: open.length })
                  : t('import.wizard.identitiesDone')}{' '}
                {t('import.wizard.identityKeys')}
              </p>
            </div>
            {surest.length > 0 ? (
              <Button size="xs" onClick={() => decide(surest, 'same')}>
                {t('import.wizard.allSame', { count: surest.length, share: format.percent(verySimilar) })}
              </Button>
            ) : null}
          </header>
          <AskedRows
            rows={asked}
            onDecide={(row, decision) => decide([row], decision)}
            onCandidate={(row, name) => change({ type: 'decide', decisions: [decisionOf(row, 'same', name)] })}
          />
        </section>
      ) : null}
      {joined.length > 0 ? <JoinedRows rows={joined} onDecide={(row, decision) => decide([row], decision)} /> : null}
    </>
  )
}

interface AskedRowsProps {
  readonly rows: readonly IdentityRow[]
  readonly onDecide: (row: IdentityRow, decision: Decision) => void
  readonly onCandidate: (row: IdentityRow, name: string) => void
}

function AskedRows({ rows, onDecide, onCandidate }: AskedRowsProps) {
  const { t } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useDrawnRows(rows.length, rowHeight, scroller)
  useRowKeys(scroller, rows, onDecide, drawn.bring)
  return (
    <div className="import-scroll wizard-identities-scroll" ref={scroller}>
      <table className="import-grid" aria-label={t('import.wizard.identities')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th>{t('import.kind')}</th>
            <th>{t('import.wizard.nameInFile')}</th>
            <th>{t('import.wizard.mayBe')}</th>
            <th>{t('import.wizard.isIt')}</th>
            <th className="import-number">{t('import.wizard.similar')}</th>
            <th>{t('import.wizard.because')}</th>
            <th className="import-number">{t('import.howMany')}</th>
            <th className="import-number">{t('import.wizard.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={drawn.before} />
          {drawn.indexes.map((at) => {
            const row = rows[at]
            return row === undefined ? null : (
              <AskedRow key={row.key} at={at} row={row} onDecide={onDecide} onCandidate={onCandidate} />
            )
          })}
          <Gap height={drawn.after} />
        </tbody>
      </table>
    </div>
  )
}

interface AskedRowProps extends Omit<AskedRowsProps, 'rows'> {
  readonly at: number
  readonly row: IdentityRow
}

function AskedRow({ at, row, onDecide, onCandidate }: AskedRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const { identity, candidate, decision } = row
  return (
    <tr data-row={at} data-decision={decision ?? 'open'}>
      <td className="muted">{entityWords(t, identity.entity)}</td>
      <th scope="row">{identity.name}</th>
      <td>
        {identity.candidates.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t('import.wizard.mayBeOf', { name: identity.name })}
            data={identity.candidates.map((each) => each.name)}
            value={candidate?.name ?? ''}
            onChange={(event) => onCandidate(row, event.currentTarget.value)}
          />
        ) : (
          candidate?.name
        )}
        {candidate?.id === null ? <span className="muted small"> {t('import.wizard.inTheFiles')}</span> : null}
      </td>
      <td>
        <span className="wizard-decision">
          {(['same', 'different'] as const).map((each) => (
            <Button
              key={each}
              size="compact-xs"
              variant={decision === each ? 'light' : 'default'}
              aria-pressed={decision === each}
              aria-label={t(`import.wizard.decide.${each}Of`, {
                name: identity.name,
                candidate: candidate?.name ?? ''
              })}
              onClick={() => onDecide(row, decision === each ? null : each)}
            >
              {t(`import.wizard.decide.${each}`)}
            </Button>
          ))}
        </span>
      </td>
      <td className="import-number numbers">{candidate === undefined ? '' : format.percent(candidate.similarity)}</td>
      <td className="muted small">
        {candidate?.reasons.map((reason) => t(`import.identity.reasons.${reason}` as TextKey)).join(', ')}
      </td>
      <td className="import-number numbers">{format.number(identity.rows)}</td>
      <td className="import-number numbers">
        {identity.amountMinor === 0 ? '' : format.money(identity.amountMinor, currency)}
      </td>
    </tr>
  )
}

/** Arrows go from row to row, S says the same, D different, Backspace takes it back. */
function useRowKeys(
  scroller: React.RefObject<HTMLElement | null>,
  rows: readonly IdentityRow[],
  onDecide: AskedRowsProps['onDecide'],
  bring: (index: number) => void
): void {
  const latest = useRef({ rows, onDecide, bring })
  latest.current = { rows, onDecide, bring }
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const focusRow = (at: number): boolean => {
      const button = box.querySelector<HTMLElement>(`tr[data-row="${at}"] .wizard-decision button`)
      button?.focus()
      return button !== null
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
      if (event.target.matches('select, input')) return
      const row = event.target.closest<HTMLElement>('tr[data-row]')
      if (row === null) return
      const at = Number(row.dataset.row)
      const { rows: all, onDecide: decide, bring: bringRow } = latest.current
      const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const decisions: Record<string, Decision> = { s: 'same', d: 'different', Backspace: null, Delete: null }
      const decision = decisions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      const said = all[at]
      if (decision !== undefined && said !== undefined) decide(said, decision)
      else if (move === 0) return
      event.preventDefault()
      event.stopPropagation()
      const next = Math.max(0, Math.min(all.length - 1, at + (move === 0 ? (decision === null ? 0 : 1) : move)))
      if (!focusRow(next)) {
        bringRow(next)
        requestAnimationFrame(() => focusRow(next))
      }
    }
    box.addEventListener('keydown', onKey)
    return () => box.removeEventListener('keydown', onKey)
  }, [scroller])
}

interface JoinedRowsProps {
  readonly rows: readonly IdentityRow[]
  readonly onDecide: (row: IdentityRow, decision: Decision) => void
}

function JoinedRows({ rows, onDecide }: JoinedRowsProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <section className="wizard-identities" aria-label={t('import.wizard.joined')}>
      <header>
        <h2>{t('import.wizard.joined')}</h2>
        <p className="muted small">{t('import.wizard.joinedMeaning')}</p>
      </header>
      <div className="import-scroll wizard-identities-scroll">
        <table className="import-grid" aria-label={t('import.wizard.joined')}>
          <tbody>
            {rows.map((row) => {
              const isParted = row.decision === 'different'
              return (
                <tr key={row.key}>
                  <td className="muted">{entityWords(t, row.identity.entity)}</td>
                  <th scope="row">{row.identity.name}</th>
                  <td>
                    <span aria-hidden="true">{isParted ? '≠' : '='}</span>
                    <span className="only-read">
                      {t(isParted ? 'import.wizard.decide.different' : 'import.wizard.decide.same')}
                    </span>{' '}
                    {row.candidate?.name}
                  </td>
                  <td className="import-number numbers">{t('import.wizard.rows', { count: row.identity.rows })}</td>
                  <td className="import-number numbers">
                    {row.candidate === undefined ? '' : format.percent(row.candidate.similarity)}
                  </td>
                  <td>
                    <Button
                      size="compact-xs"
                      aria-label={t(isParted ? 'import.wizard.joinOf' : 'import.wizard.partOf', {
                        name: row.identity.name
                      })}
                      onClick={() => onDecide(row, isParted ? null : 'different')}
                    >
                      {t(isParted ? 'import.wizard.joinAgain' : 'import.wizard.part')}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
