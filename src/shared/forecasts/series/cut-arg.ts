// How calls are told whose sales are meant: the schema of a cut, for every contract of forecasts.
import { z } from 'zod'
import { idArg } from '#shared/contract/define.ts'
import type { ProductId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'

export const cutArg = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('company') }),
    z.object({ kind: z.literal('team'), teamId: idArg<TeamId>() }),
    z.object({ kind: z.literal('seller'), sellerId: idArg<SellerId>() }),
    z.object({ kind: z.literal('territory'), territoryId: idArg<TerritoryId>() }),
    z.object({ kind: z.literal('segment'), name: z.string().min(1).max(200) }),
    z.object({ kind: z.literal('product'), productId: idArg<ProductId>() }),
    z.object({ kind: z.literal('family'), name: z.string().min(1).max(200) }),
    z.object({ kind: z.literal('business'), business: z.enum(['new', 'existing']) }),
    z.object({
      kind: z.literal('rest'),
      of: z.enum(['team', 'seller', 'territory', 'segment', 'product', 'family', 'business'])
    })
  ])

export const grainArg = () => z.enum(['week', 'month', 'quarter'])
export const sourceArg = () => z.enum(['bookings', 'invoices', 'totals'])
