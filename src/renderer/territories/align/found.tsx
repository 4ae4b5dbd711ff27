// What a search found so far, against today: how even, how far, how much moves, how far it is at most from the best possible, what it could not keep.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { AlignmentDraft, AlignmentShortfall } from '#shared/territories/alignment-types.ts'

export function Found({ draft }: { readonly draft: AlignmentDraft }) {
  const { t } = useText()
  const format = useFormat()
  const number = (value: number, digits = 0) => format.number(value, digits)
  const largest = (read: 'deviationBefore' | 'deviationAfter') => {
    const known = draft.territories.flatMap((each) => each[read] ?? [])
    return known.length === 0 ? null : Math.max(...known.map(Math.abs))
  }
  const gapWords = (found: AlignmentDraft, bound: number) =>
    isShare(found)
      ? format.percent(Math.max(0, found.gapRatio ?? 0), 2)
      : t('territories.align.gap.apart', { value: number(Math.max(0, found.cost - bound), 2) })
  const facts = [
    {
      key: 'balance',
      before: draft.indicesBefore.balance,
      after: draft.indices.balance,
      show: (v: number) => number(v, 1)
    },
    {
      key: 'deviation',
      before: largest('deviationBefore'),
      after: largest('deviationAfter'),
      show: (v: number) => format.percent(v, 1)
    },
    { key: 'visitKm', before: draft.visitKmBefore, after: draft.visitKm, show: (v: number) => number(v) },
    { key: 'km', before: draft.kmBefore, after: draft.km, show: (v: number) => number(v) }
  ] as const
  return (
    <>
      <dl className="align-facts">
        {facts.map(({ key, before, after, show }) => (
          <div key={key}>
            <dt>{t(`territories.align.facts.${key}`)}</dt>
            <dd>
              {after === null ? (
                <Missing reason={t('territories.align.factUnknown')} />
              ) : (
                <>
                  <strong>{show(after)}</strong>{' '}
                  <span className="muted small">
                    {before === null ? '' : t('territories.align.today', { value: show(before) })}
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('territories.align.facts.moved')}</dt>
          <dd>
            <strong>{number(draft.moves.length)}</strong>{' '}
            <span className="muted small">{t('territories.align.ofAccounts', { total: number(draft.accounts) })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('territories.align.facts.gap')}</dt>
          <dd>
            {draft.lowerBound === null ? (
              <Missing reason={t('territories.align.noBound')} />
            ) : (
              <Why title={t('territories.align.gap.title')} of={<strong>{gapWords(draft, draft.lowerBound)}</strong>}>
                <p>{t('territories.align.gap.explain')}</p>
                <WhySteps
                  steps={[
                    { key: 'cost', label: t('territories.align.gap.cost'), value: number(draft.cost, 2) },
                    { key: 'bound', label: t('territories.align.gap.bound'), value: number(draft.lowerBound, 2) },
                    {
                      key: 'gap',
                      label: isShare(draft)
                        ? t('territories.align.gap.formula')
                        : t('territories.align.gap.difference'),
                      value: gapWords(draft, draft.lowerBound),
                      isResult: true
                    }
                  ]}
                />
                <WhyNote>{t('territories.align.gap.note')}</WhyNote>
              </Why>
            )}
          </dd>
        </div>
      </dl>
      {draft.shortfalls.length > 0 ? <Shortfalls shortfalls={draft.shortfalls} /> : null}
      {draft.withoutPlace > 0 ? (
        <p className="muted small">{t('territories.align.withoutPlace', { count: draft.withoutPlace })}</p>
      ) : null}
    </>
  )
}

/** Near zero a share of the bound says nothing: then the distance itself is given. */
const isShare = ({ gapRatio }: AlignmentDraft): boolean => gapRatio !== null && gapRatio <= 1

/** With more than these a list says no more. */
const mostNamed = 6

function Shortfalls({ shortfalls }: { readonly shortfalls: readonly AlignmentShortfall[] }) {
  const { t } = useText()
  const format = useFormat()
  const say = (each: AlignmentShortfall): string => {
    switch (each.kind) {
      case 'band':
        return t('territories.align.shortfalls.band', {
          name: each.territoryName,
          deviation: format.signedPercent(each.deviationRatio, 1),
          band: format.percent(each.bandRatio)
        })
      case 'limit':
        return t('territories.align.shortfalls.limit', {
          name: each.territoryName,
          measure: t(`territories.measures.${each.measure}`),
          deviation: format.signedPercent(each.deviationRatio, 1),
          band: format.percent(each.bandRatio)
        })
      case 'moves':
        return t('territories.align.shortfalls.moves', {
          moved: format.percent(each.movedRatio, 1),
          limit: format.percent(each.maxRatio)
        })
      case 'connected':
        return t('territories.align.shortfalls.connected', {
          name: each.territoryName,
          pieces: format.number(each.pieces)
        })
      case 'noTerritory':
        return t('territories.align.shortfalls.noTerritory', { name: each.accountName })
    }
  }
  const words = shortfalls.map(say)
  return (
    <section aria-label={t('territories.align.notKept')}>
      <p>{t('territories.align.notKept')}</p>
      <ul className="align-shortfalls">
        {words.slice(0, mostNamed).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {words.length > mostNamed ? (
          <li>{t('territories.align.andMore', { count: words.length - mostNamed })}</li>
        ) : null}
      </ul>
    </section>
  )
}
