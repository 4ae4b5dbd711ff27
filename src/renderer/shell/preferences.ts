// What this window knows from main beside the file: theme, language, recent files, versions, and why a file did not open.
import { create } from 'zustand'
import type { BaseError } from '#shared/contract/errors.ts'
import type { Preferences, ShellResult } from '#shared/contract/shell.ts'
import { askShell } from '../shell-client.ts'

export type Startup = ShellResult<'startup'>

interface PreferencesState {
  readonly theme: Preferences['theme']
  readonly language: Preferences['language']
  readonly recent: Startup['recent']
  readonly versions: Startup['versions'] | undefined
  /** Why the last file asked for is not open. */
  readonly openError: BaseError | null
}

export const usePreferences = create<PreferencesState>(() => ({
  theme: 'system',
  language: 'en',
  recent: [],
  versions: undefined,
  openError: null
}))

export function takeStartup(startup: Startup): void {
  const { preferences, recent, openError, versions } = startup
  usePreferences.setState({ ...preferences, recent, openError, versions })
}

export const setOpenError = (openError: BaseError | null): void => usePreferences.setState({ openError })

/** Saves a choice of this person on this machine. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  usePreferences.setState(change)
  usePreferences.setState(await askShell('setPreferences', change))
}

export async function reloadRecent(): Promise<void> {
  const startup = await askShell('startup', {})
  usePreferences.setState({ recent: startup.recent, openError: startup.openError })
}
