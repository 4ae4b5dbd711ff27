// One lever of a case: slider and typed value with low and high, from which month, what was measured and what it comes to, and its part of the
// year.
import { ActionIcon, NativeSelect, Slider, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconAlertTriangle, IconRestore } from '@tabler/icons-react'
import { memo, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { CaseBase, CaseNote, LeverSetting } from '#shared/forecasts/case-types.ts'
import { checkAssumptions, moveSetting } from '#shared/forecasts/cases/index.ts'
import { LeverEffect, type LeverEffectProps } from './lever-effect.tsx'
import { isMoved, type LeverLine, neutralSetting } from './lever-list.ts'
import { TypedValue } from './typed-value.tsx'
import { monthOptions, useLeverWords } from './use-lever-words.ts'
import { useSlide } from './use-slide.ts'

export interface LeverRowProps {
  readonly base: CaseBase
  readonly line: LeverLine
  readonly min: number
  readonly max: number
  readonly effect: Omit<LeverEffectProps, 'base' | 'line' | 'setting'> | null
  readonly notes: readonly CaseNote[]
  readonly isLocked: boolean
  readonly onMove: (line: LeverLine, setting: LeverSetting) => void
  readonly onSave: (line: LeverLine, setting: LeverSetting) => void
  readonly onReset: (line: LeverLine) => void
}

function Row(props: LeverRowProps) {
  const { base, line, notes } = props
  const { t } = useText()
  const words = useLeverWords(base)
  const howId = useId()
  const [isOpened, setOpened] = useState(false)
  const { lever, currency } = line
  const setting = line.setting ?? neutralSetting(lever, currency)
  const name = words.name(line.key)
  const hasMoved = isMoved(setting)
  const missing = lever.lacks(base, setting)
  const measured = words.measured(lever, currency)
  const isOpen = isOpened || line.setting !== undefined
  return (
    <fieldset aria-label={name} className={hasMoved ? 'lever lever-moved' : 'lever'}>
      <div className="lever-head">
        <Tooltip label={t(`forecasts.cases.levers.how.${lever.id}`)} position="top-start">
          <span className="lever-name">{name}</span>
        </Tooltip>
        <span className="only-read" id={howId}>
          {t(`forecasts.cases.levers.how.${lever.id}`)}
        </span>
        <span className="lever-measured muted small numbers">{missing === null ? measured : null}</span>
        {line.setting === undefined && missing !== null ? null : (
          <RowButton {...props} name={name} isOpen={isOpen} onToggle={() => setOpened(!isOpened)} />
        )}
      </div>
      {missing === null ? (
        <LeverControls {...props} setting={setting} name={name} howId={howId} isOpen={isOpen} />
      ) : (
        <p className="muted small">{t(`forecasts.cases.levers.lacks.${missing}`)}</p>
      )}
      {missing === null && hasMoved ? <Parameter {...props} setting={setting} /> : null}
      {missing === null
        ? notes.map((note) => (
            <p key={note.kind} className="lever-note small">
              <IconAlertTriangle size={14} aria-hidden="true" />
              {words.note(note)}
            </p>
          ))
        : null}
    </fieldset>
  )
}

/** Back to no change where the case says something of the lever; else its range and month, so that they are not in the way. */
function RowButton({
  line,
  name,
  isOpen,
  isLocked,
  onToggle,
  onReset
}: LeverRowProps & { readonly name: string; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { t } = useText()
  if (line.setting !== undefined)
    return (
      <Tooltip label={t('forecasts.cases.levers.reset', { name })}>
        <ActionIcon
          size={24}
          aria-label={t('forecasts.cases.levers.reset', { name })}
          disabled={isLocked}
          onClick={() => onReset(line)}
        >
          <IconRestore size={16} />
        </ActionIcon>
      </Tooltip>
    )
  return (
    <Tooltip label={t('forecasts.cases.levers.more', { name })}>
      <ActionIcon
        size={24}
        aria-label={t('forecasts.cases.levers.more', { name })}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <IconAdjustmentsHorizontal size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

/** Lines, effects and notes are made anew with every move; a row is drawn again only when one of them says something else. */
export const LeverRow = memo(
  Row,
  (before, after) =>
    before.base === after.base &&
    before.line.setting === after.line.setting &&
    before.min === after.min &&
    before.max === after.max &&
    before.isLocked === after.isLocked &&
    before.onMove === after.onMove &&
    before.onSave === after.onSave &&
    before.onReset === after.onReset &&
    JSON.stringify([before.effect, before.notes]) === JSON.stringify([after.effect, after.notes])
)

type ControlsProps = LeverRowProps & { readonly setting: LeverSetting }

function LeverControls({
  base,
  line,
  min,
  max,
  setting,
  name,
  howId,
  isOpen,
  effect,
  isLocked,
  onMove,
  onSave
}: ControlsProps & { readonly name: string; readonly howId: string; readonly isOpen: boolean }) {
  const { t } = useText()
  const words = useLeverWords(base)
  const { lever } = line
  const { unit } = lever
  // A bound that cuts the range while dragging gives it back on the way: what is dragged is the setting as it stood at first.
  const dragged = useRef<LeverSetting>(undefined)
  const moved = (value: number) => {
    dragged.current ??= setting
    return moveSetting(base, dragged.current, value)
  }
  const slide = useSlide({
    onMove: (value) => onMove(line, moved(value)),
    onSave: (value) => {
      const next = moved(value)
      dragged.current = undefined
      onSave(line, next)
    }
  })
  const spoken = words.spoken(unit, setting.middle)
  const becomes = words.becomes(lever, setting.middle)
  const read = (make: (value: number) => LeverSetting) => (text: string) => {
    const value = words.readTyped(unit, text)
    if (value === undefined) return { refusal: t('forecasts.cases.levers.problems.notANumber') }
    const next = make(value)
    const problem = checkAssumptions(base, { levers: [next], hires: [], events: [] }).find(
      ({ kind }) => kind === 'notInOrder' || kind === 'outOfBounds'
    )
    return problem === undefined ? { value: next } : { refusal: words.problem(problem, (n) => words.signed(unit, n)) }
  }
  const bounds = lever.bounds(base)
  const isInside = (value: number) => value >= bounds.low && value <= bounds.high
  const field = (part: 'low' | 'middle' | 'high') => ({
    isLabelHidden: true,
    label: t(`forecasts.cases.levers.fields.${part === 'middle' ? 'value' : part}`, { name }),
    text: words.typed(unit, setting[part]),
    // Outside, the value itself is judged; inside, the range moves along.
    read: read((value) =>
      part === 'middle'
        ? isInside(value)
          ? moveSetting(base, setting, value)
          : { ...setting, low: value, middle: value, high: value }
        : { ...setting, [part]: value }
    ),
    onCommit: (next: LeverSetting) => onSave(line, next),
    isDisabled: isLocked
  })
  const about = aboutWords(t, words, unit, setting)
  return (
    <>
      <div className="lever-value">
        <div className="lever-slider" {...pick(slide)}>
          <Slider
            size={4}
            thumbSize={14}
            min={min}
            max={max}
            step={lever.step}
            value={setting.middle}
            startPointValue={0}
            marks={[{ value: 0 }]}
            label={null}
            disabled={isLocked}
            thumbLabel={name}
            thumbValueText={
              becomes === undefined ? spoken : t('forecasts.cases.levers.spoken.with', { value: spoken, becomes })
            }
            thumbProps={{ 'aria-describedby': howId }}
            onChange={slide.onChange}
            onChangeEnd={slide.onChangeEnd}
          />
          <RangeBand setting={setting} min={min} max={max} />
        </div>
        <TypedValue<LeverSetting> {...field('middle')} suffix={t(`forecasts.cases.levers.suffix.${unit}`)} />
      </div>
      {isMoved(setting) ? (
        <div className="lever-outcome numbers">
          <Becomes line={line} setting={setting} base={base} />
          {effect ? <LeverEffect {...effect} base={base} line={line} setting={setting} /> : null}
        </div>
      ) : null}
      {isOpen ? (
        <div className="lever-range">
          <span className="muted small" aria-hidden="true">
            {t('forecasts.cases.levers.between')}
          </span>
          <TypedValue<LeverSetting> {...field('low')} help={about} />
          <span className="muted small" aria-hidden="true">
            {t('forecasts.cases.levers.and')}
          </span>
          <TypedValue<LeverSetting> {...field('high')} help={about} />
          {lever.id === 'startDelay' ? null : (
            <NativeSelect
              aria-label={t('forecasts.cases.levers.fields.from', { name })}
              value={setting.fromKey ?? ''}
              disabled={isLocked}
              data={[
                { value: '', label: t('forecasts.cases.levers.now') },
                ...monthOptions(base, words, setting.fromKey)
              ]}
              onChange={(event) => onSave(line, { ...setting, fromKey: event.currentTarget.value || null })}
            />
          )}
        </div>
      ) : null}
    </>
  )
}

const pick = ({ onKeyDownCapture, onPointerDownCapture, onBlur }: ReturnType<typeof useSlide>) => ({
  onKeyDownCapture,
  onPointerDownCapture,
  onBlur
})

function aboutWords(
  t: ReturnType<typeof useText>['t'],
  words: ReturnType<typeof useLeverWords>,
  unit: LeverLine['lever']['unit'],
  { low, middle, high }: LeverSetting
): string {
  const below = middle - low
  const above = high - middle
  if (below === 0 && above === 0) return t('forecasts.cases.levers.aboutNone')
  if (Math.abs(below - above) < 1e-9) return t('forecasts.cases.levers.about', { value: words.size(unit, below) })
  return t('forecasts.cases.levers.aboutUneven', { below: words.size(unit, below), above: words.size(unit, above) })
}

/** From low to high on the slider's track. */
function RangeBand({
  setting,
  min,
  max
}: {
  readonly setting: LeverSetting
  readonly min: number
  readonly max: number
}) {
  if (setting.low >= setting.high || max <= min) return null
  const at = (value: number) => (100 * (Math.min(max, Math.max(min, value)) - min)) / (max - min)
  const left = at(setting.low)
  return (
    <span className="lever-band" aria-hidden="true">
      <i style={{ left: `${left}%`, width: `${at(setting.high) - left}%` }} />
    </span>
  )
}

/** "→ 33.0% (32.0% to 34.0%)"; empty where the data don't say what it is today. */
function Becomes({ line, setting, base }: Pick<ControlsProps, 'line' | 'setting' | 'base'>) {
  const { t } = useText()
  const words = useLeverWords(base)
  const { lever } = line
  const value = words.becomes(lever, setting.middle)
  const low = words.becomes(lever, setting.low)
  const high = words.becomes(lever, setting.high)
  return (
    <span>
      {value === undefined
        ? null
        : low === undefined || high === undefined || low === high
          ? t('forecasts.cases.levers.becomes', { value })
          : t('forecasts.cases.levers.becomesRange', { value, low, high })}
    </span>
  )
}

/** What the price and attrition need besides: how much volume a higher price loses, how long a place stays open. */
function Parameter({ base, line, setting, isLocked, onSave }: ControlsProps) {
  const { t } = useText()
  const words = useLeverWords(base)
  const { parameter } = line.lever
  if (parameter === null) return null
  const unit = parameter.id === 'volumeLossRatio' ? 'change' : 'months'
  const value = setting[parameter.id] ?? parameter.start
  const label = t(`forecasts.cases.levers.parameters.${parameter.id}`)
  return (
    <span className="lever-parameter small">
      <span className="muted" aria-hidden="true">
        {label}
      </span>
      <TypedValue<number>
        label={label}
        isLabelHidden
        isDisabled={isLocked}
        text={words.unsigned(unit, value)}
        suffix={t(`forecasts.cases.levers.suffix.${unit}`)}
        read={(text) => {
          const said = words.readTyped(unit, text)
          if (said === undefined) return { refusal: t('forecasts.cases.levers.problems.notANumber') }
          const next = { ...setting, [parameter.id]: said }
          const problem = checkAssumptions(base, { levers: [next], hires: [], events: [] }).find(
            ({ kind }) => kind === 'outOfParameter'
          )
          return problem === undefined
            ? { value: said }
            : { refusal: words.problem(problem, (n) => words.size(unit, n)) }
        }}
        onCommit={(said) => onSave(line, { ...setting, [parameter.id]: said })}
      />
    </span>
  )
}
