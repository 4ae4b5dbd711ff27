// What is printed of the data under a document's figures: in the foot of each page, in the document's language, where many rows of them
// are unsound.
import { i18n } from '#renderer/i18n/index.ts'
import type { Format } from '#renderer/ui/make-format.ts'
import { findWeakest, isWeak, writeSoundShare } from '#renderer/ui/soundness.tsx'
import type { QualityScore } from '#shared/import/types.ts'
import type { Language } from '#shared/workspace/types.ts'

/** The words, or '' while the data are sound enough to be no news. */
export function writePrintedSoundness(scores: readonly QualityScore[], language: Language, format: Format): string {
  const weakest = findWeakest(scores.filter(({ measure }) => measure === 'bookings' || measure === 'credit'))
  if (weakest === undefined || !isWeak(weakest)) return ''
  return i18n.t('ui.soundness.named', {
    lng: language,
    name: i18n.t(`import.measures.${weakest.measure}`, { lng: language }),
    share: writeSoundShare(weakest, format)
  })
}
