// How sound the data under a figure is, for any screen: `of` says which kinds of rows the figure counts. The mark itself is in the kit.
import type { QualityMeasure, QualityScore } from '#shared/import/types.ts'
import { useQuery } from '../engine-client.ts'
import type { TextKey } from '../i18n/texts.ts'
import { type TextFunctions, useText } from '../i18n/use-text.ts'
import { useSession } from '../session.ts'
import { SoundnessMark, type SoundnessPart } from '../ui/soundness.tsx'

export const useQualityScores = () => useQuery('import.listQualityScores', {})

export function writeSoundnessPart({ measure, sound, of, rules }: QualityScore, t: TextFunctions['t']): SoundnessPart {
  return {
    key: measure,
    name: t(`import.measures.${measure}`),
    rows: t(`shell.soundness.${measure}`, { count: of }),
    sound,
    of,
    rules: rules.map(({ rule, count }) => ({ key: rule, label: t(`import.rules.${rule}` as TextKey), count }))
  }
}

export interface SoundnessProps {
  readonly of: readonly QualityMeasure[]
  /** Says which rows they are: for a mark by a table or a page rather than by its number. */
  readonly isNamed?: boolean | undefined
}

/** Stands beside a number; shows nothing while the rows under it are all sound. */
export function Soundness({ of, isNamed }: SoundnessProps) {
  const { t } = useText()
  const { go } = useSession()
  const { value } = useQualityScores()
  const parts = (value ?? []).filter((score) => of.includes(score.measure)).map((score) => writeSoundnessPart(score, t))
  return (
    <SoundnessMark
      parts={parts}
      isNamed={isNamed}
      onOpen={(rule) => go('data', { tab: 'quality', ...(rule === undefined ? {} : { rule }) })}
    />
  )
}
