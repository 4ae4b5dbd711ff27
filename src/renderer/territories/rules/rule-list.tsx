// The rules in order of precedence, each as a sentence with what it wins: dragged with the mouse, moved with Alt and the arrows.
import { UnstyledButton } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { RuleId, RuleRow } from '#shared/territories/rule-types.ts'
import { moveBeside, moveStep } from './move-rule.ts'
import type { RuleWords } from './words.ts'
import './rules.css'

interface RuleListProps {
  readonly scenarioId: ScenarioId
  readonly rules: readonly RuleRow[]
  /** Rules of the other kind: they keep their order. */
  readonly others: readonly RuleRow[]
  readonly words: RuleWords
  readonly isLocked: boolean
  readonly selectedId: RuleId | undefined
  readonly onSelect: (id: RuleId | undefined) => void
}

const dragType = 'application/x-comarca-rule'

interface Over {
  readonly id: RuleId
  readonly isBehind: boolean
}

export function RuleList({ scenarioId, rules, others, words, isLocked, selectedId, onSelect }: RuleListProps) {
  const { t } = useText()
  const format = useFormat()
  const { run } = useCommand('territories.orderRules')
  // Until the engine has answered, the list stands as it was just put.
  const [order, setOrder] = useState<{ readonly instead: string; readonly ids: readonly RuleId[] } | undefined>()
  const [dragged, setDragged] = useState<RuleId | undefined>()
  const [over, setOver] = useState<Over | undefined>()
  const [said, setSaid] = useState('')
  const moved = useRef<RuleId | undefined>(undefined)
  const buttons = useRef(new Map<RuleId, HTMLButtonElement>())
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const kept = rules.map((rule) => rule.id)
  const keptKey = kept.join()
  const shown = (order?.instead === keptKey ? order.ids : kept).flatMap((id) => byId.get(id) ?? [])
  // Once the list has followed, what was put is past: an undo brings back the list as it was before.
  useEffect(() => setOrder((put) => (put?.instead === keptKey ? put : undefined)), [keptKey])
  const ids = shown.map((rule) => rule.id)

  const put = async (next: readonly RuleId[], id: RuleId) => {
    if (next === ids || next.every((each, at) => each === ids[at])) return
    moved.current = id
    setOrder({ instead: keptKey, ids: next })
    setSaid(
      t('territories.rules.movedTo', { place: format.number(next.indexOf(id) + 1), total: format.number(next.length) })
    )
    const reply = await run({ scenarioId, ruleIds: [...next, ...others.map((rule) => rule.id)] })
    if (!reply.ok) setOrder(undefined)
  }
  // Moving a row in the page takes the focus from it.
  useLayoutEffect(() => {
    if (moved.current === undefined || order === undefined) return
    buttons.current.get(moved.current)?.focus()
    moved.current = undefined
  }, [order])

  const onKeyDown = (event: KeyboardEvent, id: RuleId) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (step === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.altKey) {
      if (!isLocked) void put(moveStep(ids, id, step), id)
      return
    }
    const next = ids[ids.indexOf(id) + step]
    if (next !== undefined) buttons.current.get(next)?.focus()
  }
  const onDragOver = (event: DragEvent<HTMLTableRowElement>, id: RuleId) => {
    if (dragged === undefined) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    setOver({ id, isBehind: event.clientY > box.top + box.height / 2 })
  }
  const endDrag = () => {
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <div className="rule-scroll">
      <table className="rule-table">
        <thead>
          <tr>
            <th scope="col" className="rule-place">
              <span className="only-read">{t('territories.rules.columns.order')}</span>
            </th>
            <th scope="col">{t('territories.rules.columns.rule')}</th>
            <th scope="col" className="rule-number" title={t('territories.rules.columns.winsHint')}>
              {t('territories.rules.columns.wins')}
            </th>
            <th scope="col" className="rule-number" title={t('territories.rules.columns.losesHint')}>
              {t('territories.rules.columns.loses')}
            </th>
            <th scope="col" className="rule-number" title={t('territories.rules.columns.exceptionsHint')}>
              {t('territories.rules.columns.exceptions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rule, at) => (
            <tr
              key={rule.id}
              className={[
                rule.id === selectedId ? 'rule-selected' : '',
                rule.id === dragged ? 'rule-dragged' : '',
                over?.id === rule.id ? (over.isBehind ? 'rule-drop-behind' : 'rule-drop-before') : ''
              ].join(' ')}
              draggable={!isLocked}
              onDragStart={(event) => {
                event.dataTransfer.setData(dragType, String(rule.id))
                event.dataTransfer.effectAllowed = 'move'
                setDragged(rule.id)
              }}
              onDragOver={(event) => onDragOver(event, rule.id)}
              onDragEnd={endDrag}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== undefined && over) void put(moveBeside(ids, dragged, over.id, over.isBehind), dragged)
                endDrag()
              }}
            >
              <td className="rule-place numbers">
                {isLocked ? null : <IconGripVertical size={14} className="rule-grip" aria-hidden="true" />}
                {format.number(at + 1)}
              </td>
              <td>
                <UnstyledButton
                  className="rule-words"
                  ref={(button: HTMLButtonElement | null) => {
                    if (button) buttons.current.set(rule.id, button)
                    else buttons.current.delete(rule.id)
                  }}
                  aria-pressed={rule.id === selectedId}
                  aria-keyshortcuts={isLocked ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
                  onClick={() => onSelect(rule.id === selectedId ? undefined : rule.id)}
                  onKeyDown={(event) => onKeyDown(event, rule.id)}
                >
                  {words.sentence(rule.conditions)} <span className="rule-territory">→ {rule.territoryName}</span>
                  {rule.note === '' ? null : <span className="muted small rule-note">{rule.note}</span>}
                </UnstyledButton>
              </td>
              <td className="rule-number numbers">{format.number(rule.wins)}</td>
              <td className="rule-number numbers">{format.number(rule.loses)}</td>
              <td className="rule-number numbers">{format.number(rule.exceptions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isLocked ? null : <p className="muted small rule-keys">{t('territories.rules.keys')}</p>}
      <div role="status" className="only-read">
        {said}
      </div>
    </div>
  )
}
