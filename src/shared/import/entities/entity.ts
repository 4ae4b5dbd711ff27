// The shape of an entry of the entity registry: what kind of thing a table may hold and how its columns are recognised.

/** What a column's cells must look like; also says how they are read. */
export type FieldKind =
  | 'text'
  | 'id'
  | 'name'
  | 'email'
  | 'date'
  | 'money'
  | 'integer'
  | 'year'
  | 'currency'
  | 'country'
  | 'flag'

export interface EntityField {
  /** Stable name, kept in stored mappings. */
  readonly name: string
  readonly kind: FieldKind
  /** How much finding this column says that the table holds this entity (0 = nothing). */
  readonly weight: number
  /** A row whose cell in this column can't be read is not taken. */
  readonly isEssential?: boolean
  /** Header spellings, English then Spanish, in any case; the first one is the usual one. */
  readonly en: readonly string[]
  readonly es: readonly string[]
}

export interface EntityEntry {
  readonly name: EntityName
  /** Words of a file or sheet name that speak for this entity. */
  readonly fileWords: readonly string[]
  readonly fields: readonly EntityField[]
  /** Each inner list needs at least one mapped field, else the table can't hold this entity. */
  readonly needs: readonly (readonly string[])[]
  /** Unknown columns are kept with the row as custom fields. */
  readonly keepsCustom: boolean
}

export type EntityName = 'sellers' | 'accounts' | 'products' | 'opportunities' | 'activities'
