// Every way of sharing out a target. A new one is a file, a line here, and its id in types.ts.
import type { QuotaMethodId } from '../types.ts'
import { blend } from './blend.ts'
import { equal } from './equal.ts'
import { history } from './history.ts'
import type { QuotaMethod } from './method.ts'
import { sameGrowth } from './same-growth.ts'

export const quotaMethods: Readonly<Record<QuotaMethodId, QuotaMethod>> = { history, equal, sameGrowth, blend }

/** In the order the panel offers them. */
export const quotaMethodIds = ['history', 'equal', 'sameGrowth', 'blend'] as const satisfies readonly QuotaMethodId[]
