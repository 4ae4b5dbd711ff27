// The tabs of the Data page in one line, however narrow it is: those that don't fit, and the rare ones, wait in a menu.
import { Button, Menu, Tabs } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'

export const tabs = [
  'deals',
  'accounts',
  'products',
  'stages',
  'imports',
  'rejected',
  'quality',
  'leads',
  'invoices',
  'targets',
  'rates',
  'merges'
] as const
export type Tab = (typeof tabs)[number]

export interface TabEntry {
  readonly tab: Tab
  readonly label: string
  /** Shown after the label: rows that wait to be mended. */
  readonly count?: number | undefined
  /** Stands in the menu unless it is the one in view. */
  readonly isRare?: boolean | undefined
}

/** About as wide as the page sets it: 7 px a letter and the room around it. */
const widthOf = (entry: TabEntry): number => entry.label.length * 7 + (entry.count ? 30 : 0) + 26
const menuWidth = 80

/** The tabs that stand in the line: the one in view always, the others in order while there is room (0: not measured yet). */
export function fitTabs(entries: readonly TabEntry[], current: Tab, available: number): readonly TabEntry[] {
  const shown = new Set(entries.filter((each) => each.tab === current))
  let room = available - menuWidth - [...shown].reduce((sum, each) => sum + widthOf(each), 0)
  for (const entry of entries) {
    if (entry.isRare || shown.has(entry)) continue
    room -= widthOf(entry)
    if (available > 0 && room < 0) break
    shown.add(entry)
  }
  return entries.filter((each) => shown.has(each))
}

export interface TabRowProps {
  readonly entries: readonly TabEntry[]
  readonly current: Tab
  readonly onChange: (tab: Tab) => void
}

export function TabRow({ entries, current, onChange }: TabRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const shown = fitTabs(entries, current, width)
  const hidden = entries.filter((each) => !shown.includes(each))
  const words = (entry: TabEntry) => (entry.count ? `${entry.label} (${format.number(entry.count)})` : entry.label)
  return (
    <div className="import-tabs" ref={ref}>
      <Tabs value={current} onChange={(value) => onChange(tabs.find((each) => each === value) ?? 'deals')}>
        <Tabs.List>
          {shown.map((entry) => (
            <Tabs.Tab key={entry.tab} value={entry.tab}>
              {words(entry)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {hidden.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" size="xs" rightSection={<IconChevronDown size={14} />}>
              {t('import.tabs.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {hidden.map((entry) => (
              <Menu.Item key={entry.tab} onClick={() => onChange(entry.tab)}>
                {words(entry)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  )
}
