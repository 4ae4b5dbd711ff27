// How sound the data under a number is, as a small mark beside it: nothing while every row is sound, amber where many are not. A click
// says how many rows, and which findings weaken it most.
import { Button, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from './format.tsx'
import type { Format } from './make-format.ts'
import { Why } from './why.tsx'
import './soundness.css'

/** One kind of rows under the number. */
export interface SoundnessPart {
  readonly key: string
  /** "Won deals" */
  readonly name: string
  /** Counted and in words: "2,000 won deals". */
  readonly rows: string
  readonly sound: number
  readonly of: number
  /** What weakens it, the most rows first. */
  readonly rules: readonly { readonly key: string; readonly label: string; readonly count: number }[]
}

export interface SoundnessMarkProps {
  /** The mark shows the weakest of them; those without rows or without a fault say nothing. */
  readonly parts: readonly SoundnessPart[]
  /** Says before the share what it is of: for a mark that stands by a table rather than by its number. */
  readonly isNamed?: boolean | undefined
  /** To where the rows are listed: those of one finding, or all of them. */
  readonly onOpen: (rule?: string) => void
}

const amberBelow = 0.9
const rulesShown = 3

const ratioOf = (part: { readonly sound: number; readonly of: number }): number => part.sound / part.of

const hasFault = (part: { readonly sound: number; readonly of: number }): boolean => part.of > 0 && part.sound < part.of

export const isWeak = (part: { readonly sound: number; readonly of: number }): boolean => ratioOf(part) < amberBelow

/** The share in percent, rounded down: 1 row of 10,000 that is wrong is never "100%". */
export function writeSoundShare(part: { readonly sound: number; readonly of: number }, format: Format): string {
  const { sound, of } = part
  if (sound >= of) return format.percent(1)
  if (sound * 100 < of * 99) return format.percent(Math.floor((sound * 100) / of) / 100)
  return format.percent(Math.floor((sound * 1000) / of) / 1000, 1)
}

/** The one with the least sound share; none when all are sound. */
export function findWeakest<Part extends { readonly sound: number; readonly of: number }>(
  parts: readonly Part[]
): Part | undefined {
  return parts
    .filter(hasFault)
    .reduce<Part | undefined>(
      (weakest, part) => (weakest === undefined || ratioOf(part) < ratioOf(weakest) ? part : weakest),
      undefined
    )
}

export function SoundnessMark({ parts, isNamed, onOpen }: SoundnessMarkProps) {
  const { t } = useText()
  const format = useFormat()
  const faulty = parts.filter(hasFault)
  const weakest = findWeakest(faulty)
  if (weakest === undefined) return null
  const share = writeSoundShare(weakest, format)
  const counted = { sound: format.number(weakest.sound), rows: weakest.rows }
  return (
    <span className="soundness">
      <Why
        title={t('ui.soundness.title')}
        of={
          <span className={isWeak(weakest) ? 'soundness-mark soundness-weak' : 'soundness-mark'}>
            {isWeak(weakest) ? <IconAlertTriangle size={12} aria-hidden="true" /> : null}
            {isNamed ? t('ui.soundness.named', { name: weakest.name, share }) : t('ui.soundness.mark', { share })}
            <span className="soundness-rows"> {t('ui.soundness.rows', counted)} </span>
          </span>
        }
      >
        {faulty.map((part) => (
          <Part key={part.key} part={part} isNamed={faulty.length > 1} onOpen={onOpen} />
        ))}
        <p className="why-note">{t('ui.soundness.once')}</p>
        <Button className="soundness-see" size="compact-xs" onClick={() => onOpen()}>
          {t('ui.soundness.see')}
        </Button>
      </Why>
    </span>
  )
}

interface PartProps {
  readonly part: SoundnessPart
  readonly isNamed: boolean
  readonly onOpen: (rule?: string) => void
}

function Part({ part, isNamed, onOpen }: PartProps) {
  const { t } = useText()
  const format = useFormat()
  const rest = part.rules.length - rulesShown
  return (
    <section className="soundness-part" aria-label={part.name}>
      {isNamed ? <p className="soundness-name">{part.name}</p> : null}
      <p>
        {t('ui.soundness.of', {
          share: writeSoundShare(part, format),
          sound: format.number(part.sound),
          rows: part.rows
        })}
      </p>
      <ul>
        {part.rules.slice(0, rulesShown).map((rule) => (
          <li key={rule.key}>
            <UnstyledButton className="soundness-rule" onClick={() => onOpen(rule.key)}>
              {rule.label}
            </UnstyledButton>
            <span className="numbers">{format.number(rule.count)}</span>
          </li>
        ))}
        {rest > 0 ? <li className="muted">{t('ui.soundness.more', { count: rest })}</li> : null}
      </ul>
    </section>
  )
}
