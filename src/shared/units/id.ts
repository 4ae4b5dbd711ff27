// Row ids that the type checker keeps apart: a SellerId can't be passed where an AccountId is asked for.

declare const idName: unique symbol

/** A row id of one table, e.g. `type SellerId = Id<'seller'>`. At run time it is a plain positive integer. */
export type Id<Name extends string> = number & { readonly [idName]: Name }
