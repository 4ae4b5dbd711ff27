// Events of a case: what may happen besides the levers, from when, for how long, how much and with what chance.
import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { parseTypedMoney, parseTypedPercent } from '#renderer/ui/parse-typed.ts'
import { Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { CaseEvent } from '#shared/forecasts/case-types.ts'
import { keyOfEvent } from '#shared/forecasts/cases/index.ts'
import { minorDigits, minorPerUnit } from '#shared/units/money.ts'
import type { CaseView } from './case-view.ts'
import { tidy } from './lever-list.ts'
import { TypedValue } from './typed-value.tsx'
import { useFocusOnNew } from './use-focus-on-new.ts'
import { firstToCome, monthOptions, useLeverWords } from './use-lever-words.ts'

const longestName = 80
const mostMonths = 120

export function Events(view: CaseView) {
  const { t } = useText()
  const { base, assumptions, isLocked, onSave } = view
  const { events } = assumptions
  const addButton = useRef<HTMLButtonElement>(null)
  const focus = useFocusOnNew(events.length)
  const put = (next: readonly CaseEvent[]) => onSave({ ...assumptions, events: next })
  const add = () => {
    focus.expect()
    const first = t('forecasts.cases.levers.events.newName')
    let name = first
    for (let number = 2; events.some((event) => event.name === name); number += 1)
      name = t('forecasts.cases.levers.events.numbered', { number })
    const none = { unit: 'amount', low: 0, middle: 0, high: 0, chanceRatio: 1 } as const
    put([...events, { name, startKey: firstToCome(base), months: 1, ...none }])
  }
  const remove = (at: number) => {
    addButton.current?.focus()
    put(events.filter((_, index) => index !== at))
  }
  return (
    <Section
      title={t('forecasts.cases.levers.events.title')}
      subtitle={t('forecasts.cases.levers.events.subtitle')}
      actions={
        <Button
          ref={addButton}
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={isLocked || base.months.length === 0}
          onClick={add}
        >
          {t('forecasts.cases.levers.events.add')}
        </Button>
      }
    >
      {events.length === 0 ? (
        <p className="muted small">{t('forecasts.cases.levers.events.empty')}</p>
      ) : (
        events.map((event, at) => (
          <EventFields
            key={`event ${String(at)} of ${events.length}`}
            {...view}
            event={event}
            inputRef={at === events.length - 1 ? focus.ref : undefined}
            onChange={(changed) => put(events.map((each, index) => (index === at ? changed : each)))}
            onRemove={() => remove(at)}
          />
        ))
      )}
    </Section>
  )
}

interface EventFieldsProps extends CaseView {
  readonly event: CaseEvent
  readonly inputRef: ReturnType<typeof useFocusOnNew>['ref'] | undefined
  readonly onChange: (event: CaseEvent) => void
  readonly onRemove: () => void
}

function EventFields(props: EventFieldsProps) {
  const { base, assumptions, event, inputRef, isLocked, onChange, onRemove } = props
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  const remove = t('forecasts.cases.levers.events.remove', { name: event.name })
  const others = assumptions.events.filter((each) => each !== event)
  return (
    <fieldset aria-label={event.name} className="lever-event">
      <div className="lever-event-name">
        <TypedValue<string>
          isText
          label={t('forecasts.cases.levers.events.name')}
          text={event.name}
          isDisabled={isLocked}
          inputRef={inputRef}
          read={(text) => {
            const name = text.trim().slice(0, longestName)
            if (name === '') return { refusal: t('forecasts.cases.levers.problems.noName') }
            // Its part of the year is found by its name.
            if (others.some((each) => each.name === name))
              return { refusal: t('forecasts.cases.levers.problems.usedName') }
            return { value: name }
          }}
          onCommit={(name) => onChange({ ...event, name })}
        />
      </div>
      <NativeSelect
        label={t('forecasts.cases.levers.events.start')}
        value={event.startKey}
        disabled={isLocked}
        data={monthOptions(base, words, event.startKey)}
        onChange={(change) => onChange({ ...event, startKey: change.currentTarget.value })}
      />
      <div className="lever-event-months">
        <TypedValue<number | null>
          label={t('forecasts.cases.levers.events.months')}
          help={t('forecasts.cases.levers.events.monthsHelp')}
          placeholder={t('forecasts.cases.levers.events.toEnd')}
          text={event.months === null ? '' : format.number(event.months)}
          isDisabled={isLocked}
          read={(text) => (text.trim() === '' ? { value: null } : words.readWhole(text, 1, mostMonths))}
          onCommit={(months) => onChange({ ...event, months })}
        />
      </div>
      <NativeSelect
        label={t('forecasts.cases.levers.events.unit')}
        value={event.unit}
        disabled={isLocked}
        data={(['amount', 'ratio'] as const).map((value) => ({
          value,
          label: t(`forecasts.cases.levers.events.units.${value}`)
        }))}
        // An amount is no per cent: what was said in the one unit says nothing in the other.
        onChange={(change) =>
          onChange({
            ...event,
            unit: change.currentTarget.value === 'ratio' ? 'ratio' : 'amount',
            low: 0,
            middle: 0,
            high: 0
          })
        }
      />
      <EventAmounts {...props} />
      <div className="lever-event-chance">
        <TypedValue<number>
          label={t('forecasts.cases.levers.events.chance')}
          suffix="%"
          text={words.unsigned('change', event.chanceRatio)}
          isDisabled={isLocked}
          read={(text) => {
            const ratio = parseTypedPercent(text, format.decimalSign)
            return ratio === undefined || !(ratio >= 0 && ratio <= 1)
              ? { refusal: t('forecasts.cases.levers.problems.notAChance') }
              : { value: ratio }
          }}
          onCommit={(chanceRatio) => onChange({ ...event, chanceRatio })}
        />
      </div>
      <EventEffect {...props} />
      <Tooltip label={remove}>
        <ActionIcon aria-label={remove} disabled={isLocked} onClick={onRemove} className="lever-event-remove">
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </fieldset>
  )
}

function EventAmounts({ base, event, isLocked, onChange }: EventFieldsProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  const { unit } = event
  const areWhole = [event.low, event.middle, event.high].every((value) => value % minorPerUnit(base.currency) === 0)
  const digits = areWhole ? 0 : minorDigits(base.currency)
  const parse = (text: string) =>
    unit === 'ratio'
      ? parseTypedPercent(text, format.decimalSign)
      : parseTypedMoney(text, base.currency, format.decimalSign)
  const change = (part: 'low' | 'middle' | 'high', value: number): CaseEvent => {
    if (part !== 'middle') return { ...event, [part]: value }
    const by = value - event.middle
    return { ...event, low: tidy(event.low + by), middle: value, high: tidy(event.high + by) }
  }
  return (['low', 'middle', 'high'] as const).map((part) => (
    <div key={part} className="lever-event-amount">
      <TypedValue<CaseEvent>
        label={t(`forecasts.cases.levers.events.${part}`)}
        suffix={unit === 'ratio' ? '%' : base.currency}
        text={
          unit === 'ratio'
            ? words.typed('change', event[part])
            : format.money(event[part], base.currency, { isBare: true, digits })
        }
        isDisabled={isLocked}
        read={(text) => {
          const value = parse(text)
          if (value === undefined) return { refusal: t('forecasts.cases.levers.problems.notANumber') }
          const next = change(part, value)
          return next.low <= next.middle && next.middle <= next.high
            ? { value: next }
            : { refusal: t('forecasts.cases.levers.problems.notInOrder') }
        }}
        onCommit={onChange}
      />
    </div>
  ))
}

function EventEffect({ base, event, outcome }: EventFieldsProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useLeverWords(base)
  const part = outcome.waterfall.find((each) => each.key === keyOfEvent(event))
  const money = (minor: number) => <Money minor={minor} currency={base.currency} isSigned isToned digits={0} />
  return (
    <div className="lever-event-effect">
      <span className="field-label">{t('forecasts.cases.levers.events.brings')}</span>
      {part === undefined ? (
        <span className="numbers">{money(0)}</span>
      ) : (
        <Why
          title={t('forecasts.cases.levers.why.title', {
            name: event.name,
            amount: format.signedMoney(part.deltaMinor, base.currency, { digits: 0 })
          })}
          of={money(part.deltaMinor)}
        >
          <WhySteps
            steps={[
              {
                key: 'middle',
                label: t(`forecasts.cases.levers.events.units.${event.unit}`),
                value:
                  event.unit === 'ratio'
                    ? words.signed('change', event.middle)
                    : format.money(event.middle, base.currency, { digits: 0 })
              },
              {
                key: 'months',
                label: t('forecasts.cases.levers.events.months'),
                value: event.months === null ? t('forecasts.cases.levers.events.toEnd') : format.number(event.months)
              },
              {
                key: 'chance',
                label: t('forecasts.cases.levers.events.chance'),
                value: format.percent(event.chanceRatio)
              },
              {
                key: 'part',
                label: t('forecasts.cases.levers.why.part'),
                value: money(part.deltaMinor),
                isResult: true
              }
            ]}
          />
          <WhyNote>{t('forecasts.cases.levers.why.event')}</WhyNote>
        </Why>
      )}
    </div>
  )
}
