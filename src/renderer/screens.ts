// Every screen there is, in the order of the navigation: a new one is one entry here and its name in i18n shell.screens.
import {
  IconBook2,
  IconChartBar,
  IconCoins,
  IconDatabase,
  IconHistory,
  IconHome,
  IconKeyboard,
  IconMap2,
  IconScale,
  IconSettings,
  IconTarget,
  IconTrendingUp,
  IconUsers
} from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import type { shell } from './i18n/en/shell.ts'

export type ScreenId = keyof typeof shell.screens

export interface ScreenEntry {
  readonly id: ScreenId
  /** Entries of a group stand together; 'none' is reached from elsewhere. */
  readonly group: 'start' | 'plan' | 'pay' | 'own' | 'none'
  /** The letter after g. */
  readonly letter?: string | undefined
  readonly Icon: ComponentType<{ size?: number | string }>
  readonly Screen: ComponentType
}

export const screens: readonly ScreenEntry[] = [
  {
    id: 'home',
    group: 'start',
    letter: 'h',
    Icon: IconHome,
    Screen: lazy(() => import('./home/screen.tsx').then((part) => ({ default: part.HomeScreen })))
  },
  {
    id: 'data',
    group: 'start',
    letter: 'd',
    Icon: IconDatabase,
    Screen: lazy(() => import('./import/screen.tsx').then((part) => ({ default: part.DataScreen })))
  },
  {
    id: 'people',
    group: 'start',
    letter: 'p',
    Icon: IconUsers,
    Screen: lazy(() => import('./people/screen.tsx').then((part) => ({ default: part.PeopleScreen })))
  },
  {
    id: 'territories',
    group: 'plan',
    letter: 't',
    Icon: IconMap2,
    Screen: lazy(() => import('./territories/screen.tsx').then((part) => ({ default: part.TerritoriesScreen })))
  },
  {
    id: 'forecasts',
    group: 'plan',
    letter: 'f',
    Icon: IconTrendingUp,
    Screen: lazy(() => import('./forecasts/screen.tsx').then((part) => ({ default: part.ForecastsScreen })))
  },
  {
    id: 'quotas',
    group: 'plan',
    letter: 'q',
    Icon: IconTarget,
    Screen: lazy(() => import('./quotas/screen.tsx').then((part) => ({ default: part.QuotasScreen })))
  },
  {
    id: 'performance',
    group: 'plan',
    letter: 'r',
    Icon: IconChartBar,
    Screen: lazy(() => import('./performance/screen.tsx').then((part) => ({ default: part.PerformanceScreen })))
  },
  {
    id: 'compensation',
    group: 'pay',
    letter: 'c',
    Icon: IconCoins,
    Screen: lazy(() => import('./compensation/screen.tsx').then((part) => ({ default: part.CompensationScreen })))
  },
  {
    id: 'handbook',
    group: 'pay',
    letter: 'b',
    Icon: IconBook2,
    Screen: lazy(() => import('./handbook/screen.tsx').then((part) => ({ default: part.HandbookScreen })))
  },
  {
    id: 'settings',
    group: 'own',
    letter: 's',
    Icon: IconSettings,
    Screen: lazy(() => import('./settings/screen.tsx').then((part) => ({ default: part.SettingsScreen })))
  },
  {
    id: 'audit',
    group: 'none',
    letter: 'a',
    Icon: IconHistory,
    Screen: lazy(() => import('./audit/screen.tsx').then((part) => ({ default: part.AuditScreen })))
  },
  {
    id: 'plans',
    group: 'none',
    letter: 'e',
    Icon: IconScale,
    Screen: lazy(() => import('./plans/screen.tsx').then((part) => ({ default: part.PlansScreen })))
  },
  {
    id: 'shortcuts',
    group: 'none',
    Icon: IconKeyboard,
    Screen: lazy(() => import('./shell/shortcuts-screen.tsx').then((part) => ({ default: part.ShortcutsScreen })))
  }
]

export const findScreen = (id: string): ScreenEntry | undefined => screens.find((screen) => screen.id === id)
