// The overview: territories with their figures and evenness above, the accounts of the chosen one below, the chosen one or the balance of all
// at the right.
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import { type AccountList, keepView, type TabProps, useTerritoryView } from '../view-state.ts'
import { type AccountsOf, AccountTable } from './account-table.tsx'
import { TerritoryBody } from './territory-body.tsx'
import { TerritoryTable } from './territory-table.tsx'
import { evennessOf, linesOf } from './view.ts'
import './territories.css'

export function OverviewTab(props: TabProps) {
  const { scenarioId, overview, settings, isLocked, selectedId, onSelect, target, onShow } = props
  const { t } = useText()
  const { measureId, hasAllSales } = useTerritoryView()
  const { bandRatio } = settings
  const [shown, setShown] = useState<AccountList | undefined>(target?.list)
  const lines = useMemo(() => linesOf(overview, measureId), [overview, measureId])
  const evenness = useMemo(() => evennessOf(lines, measureId, bandRatio), [lines, measureId, bandRatio])
  const selected = lines.find((line) => line.id === selectedId)
  useEffect(() => {
    if (target?.list !== undefined) setShown(target.list)
    else if (target?.territoryId !== undefined) setShown('territory')
  }, [target])

  const usual = selected ? 'territory' : overview.unassigned.accounts > 0 ? 'unassigned' : 'all'
  const list = shown === 'territory' && !selected ? usual : (shown ?? usual)
  const of: AccountsOf = list === 'territory' ? selected?.id : list === 'unassigned' ? null : undefined
  const accountIds = list === 'all' ? target?.accountIds : undefined
  return (
    <TerritoryBody {...props} lines={lines} evenness={evenness} measureId={measureId}>
      <div className="territory-lists">
        <Section isFilling>
          <TerritoryTable
            lines={lines}
            evenness={evenness}
            measureId={measureId}
            currency={overview.currency}
            settings={settings}
            isLocked={isLocked}
            selectedId={selectedId}
            onSelect={(id) => {
              onSelect(id)
              setShown(id === undefined ? undefined : 'territory')
            }}
            tools={
              <>
                <div className="territory-tools">
                  <Select
                    className="measure-choice"
                    aria-label={t('territories.measure')}
                    allowDeselect={false}
                    value={measureId}
                    data={territoryMeasures.map(({ id }) => ({ value: id, label: t(`territories.measures.${id}`) }))}
                    onChange={(id) =>
                      keepView({ measureId: territoryMeasures.find((each) => each.id === id)?.id ?? 'revenue' })
                    }
                  />
                  <SegmentedControl
                    aria-label={t('territories.sales')}
                    value={hasAllSales ? 'all' : 'last12'}
                    data={[
                      { value: 'last12', label: t('territories.salesDates.last12') },
                      { value: 'all', label: t('territories.salesDates.all') }
                    ]}
                    onChange={(chosen) => keepView({ hasAllSales: chosen === 'all' })}
                  />
                </div>
                <Soundness of={['bookings', 'pipeline', 'credit']} isNamed />
              </>
            }
          />
        </Section>
        <Section isFilling>
          <AccountTable
            key={String(of)}
            scenarioId={scenarioId}
            overview={overview}
            settings={settings}
            of={of}
            only={accountIds}
            isLocked={isLocked}
            tools={
              <div className="territory-tools">
                <SegmentedControl
                  aria-label={t('territories.accounts.title')}
                  value={list}
                  data={[
                    {
                      value: 'territory',
                      label: (
                        <span className="territory-shown">
                          {selected?.name ?? t('territories.accounts.show.territory')}
                        </span>
                      ),
                      disabled: !selected
                    },
                    { value: 'unassigned', label: t('territories.accounts.show.unassigned') },
                    { value: 'all', label: t('territories.accounts.show.all') }
                  ]}
                  onChange={(next) => setShown(next === 'territory' || next === 'unassigned' ? next : 'all')}
                />
                {accountIds === undefined ? null : (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    rightSection={<IconX size={13} />}
                    onClick={() => onShow({ tab: 'overview', list: 'all' })}
                  >
                    {t('territories.accounts.onlyNamed', { count: accountIds.length })}
                  </Button>
                )}
              </div>
            }
          />
        </Section>
      </div>
    </TerritoryBody>
  )
}

/** How even they are, and how many accounts are left over. */
export function OverviewFinding({ overview, settings }: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const { measureId } = useTerritoryView()
  const lines = useMemo(() => linesOf(overview, measureId), [overview, measureId])
  const { leaves, indices, hasCapacities } = useMemo(
    () => evennessOf(lines, measureId, settings.bandRatio),
    [lines, measureId, settings.bandRatio]
  )
  const measure = t(`territories.inSentence.${measureId}`)
  const [largest] = leaves.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0))
  const against = hasCapacities ? 'target' : 'mean'
  const even =
    leaves.length < 2 || !largest?.index
      ? ''
      : indices.withinBand === 1
        ? t(`territories.finding.even.${against}`, { band: format.percent(settings.bandRatio), measure })
        : t(`territories.finding.largest.${against}`, {
            name: largest.name,
            times: format.number(largest.index / 100, 1),
            measure
          })
  const assigned = t('territories.finding.assigned', { count: overview.assigned.accounts })
  const { accounts } = overview.unassigned
  const rest =
    accounts > 0 ? t('territories.finding.unassigned', { count: accounts }) : t('territories.finding.allAssigned')
  return <>{`${even} ${assigned}; ${rest}`.trim()}</>
}
