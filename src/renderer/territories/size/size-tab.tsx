// How many sellers the accounts need: by the calls of each class and the travel between them, against the sellers there are, and by what a
// target asks for. What is assumed stands at the right and is the user's to change.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { Sizing } from '#shared/territories/measure-types.ts'
import { TabBody } from '../parts/tab-body.tsx'
import { salesDates, type TabProps, useTerritoryView } from '../view-state.ts'
import { Assumptions } from './assumptions.tsx'
import { NormsTable } from './norms-table.tsx'
import { RequiredSellers } from './required-sellers.tsx'
import { SizeTable } from './size-table.tsx'
import './size.css'

function useSizing({ scenarioId, overview }: Pick<TabProps, 'scenarioId' | 'overview'>) {
  const { hasAllSales } = useTerritoryView()
  return useQuery('territories.size', { scenarioId, onDate: overview.onDate, ...salesDates(hasAllSales) })
}

export function SizeTab(props: TabProps) {
  const { scenarioId, overview, settings, isLocked } = props
  const { t, tError } = useText()
  const query = useSizing(props)
  const sizing = query.value
  return (
    <TabBody
      isScrolling
      detailTitle={t('territories.size.assumptions')}
      detail={<Assumptions scenarioId={scenarioId} settings={settings} isLocked={isLocked} />}
    >
      {query.error ? (
        <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
      ) : sizing ? (
        <div className="size-numbers">
          <SizeNumbers sizing={sizing} />
        </div>
      ) : (
        <Skeleton kind="cards" />
      )}
      <NormsTable scenarioId={scenarioId} settings={settings} sizing={sizing} isLocked={isLocked} />
      {sizing && sizing.territories.length > 0 ? (
        <Section title={t('territories.size.byTerritory')} subtitle={t('territories.size.byTerritoryHelp')}>
          <SizeTable sizing={sizing} settings={settings} />
        </Section>
      ) : null}
      <RequiredSellers scenarioId={scenarioId} currency={overview.currency} />
    </TabBody>
  )
}

const sellersNow = (sizing: Sizing): number => sizing.territories.reduce((sum, each) => sum + each.sellersNow, 0)

function SizeNumbers({ sizing }: { readonly sizing: Sizing }) {
  const { t } = useText()
  const format = useFormat()
  const hours = (value: number) => t('territories.hours', { hours: format.number(value) })
  const { callHours, travelHours, sellingHoursPerYear, sellersWithoutTravel, sellersWithTravel, classes } = sizing
  const now = sellersNow(sizing)
  const needed = sellersWithTravel ?? sellersWithoutTravel
  const selling = {
    key: 'selling',
    label: t('territories.size.sellingHours'),
    value: hours(sellingHoursPerYear)
  }
  return (
    <KeyNumbers>
      <KeyNumber
        label={t('territories.size.withoutTravel')}
        value={
          sellersWithoutTravel === null ? (
            <Missing reason={t('territories.size.noHours')} />
          ) : (
            <Why title={t('territories.size.withoutTravel')} of={format.number(sellersWithoutTravel, 1)}>
              <WhySteps
                steps={[
                  ...classes.map((each) => ({
                    key: String(each.value),
                    label: each.value ?? t('territories.size.others'),
                    note: t('territories.size.classNote', {
                      accounts: format.number(each.accounts),
                      calls: format.number(each.callsPerYear, Number.isInteger(each.callsPerYear) ? 0 : 1),
                      minutes: format.number(each.minutesPerCall)
                    }),
                    value: hours(each.hours)
                  })),
                  { key: 'sum', label: t('territories.size.callHours'), value: hours(callHours) },
                  selling,
                  {
                    key: 'result',
                    label: t('territories.size.dividedBySelling'),
                    value: format.number(sellersWithoutTravel, 2),
                    isResult: true
                  }
                ]}
              />
              {sizing.unclassed > 0 ? (
                <WhyNote>{t('territories.size.unclassed', { count: sizing.unclassed })}</WhyNote>
              ) : null}
            </Why>
          )
        }
        since={sizing.unclassed > 0 ? t('territories.size.unclassed', { count: sizing.unclassed }) : undefined}
      />
      <KeyNumber
        label={t('territories.size.withTravel')}
        value={
          sellersWithTravel === null || travelHours === null ? (
            <Missing reason={t('territories.size.noPlaces')} />
          ) : (
            <Why title={t('territories.size.withTravel')} of={format.number(sellersWithTravel, 1)}>
              <WhySteps
                steps={[
                  { key: 'calls', label: t('territories.size.callHours'), value: hours(callHours) },
                  { key: 'travel', label: t('territories.size.travelHours'), value: hours(travelHours) },
                  selling,
                  {
                    key: 'result',
                    label: t('territories.size.dividedBySelling'),
                    value: format.number(sellersWithTravel, 2),
                    isResult: true
                  }
                ]}
              />
              <WhyNote>{t('territories.size.estimate')}</WhyNote>
            </Why>
          )
        }
        since={t('territories.size.estimateShort')}
      />
      <KeyNumber
        label={t('territories.size.now')}
        value={format.number(now, Number.isInteger(now) ? 0 : 1)}
        since={
          needed === null || sizing.territories.length === 0
            ? undefined
            : needed > now
              ? t('territories.size.short', { sellers: format.number(needed - now, 1) })
              : t('territories.size.spare', { sellers: format.number(now - needed, 1) })
        }
      />
    </KeyNumbers>
  )
}

export function SizeFinding(props: TabProps) {
  const { t } = useText()
  const format = useFormat()
  const sizing = useSizing(props).value
  if (!sizing) return null
  const needed = sizing.sellersWithTravel ?? sizing.sellersWithoutTravel
  if (needed === null) return null
  const now = sellersNow(sizing)
  const words = t(
    sizing.sellersWithTravel === null ? 'territories.size.finding.calls' : 'territories.size.finding.travel',
    {
      needed: format.number(needed, 1),
      now: format.number(now, Number.isInteger(now) ? 0 : 1)
    }
  )
  const unplaced =
    sizing.sellersWithTravel !== null && sizing.withoutPlace > 0
      ? t('territories.size.finding.withoutPlace', { count: sizing.withoutPlace })
      : ''
  return <>{`${words} ${unplaced}`.trim()}</>
}
