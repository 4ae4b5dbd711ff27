// The words of workspace in Spanish.
import type { workspace as english } from '../en/workspace.ts'
import type { Texts } from '../texts.ts'

export const workspace: Texts<typeof english> = {}
