// The shape of an entry of the entity registry: what kind of thing a table may hold and how its columns are recognised.

/** What a column's cells must look like; also says how they are read. */
export type FieldKind =
  | 'text'
  | 'id'
  | 'name'
  | 'email'
  | 'date'
  | 'period'
  | 'money'
  | 'number'
  | 'integer'
  | 'ratio'
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
  /** Spellings that may mean it but often mean something else ("Date", "Type"): never more than likely. */
  readonly weak?: readonly string[]
  /** Where that field has no column of its own, this column becomes it ("Status" where there is no "Stage"). */
  readonly standsInFor?: string
  /** Beside a column of that field, this one is no field at all: the expected revenue of a deal that has its amount is weighted. */
  readonly isStandInOnly?: boolean
}

export interface EntityEntry {
  readonly name: EntityName
  /** Words of a file or sheet name that speak for this entity. */
  readonly fileWords: readonly string[]
  readonly fields: readonly EntityField[]
  /** Each inner list needs at least one mapped field, else the table can't hold this entity. */
  readonly needs: readonly (readonly string[])[]
  /** The same for a table whose headers name the entity ("Propietario del negocio"), where less is enough. */
  readonly needsWhenNamed?: readonly (readonly string[])[]
  /** Unknown columns are kept with the row as custom fields. */
  readonly keepsCustom: boolean
  /** Words of headers that name the entity itself: "Deal name" among deals is the name. As headers spell them. */
  readonly ownWords: readonly string[]
  /** Tables may have one column a month, quarter or year: their columns become the fields `period:<key>`. */
  readonly hasPeriodColumns?: boolean
}

/** What the field of a period column begins with; the period's key follows, as `readPeriodKey` of periods.ts reads it. */
export const periodFieldPrefix = 'period:'

/** In the order in which an import writes them: what others refer to goes first. */
export const entityNames = [
  'rates',
  'teams',
  'sellers',
  'accounts',
  'contacts',
  'products',
  'opportunities',
  'stageChanges',
  'leads',
  'activities',
  'invoices',
  'targets',
  'quotas',
  'assignments'
] as const

export type EntityName = (typeof entityNames)[number]
