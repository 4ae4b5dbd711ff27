// How a call is declared: its kind, the schema of its arguments and the types of its result and errors, said once.
// The engine's router and the renderer's client are both derived from these declarations.
import { z } from 'zod'
import type { IsoDate } from '#shared/units/date.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'

/** A type with no value at run time: `result: returns<SellerRow[]>()`. */
export interface Returns<T> {
  readonly type?: () => T
}
export const returns = <T>(): Returns<T> => ({})

/** query reads; command writes in one transaction and is one undo step; job runs long, with progress and cancel; service acts on the engine itself. */
export type CallKind = 'query' | 'command' | 'job' | 'service'
export type Caller = 'anyone' | 'host'

export interface CallSpec<Kind extends CallKind, Args extends z.ZodType, Result, Failure> {
  readonly kind: Kind
  readonly args: Args
  readonly result: Returns<Result>
  readonly errors: Returns<Failure>
  /** `host`: only the main process or the command line may call it, never a window. */
  readonly caller: Caller
}

interface Declared<Args extends z.ZodType, Result, Failure> {
  args: Args
  result: Returns<Result>
  errors?: Returns<Failure>
  caller?: Caller
}

const declare =
  <Kind extends CallKind>(kind: Kind) =>
  <Args extends z.ZodType, Result, Failure = never>(
    spec: Declared<Args, Result, Failure>
  ): CallSpec<Kind, Args, Result, Failure> => ({
    kind,
    args: spec.args,
    result: spec.result,
    errors: spec.errors ?? returns<Failure>(),
    caller: spec.caller ?? 'anyone'
  })

export const query = declare('query')
export const command = declare('command')
export const job = declare('job')
export const service = declare('service')

export type AnyCall = CallSpec<CallKind, z.ZodType, unknown, unknown>

export interface Contract<Domain extends string, Calls extends Record<string, AnyCall>> {
  readonly domain: Domain
  readonly calls: Calls
}

export const defineContract = <const Domain extends string, const Calls extends Record<string, AnyCall>>(
  domain: Domain,
  calls: Calls
): Contract<Domain, Calls> => ({ domain, calls })

/** A row id in a call's arguments. */
export const idArg = <Row extends Id<string>>(): z.ZodType<Row, number> =>
  z
    .number()
    .int()
    .positive()
    .transform((value) => value as Row)

/** An ISO calendar date in a call's arguments; 2027-02-29 is refused. */
export const isoDateArg = (): z.ZodType<IsoDate, string> =>
  z.string().transform((text, context) => {
    const date = parseIsoDate(text)
    if (date !== undefined) return date
    context.addIssue({ code: 'custom', message: `not a calendar date: ${text}` })
    return z.NEVER
  })
