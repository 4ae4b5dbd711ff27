// The fiscal year (which plan) and the period within it that the screens look at.
import { Menu, Popover, SegmentedControl } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type Grain, grains, type Period, periodsOfYear } from '#shared/units/period.ts'
import { useCommand } from '../engine-client.ts'
import { useText } from '../i18n/use-text.ts'
import { useSession, useSessionStore } from '../session.ts'
import { useFormat } from '../ui/format.tsx'
import { PlanDialog } from './scenario-dialogs.tsx'

export function YearSwitch() {
  const { t } = useText()
  const { plan } = useSession()
  const plans = useSessionStore((state) => state.plans)
  const select = useCommand('plans.selectScenario')
  const [isAdding, setAdding] = useState(false)
  const words = (year: number) => t('ui.period.year', { year: String(year) })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className="pick">
            <span className="only-read">{t('shell.fiscalYear')}</span>
            {plan ? words(plan.fiscalYear) : t('shell.noPlan')}
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {plans.map((each) => (
            <Menu.Item
              key={each.id}
              leftSection={each.id === plan?.id ? <IconCheck size={14} /> : <span className="menu-blank" />}
              onClick={() => {
                // The approved scenario of that year, or its newest.
                const [first] = each.scenarios.toSorted(
                  (a, b) => Number(b.approvedAt !== null) - Number(a.approvedAt !== null) || b.id - a.id
                )
                if (first && each.id !== plan?.id) void select.run({ scenarioId: first.id })
              }}
            >
              {words(each.fiscalYear)}
              {each.name && each.name !== words(each.fiscalYear) ? <span className="muted"> {each.name}</span> : null}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t('shell.addYear')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAdding ? <PlanDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

const offered: readonly Grain[] = grains.filter((grain) => grain !== 'week')

export function PeriodSwitch() {
  const { t } = useText()
  const format = useFormat()
  const { plan, period, settings, setPeriod } = useSession()
  const setGrain = useSessionStore((state) => state.setGrain)
  const [isOpen, setOpen] = useState(false)
  const words = (each: Period) => (each.grain === 'year' ? t('shell.wholeYear') : format.periodShort(each))
  if (!plan || !period) return null
  const periods = periodsOfYear(plan.fiscalYear, period.grain, settings.calendar)
  return (
    <Popover position="bottom-start" width={270} opened={isOpen} onChange={setOpen} trapFocus>
      <Popover.Target>
        <button type="button" className="pick" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
          <span className="only-read">{t('shell.period')}</span>
          {words(period)}
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="period-choice" aria-label={t('shell.period')}>
        <SegmentedControl
          fullWidth
          aria-label={t('shell.grain')}
          value={period.grain}
          onChange={(grain) => {
            const found = offered.find((each) => each === grain)
            if (found) setGrain(found)
          }}
          data={offered.map((grain) => ({ value: grain, label: t(`shell.grains.${shortGrain(grain)}`) }))}
        />
        <ul>
          {periods.map((each) => (
            <li key={each.key}>
              <button
                type="button"
                aria-current={each.key === period.key ? 'true' : undefined}
                onClick={() => {
                  setPeriod(each)
                  setOpen(false)
                }}
              >
                <span>{words(each)}</span>
                <span className="muted small numbers">
                  {format.dayMonth(each.startsOn)} – {format.dayMonth(each.endsOn)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

const shortGrain = (grain: Grain): 'year' | 'half' | 'quarter' | 'month' => (grain === 'week' ? 'month' : grain)
