// What keeps the territories from being sound: what blocks an approval apart from what only warns, each with the names behind a click and the
// way to where it is mended.
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Why } from '#renderer/ui/why.tsx'
import type { TerritoryCheck, TerritoryOverview } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Target } from '../view-state.ts'
import { type CheckGroup, groupChecks } from './view.ts'

interface ChecksProps {
  readonly overview: TerritoryOverview
  readonly onShow: (target: Target) => void
}

/** With more names than this a list says no more. */
const mostNamed = 30

export function Checks({ overview, onShow }: ChecksProps) {
  const { t } = useText()
  const groups = groupChecks(overview.checks)
  const blocking = groups.filter((group) => group.isBlocking)
  const warning = groups.filter((group) => !group.isBlocking)
  return (
    <Section title={t('territories.checks.title')}>
      {groups.length === 0 ? <p className="muted">{t('territories.checks.fine')}</p> : null}
      <CheckList title={t('territories.checks.blocking')} groups={blocking} onShow={onShow} />
      <CheckList title={t('territories.checks.warning')} groups={warning} onShow={onShow} />
      {overview.otherCurrencyDeals > 0 ? (
        <p className="muted">{t('territories.checks.otherCurrency', { count: overview.otherCurrencyDeals })}</p>
      ) : null}
    </Section>
  )
}

interface CheckListProps {
  readonly title: string
  readonly groups: readonly CheckGroup[]
  readonly onShow: (target: Target) => void
}

function CheckList({ title, groups, onShow }: CheckListProps) {
  const { t } = useText()
  const words = useCheckWords()
  if (groups.length === 0) return null
  return (
    <>
      <h3 className="territory-subtitle">{title}</h3>
      <ul className="territory-checks" aria-label={title}>
        {groups.map((group) => {
          const Icon = group.isBlocking ? IconCircleX : IconAlertTriangle
          const sentence = words.group(group)
          const shown = group.checks.slice(0, mostNamed)
          const [first] = group.checks
          return (
            <li key={group.kind}>
              <Icon
                size={15}
                className={group.isBlocking ? 'check-icon negative' : 'check-icon check-warning'}
                aria-hidden="true"
              />
              <span className="check-words">
                {group.checks.length === 1 && words.one(group.checks[0]) === '' ? (
                  sentence
                ) : (
                  <Why title={sentence} of={sentence}>
                    <ul className="check-names">
                      {shown.map((check) => (
                        <li key={words.one(check)}>
                          <UnstyledButton className="territory-link" onClick={() => onShow(whereToMend(check))}>
                            {words.one(check)}
                          </UnstyledButton>
                        </li>
                      ))}
                    </ul>
                    {group.checks.length > mostNamed ? (
                      <p className="muted">
                        {t('territories.checks.more', { count: group.checks.length - mostNamed })}
                      </p>
                    ) : null}
                  </Why>
                )}
              </span>
              {first ? (
                <UnstyledButton
                  className="territory-link"
                  aria-label={t('territories.checks.showOf', { what: sentence })}
                  onClick={() => onShow(whereToMend(first))}
                >
                  {t('territories.checks.show')}
                </UnstyledButton>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Where what a check found can be put right. */
export function whereToMend(check: TerritoryCheck): Target {
  switch (check.kind) {
    case 'unassigned':
      return { tab: 'overview', list: 'unassigned' }
    case 'double':
      return { tab: 'overview', list: 'all', accountIds: [check.accountId] }
    case 'noSeller':
    case 'gap':
    case 'overlap':
      return { tab: 'coverage', territoryId: check.territoryId }
    case 'outdated':
    case 'exceptions':
      return { tab: 'rules' }
    case 'empty':
    case 'aboveLeaf':
    case 'outsideDates':
    case 'dependence':
      return { tab: 'overview', territoryId: check.territoryId, list: 'territory' }
  }
}

export interface CheckWords {
  readonly group: (group: CheckGroup) => string
  /** Which one: empty for a check of the whole. */
  readonly one: (check: TerritoryCheck | undefined) => string
}

export function useCheckWords(): CheckWords {
  const { t } = useText()
  const format = useFormat()
  const days = (check: { readonly fromOn: IsoDate; readonly toOn: IsoDate }) =>
    t('territories.pane.fromTo', { from: format.date(check.fromOn), to: format.date(check.toOn) })
  return {
    group: ({ kind, count, checks }) => {
      const [first] = checks
      if (first?.kind === 'exceptions')
        return t('territories.checks.exceptions', {
          count,
          ratio: format.percent(first.ratio, 1),
          limit: format.percent(first.limitRatio)
        })
      return t(`territories.checks.${kind}`, { count })
    },
    one: (check) => {
      if (check === undefined) return ''
      switch (check.kind) {
        case 'unassigned':
        case 'outdated':
        case 'exceptions':
          return ''
        case 'double':
          return `${check.accountName}: ${check.territoryNames.join(', ')}`
        case 'gap':
          return `${check.territoryName}: ${days(check)}`
        case 'overlap':
          return `${check.territoryName}: ${check.sellerNames.join(', ')}, ${days(check)} (${format.percent(check.shareRatio)})`
        case 'dependence':
          return `${check.territoryName}: ${check.accountName} ${format.percent(check.ratio)}`
        case 'aboveLeaf':
        case 'outsideDates':
          return `${check.territoryName} (${format.number(check.accounts)})`
        default:
          return check.territoryName
      }
    }
  }
}
