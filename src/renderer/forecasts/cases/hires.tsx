// Planned hires of a case: who, how many, from when; and what they bring.
import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { PlannedHire } from '#shared/forecasts/case-types.ts'
import { hiresKey } from '#shared/forecasts/cases/index.ts'
import type { CaseView } from './case-view.ts'
import { TypedValue } from './typed-value.tsx'
import { useFocusOnNew } from './use-focus-on-new.ts'
import { firstToCome, monthOptions, useLeverWords } from './use-lever-words.ts'

const mostHires = 10_000
const longestName = 80

export function Hires(view: CaseView) {
  const { t } = useText()
  const words = useLeverWords(view.base)
  const { base, assumptions, outcome, isLocked, onSave } = view
  const { hires } = assumptions
  const addButton = useRef<HTMLButtonElement>(null)
  const focus = useFocusOnNew(hires.length)
  const put = (next: readonly PlannedHire[]) => onSave({ ...assumptions, hires: next })
  const brings = outcome.waterfall.find((part) => part.key === hiresKey)?.deltaMinor
  const notes = outcome.notes.filter(({ kind }) => kind === 'noYield' || kind === 'hiresStarted' || kind === 'noRamp')
  const add = () => {
    focus.expect()
    put([...hires, { name: t('forecasts.cases.levers.hiring.newName'), count: 1, startKey: firstToCome(base) }])
  }
  const remove = (at: number) => {
    addButton.current?.focus()
    put(hires.filter((_, index) => index !== at))
  }
  return (
    <Section
      title={t('forecasts.cases.levers.hiring.title')}
      subtitle={<HiresInWords {...view} />}
      actions={
        <Button
          ref={addButton}
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={isLocked || base.months.length === 0}
          onClick={add}
        >
          {t('forecasts.cases.levers.hiring.add')}
        </Button>
      }
    >
      {hires.length === 0 ? (
        <p className="muted small">{t('forecasts.cases.levers.hiring.empty')}</p>
      ) : (
        <table className="lever-table" aria-label={t('forecasts.cases.levers.hiring.title')}>
          <thead>
            <tr>
              <th scope="col">{t('forecasts.cases.levers.hiring.name')}</th>
              <th scope="col" className="lever-right">
                {t('forecasts.cases.levers.hiring.count')}
              </th>
              <th scope="col">{t('forecasts.cases.levers.hiring.start')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {hires.map((hire, at) => (
              // Rows have no key of their own: what tells them apart is their place.
              <tr key={`hire ${String(at)} of ${hires.length}`}>
                <HireCells
                  {...view}
                  hire={hire}
                  at={at}
                  inputRef={at === hires.length - 1 ? focus.ref : undefined}
                  onChange={(changed) => put(hires.map((each, index) => (index === at ? changed : each)))}
                  onRemove={() => remove(at)}
                />
              </tr>
            ))}
          </tbody>
          {brings === undefined ? null : (
            <tfoot>
              <tr>
                <th scope="row">{t('forecasts.cases.levers.hiring.brings')}</th>
                <td className="lever-right numbers" colSpan={2}>
                  <Money minor={brings} currency={base.currency} isSigned isToned digits={0} />
                </td>
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {notes.map((note) => (
        <Tag key={note.kind} tone="amber">
          {words.note(note)}
        </Tag>
      ))}
    </Section>
  )
}

interface HireCellsProps extends CaseView {
  readonly hire: PlannedHire
  readonly at: number
  readonly inputRef: ReturnType<typeof useFocusOnNew>['ref'] | undefined
  readonly onChange: (hire: PlannedHire) => void
  readonly onRemove: () => void
}

function HireCells({ base, hire, at, inputRef, isLocked, onChange, onRemove }: HireCellsProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  const place = { at: format.number(at + 1) }
  const remove = t('forecasts.cases.levers.hiring.remove', {
    name: hire.name || t('forecasts.cases.levers.hiring.unnamed')
  })
  return (
    <>
      <td>
        <TypedValue<string>
          isText
          isLabelHidden
          label={t('forecasts.cases.levers.hiring.fields.name', place)}
          text={hire.name}
          isDisabled={isLocked}
          inputRef={inputRef}
          read={(text) => ({ value: text.trim().slice(0, longestName) })}
          onCommit={(name) => onChange({ ...hire, name })}
        />
      </td>
      <td>
        <TypedValue<number>
          isLabelHidden
          label={t('forecasts.cases.levers.hiring.fields.count', place)}
          text={format.number(hire.count)}
          isDisabled={isLocked}
          read={(text) => words.readWhole(text, 1, mostHires)}
          onCommit={(count) => onChange({ ...hire, count })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={t('forecasts.cases.levers.hiring.fields.start', place)}
          value={hire.startKey}
          disabled={isLocked}
          data={monthOptions(base, words, hire.startKey)}
          onChange={(event) => onChange({ ...hire, startKey: event.currentTarget.value })}
        />
      </td>
      <td>
        <Tooltip label={remove}>
          <ActionIcon aria-label={remove} disabled={isLocked} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </td>
    </>
  )
}

/** "12 sellers today: 12 in Jan, 16 in Dec; in full swing one books 40,000 a month, after a ramp of 5 months". */
function HiresInWords({ base, outcome }: CaseView) {
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  const { sellers, yieldPerSellerMinor, rampMonths } = base.measured
  const heads = (n: number | undefined) => format.number(n ?? 0, Number.isInteger(n) ? 0 : 1)
  const first = base.months[0]
  const last = base.months.at(-1)
  const parts = [
    t('forecasts.cases.levers.hiring.today', { count: sellers }),
    ...(first === undefined || last === undefined
      ? []
      : [
          t('forecasts.cases.levers.hiring.heads', {
            first: heads(outcome.heads[0]),
            from: words.month(first.periodKey),
            last: heads(outcome.heads.at(-1)),
            to: words.month(last.periodKey)
          })
        ]),
    ...(yieldPerSellerMinor === null
      ? []
      : [
          t('forecasts.cases.levers.hiring.yield', {
            amount: format.money(yieldPerSellerMinor, base.currency, { digits: 0 })
          })
        ]),
    ...(rampMonths === null
      ? []
      : [t('forecasts.cases.levers.hiring.ramp', { months: words.measure('months', rampMonths) })])
  ]
  return <>{parts.join(' · ')}</>
}
