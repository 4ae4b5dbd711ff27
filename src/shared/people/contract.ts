// The calls about people and teams. What each does is in src/main/engine/people/handlers.ts; the words are in types.ts.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import { parseCurrencyCode } from '#shared/units/money.ts'
import type {
  MembershipId,
  NameMatch,
  PasteOutcome,
  PeopleError,
  SellerAliasId,
  SellerDetail,
  SellerId,
  SellerRow,
  SellerUse,
  TeamId,
  TeamRow
} from './types.ts'
import { sellerRoles } from './types.ts'

const text = () => z.string().trim().max(200)
const optionalText = () =>
  text()
    .nullable()
    .transform((value) => (value === '' ? null : value))
const pay = () => z.number().int().nullable()
const currency = () =>
  z.string().transform((code, context) => {
    const parsed = parseCurrencyCode(code)
    if (parsed !== undefined) return parsed
    context.addIssue({ code: 'custom', message: `not a currency of ISO 4217: ${code}` })
    return z.NEVER
  })

const fields = {
  name: text(),
  role: z.enum(sellerRoles),
  email: optionalText(),
  location: optionalText(),
  hiredOn: isoDateArg().nullable(),
  leftOn: isoDateArg().nullable(),
  basePayMinor: pay(),
  variablePayMinor: pay(),
  payCurrency: currency().nullable(),
  externalId: optionalText(),
  notes: z.string().max(20_000)
}
const changes = z.object(fields).partial()
const failure = returns<PeopleError>()
const aliases = z.array(text()).max(50)

export const peopleContract = defineContract('people', {
  /** Everybody, by name, with the team of a day (today if not said). */
  listSellers: query({
    args: z.object({ on: isoDateArg().optional(), activeOnly: z.boolean().optional() }),
    result: returns<SellerRow[]>()
  }),
  /** All teams, each after its parent, with how many people they have on a day (today if not said). */
  listTeams: query({ args: z.object({ on: isoDateArg().optional() }), result: returns<TeamRow[]>() }),
  getSeller: query({
    args: z.object({ sellerId: idArg<SellerId>(), on: isoDateArg().optional() }),
    result: returns<SellerDetail>(),
    errors: failure
  }),
  /** People whose name or alias is this text, accents and letter case apart. */
  findByName: query({ args: z.object({ name: z.string() }), result: returns<NameMatch[]>() }),
  /** What removing a person would touch. */
  listSellerUses: query({ args: z.object({ sellerId: idArg<SellerId>() }), result: returns<SellerUse[]>() }),

  createSeller: command({
    args: changes
      .required({ name: true })
      .extend({ teamId: idArg<TeamId>().nullable().optional(), aliases: aliases.optional() }),
    result: returns<SellerRow>(),
    errors: failure
  }),
  updateSeller: command({
    args: changes.extend({ sellerId: idArg<SellerId>() }),
    result: returns<SellerRow>(),
    errors: failure
  }),
  /** Several people at once, as one step: a block pasted or filled into the table. */
  updateSellers: command({
    args: z.object({
      changes: z
        .array(
          changes.extend({
            sellerId: idArg<SellerId>(),
            /** Another team, or none, from a day on. */
            move: z.object({ teamId: idArg<TeamId>().nullable(), fromOn: isoDateArg().nullable() }).optional()
          })
        )
        .min(1)
        .max(5000)
    }),
    result: returns<null>(),
    errors: failure
  }),
  removeSeller: command({ args: z.object({ sellerId: idArg<SellerId>() }), result: returns<null>(), errors: failure }),
  /** Adds and changes many people at once: those found by external id, email or name are changed, the others added. */
  pasteSellers: command({
    args: z.object({
      rows: z
        .array(changes.extend({ team: z.array(text().min(1)).max(10).optional(), aliases: aliases.optional() }))
        .min(1)
        .max(5000)
    }),
    result: returns<PasteOutcome>(),
    errors: failure
  }),
  addAlias: command({
    args: z.object({ sellerId: idArg<SellerId>(), alias: text() }),
    result: returns<SellerRow>(),
    errors: failure
  }),
  removeAlias: command({
    args: z.object({ aliasId: idArg<SellerAliasId>() }),
    result: returns<null>(),
    errors: failure
  }),
  /** From a day on (null: from the beginning) the person is in this team (null: in none). What was planned after it goes. */
  moveSeller: command({
    args: z.object({
      sellerId: idArg<SellerId>(),
      teamId: idArg<TeamId>().nullable(),
      fromOn: isoDateArg().nullable()
    }),
    result: returns<SellerRow>(),
    errors: failure
  }),
  removeMembership: command({
    args: z.object({ membershipId: idArg<MembershipId>() }),
    result: returns<null>(),
    errors: failure
  }),

  createTeam: command({
    args: z.object({
      name: text(),
      parentId: idArg<TeamId>().nullable(),
      managerId: idArg<SellerId>().nullable().optional()
    }),
    result: returns<TeamRow>(),
    errors: failure
  }),
  updateTeam: command({
    args: z.object({
      teamId: idArg<TeamId>(),
      name: text().optional(),
      parentId: idArg<TeamId>().nullable().optional(),
      managerId: idArg<SellerId>().nullable().optional()
    }),
    result: returns<TeamRow>(),
    errors: failure
  }),
  /** A team with people or teams in it is removed only by saying into which team they go. */
  removeTeam: command({
    args: z.object({ teamId: idArg<TeamId>(), into: idArg<TeamId>().optional() }),
    result: returns<null>(),
    errors: failure
  })
})
