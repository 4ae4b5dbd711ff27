// Comparing two scenarios of a year: what differs, domain by domain, in words and numbers.
import { ActionIcon, Select } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ScenarioDifference, ScenarioId, ScenarioRow } from '#shared/plans/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useQuery } from '../engine-client.ts'
import type { TextKey } from '../i18n/texts.ts'
import { useText } from '../i18n/use-text.ts'
import { findScreen } from '../screens.ts'
import { useSession } from '../session.ts'
import { ScenarioNameDialog } from '../shell/scenario-dialogs.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormat } from '../ui/format.tsx'
import type { Format } from '../ui/make-format.ts'
import { Missing } from '../ui/missing.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/problem.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function PlansScreen() {
  const { t } = useText()
  const { plan, scenario } = useSession()
  const [isCopying, setCopying] = useState(false)
  if (!plan || !scenario) return <Page title={t('shell.screens.plans')}>{null}</Page>
  const [other] = plan.scenarios.filter((each) => each.id !== scenario.id)
  if (!other) {
    return (
      <Page title={t('shell.screens.plans')}>
        <EmptyState
          title={t('plans.onlyOne')}
          action={{ label: t('plans.copyThis'), onRun: () => setCopying(true) }}
          picture="chart"
        />
        {isCopying ? (
          <ScenarioNameDialog task="copy" plan={plan} scenario={scenario} onClose={() => setCopying(false)} />
        ) : null}
      </Page>
    )
  }
  return <Comparison key={plan.id} scenarios={plan.scenarios} first={other.id} second={scenario.id} />
}

interface ComparisonProps {
  readonly scenarios: readonly ScenarioRow[]
  readonly first: ScenarioId
  readonly second: ScenarioId
}

function Comparison({ scenarios, first, second }: ComparisonProps) {
  const { t, tError } = useText()
  const [leftId, setLeftId] = useState(first)
  const [rightId, setRightId] = useState(second)
  const { value, error, reload } = useQuery('plans.compareScenarios', { leftId, rightId })
  const nameOf = (id: ScenarioId) => scenarios.find((each) => each.id === id)?.name ?? ''
  const columns = useColumns(nameOf(leftId), nameOf(rightId))
  const data = scenarios.map((each) => ({ value: String(each.id), label: each.name }))
  const pick = (set: (id: ScenarioId) => void) => (chosen: string | null) => {
    const found = scenarios.find((each) => String(each.id) === chosen)
    if (found) set(found.id)
  }
  return (
    <Page
      title={t('shell.screens.plans')}
      finding={value ? (value.length === 0 ? t('plans.same') : t('plans.finding', { count: value.length })) : undefined}
      isFilling
      extra={
        <>
          <Select aria-label={t('plans.left')} value={String(leftId)} data={data} onChange={pick(setLeftId)} />
          <ActionIcon
            aria-label={t('plans.swap')}
            title={t('plans.swap')}
            onClick={() => {
              setLeftId(rightId)
              setRightId(leftId)
            }}
          >
            <IconArrowsExchange size={16} />
          </ActionIcon>
          <Select aria-label={t('plans.right')} value={String(rightId)} data={data} onChange={pick(setRightId)} />
        </>
      }
    >
      {error ? <Problem title={tError(error)} action={{ label: t('ui.again'), onRun: reload }} /> : null}
      {value === undefined && !error ? <Skeleton kind="table" /> : null}
      {value ? (
        <DataTable
          label={t('shell.screens.plans')}
          layoutName="plans"
          columns={columns}
          rows={value}
          rowKey={(row) => `${row.domain} ${row.kind} ${row.key}`}
          groupBy="domain"
          exportName={`${nameOf(leftId)} - ${nameOf(rightId)}`}
          empty={<EmptyState title={t('plans.same')} picture="chart" />}
        />
      ) : null}
    </Page>
  )
}

function useColumns(left: string, right: string): readonly Column<ScenarioDifference>[] {
  const { t, tFact } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  return useMemo(() => {
    const side = (key: 'left' | 'right', header: string): Column<ScenarioDifference> => ({
      key,
      header,
      kind: 'custom',
      align: 'right',
      width: 170,
      value: (row) => row[key],
      text: (row) => sideText(row, row[key], format, currency),
      render: (row) =>
        row[key] === null ? <Missing reason={t('plans.nothingThere')} /> : sideText(row, row[key], format, currency)
    })
    // Some facts name what they are about in their own words.
    const factWords = (row: ScenarioDifference) => tFact(row.domain, row.kind, { kind: row.kind, label: row.label })
    return [
      {
        key: 'what',
        header: t('plans.what'),
        kind: 'text',
        width: 200,
        value: (row) => factWords(row)
      },
      {
        key: 'about',
        header: t('plans.about'),
        kind: 'text',
        width: 220,
        value: (row) => (factWords(row).includes(row.label) ? '' : row.label)
      },
      side('left', left),
      side('right', right),
      {
        key: 'change',
        header: t('plans.change'),
        kind: 'custom',
        align: 'right',
        width: 140,
        value: changeOf,
        text: (row) => changeText(row, format, currency)
      },
      {
        key: 'relative',
        header: t('plans.relative'),
        kind: 'percent',
        isSigned: true,
        digits: 1,
        width: 110,
        missing: t('plans.nothingThere'),
        value: (row) => {
          const change = changeOf(row)
          return change === null || typeof row.left !== 'number' || row.left === 0 ? null : change / Math.abs(row.left)
        }
      },
      {
        key: 'domain',
        header: t('plans.domain'),
        kind: 'text',
        isGroupable: true,
        isHiddenAtFirst: true,
        value: (row) => domainWords(row.domain, t)
      }
    ]
  }, [t, tFact, format, currency, left, right])
}

function domainWords(domain: string, t: (key: TextKey) => string): string {
  const entry = findScreen(domain)
  return entry ? t(`shell.screens.${entry.id}`) : domain
}

const changeOf = (row: ScenarioDifference): number | null => {
  if (row.unit === 'text' || typeof row.left === 'string' || typeof row.right === 'string') return null
  if (row.left === null && row.right === null) return null
  return (row.right ?? 0) - (row.left ?? 0)
}

function sideText(
  row: ScenarioDifference,
  value: string | number | null,
  format: Format,
  currency: CurrencyCode
): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (row.unit === 'money') return format.money(value, currency)
  if (row.unit === 'ratio') return format.percent(value, 1)
  return format.number(value)
}

function changeText(row: ScenarioDifference, format: Format, currency: CurrencyCode): string {
  const change = changeOf(row)
  if (change === null) return ''
  if (row.unit === 'money') return format.signedMoney(change, currency)
  if (row.unit === 'ratio') return format.signedPercent(change, 1)
  return format.signedNumber(change)
}
