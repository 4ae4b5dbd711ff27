// What travels between the processes: over the window's port to the engine, and between main and the engine.
// Only structured-clone values; the typed client and router stand on both sides of these.

import type { Progress, UndoState, WorkspaceState } from '#shared/workspace/types.ts'
import type { BaseError } from './errors.ts'

export type ToEngine = { type: 'call'; id: number; method: string; args: unknown } | { type: 'cancel'; id: number }

export type FromEngine =
  | { type: 'reply'; id: number; reply: WireReply }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'changed'; topics: readonly string[]; undo: UndoState }
  | { type: 'workspace'; state: WorkspaceState }

export type WireReply = { ok: true; value: unknown } | { ok: false; error: { code: string } & Record<string, unknown> }

/** Main to engine. `call` here is made with the host's rights; the bridge carries a window's port where ports can't be handed over. */
export type HostToEngine =
  | { type: 'host'; message: ToEngine }
  | { type: 'connect' }
  | { type: 'bridge'; message: ToEngine }
  | { type: 'stop' }

export type EngineToHost =
  | { type: 'ready'; node: string; napi: string }
  | { type: 'host'; message: FromEngine }
  | { type: 'bridge'; message: FromEngine }

/** Signals main sends to its window about the engine and the file. */
export type ToWindow =
  | { type: 'engine'; state: 'ready' | 'lost' | 'stopped' }
  | { type: 'menu'; action: MenuAction }
  | { type: 'openError'; error: BaseError }

export const menuActions = [
  'new',
  'open',
  'saveCopy',
  'import',
  'export',
  'print',
  'undo',
  'redo',
  'palette',
  'settings',
  'shortcuts',
  'about'
] as const
export type MenuAction = (typeof menuActions)[number]

export interface RecentFile {
  id: string
  name: string
  folder: string
  openedAt: string
  exists: boolean
}

/** A file the user chose or dropped: the window holds the token, only the engine and main know the path. */
export interface GrantedFile {
  token: string
  name: string
  bytes: number
}
