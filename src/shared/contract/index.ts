// All calls of the engine: one line per domain. Method names, arguments, results and errors are derived from this list.
import type { z } from 'zod'
import { compensationContract } from '#shared/compensation/contract.ts'
import { crmContract } from '#shared/crm/contract.ts'
import { exportContract } from '#shared/export/contract.ts'
import { forecastsContract } from '#shared/forecasts/contract.ts'
import { handbookContract } from '#shared/handbook/contract.ts'
import { importContract } from '#shared/import/contract.ts'
import { peopleContract } from '#shared/people/contract.ts'
import { performanceContract } from '#shared/performance/contract.ts'
import { plansContract } from '#shared/plans/contract.ts'
import { playbookContract } from '#shared/playbook/contract.ts'
import { quotasContract } from '#shared/quotas/contract.ts'
import { territoriesContract } from '#shared/territories/contract.ts'
import { workspaceContract } from '#shared/workspace/contract.ts'
import type { AnyCall, CallKind } from './define.ts'
import type { BaseError, Reply } from './errors.ts'

export const contract = {
  workspace: workspaceContract,
  plans: plansContract,
  people: peopleContract,
  crm: crmContract,
  playbook: playbookContract,
  import: importContract,
  export: exportContract,
  territories: territoriesContract,
  forecasts: forecastsContract,
  quotas: quotasContract,
  performance: performanceContract,
  compensation: compensationContract,
  handbook: handbookContract
} as const

type Contracts = typeof contract
export type DomainName = keyof Contracts
type CallsOf<D extends DomainName> = Contracts[D]['calls']
export type Method = { [D in DomainName]: `${D}.${keyof CallsOf<D> & string}` }[DomainName]
type SpecOf<M extends Method> = M extends `${infer D extends DomainName}.${infer V}`
  ? V extends keyof CallsOf<D>
    ? CallsOf<D>[V]
    : never
  : never

type ArgsSchema<M extends Method> = SpecOf<M> extends { args: infer A extends z.ZodType } ? A : never
/** What a caller passes. */
export type ArgsOf<M extends Method> = z.input<ArgsSchema<M>>
export type ResultOf<M extends Method> = SpecOf<M> extends { result: { readonly type?: () => infer R } } ? R : never
/** `unknown` is what the compiler puts where a call declares no errors of its own. */
type OwnFailure<M extends Method> =
  SpecOf<M> extends { errors: { readonly type?: () => infer E } } ? (unknown extends E ? never : E) : never
export type FailureOf<M extends Method> = BaseError | OwnFailure<M>
export type ReplyOf<M extends Method> = Reply<ResultOf<M>, FailureOf<M>>
export type MethodOfKind<K extends CallKind> = {
  [M in Method]: SpecOf<M> extends { kind: K } ? M : never
}[Method]
/** Any error of any call: what the window has to put into words. */
export type AppError = { [M in Method]: FailureOf<M> }[Method]

/** The declaration of a method, or undefined for a name that isn't in the contract. */
export function findCall(method: string): AnyCall | undefined {
  const [domain, verb, ...rest] = method.split('.')
  if (domain === undefined || verb === undefined || rest.length > 0 || !Object.hasOwn(contract, domain))
    return undefined
  const calls: Record<string, AnyCall> = contract[domain as DomainName].calls
  return Object.hasOwn(calls, verb) ? calls[verb] : undefined
}
