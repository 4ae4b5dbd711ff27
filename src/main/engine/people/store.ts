// The rows of people, aliases, teams and memberships. What they mean together is worked out in src/shared/people.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type {
  Membership,
  MembershipId,
  Seller,
  SellerAlias,
  SellerAliasId,
  SellerFields,
  SellerId,
  SellerUse,
  Team,
  TeamId
} from '#shared/people/types.ts'

const SELLER = `SELECT id, name, role, email, location, hired_on AS hiredOn, left_on AS leftOn, base_pay_minor AS basePayMinor,
  variable_pay_minor AS variablePayMinor, pay_currency AS payCurrency, external_id AS externalId, notes FROM sellers`
const TEAM = 'SELECT id, parent_id AS parentId, name, manager_id AS managerId FROM teams'
const MEMBERSHIP =
  'SELECT id, seller_id AS sellerId, team_id AS teamId, from_on AS fromOn, to_on AS toOn FROM team_memberships'
const ALIAS = 'SELECT id, seller_id AS sellerId, alias FROM seller_aliases'

/** Everybody, by name. */
export const listSellers = (db: Reader): Seller[] => db.all<Seller>(`${SELLER} ORDER BY name COLLATE NOCASE, id`)

/** One person; undefined where there is none. */
export const findSeller = (db: Reader, id: SellerId): Seller | undefined =>
  db.get<Seller>(`${SELLER} WHERE id = :id`, { id })

/** The person with that external id; undefined where there is none. */
export const findSellerByExternalId = (db: Reader, externalId: string): Seller | undefined =>
  db.get<Seller>(`${SELLER} WHERE external_id = :externalId`, { externalId })

export const listTeams = (db: Reader): Team[] => db.all<Team>(`${TEAM} ORDER BY name COLLATE NOCASE, id`)

export const findTeam = (db: Reader, id: TeamId): Team | undefined => db.get<Team>(`${TEAM} WHERE id = :id`, { id })

export const listMemberships = (db: Reader): Membership[] =>
  db.all<Membership>(`${MEMBERSHIP} ORDER BY seller_id, from_on, id`)

export const listMembershipsOf = (db: Reader, sellerId: SellerId): Membership[] =>
  db.all<Membership>(`${MEMBERSHIP} WHERE seller_id = :sellerId ORDER BY from_on, id`, { sellerId })

export const findMembership = (db: Reader, id: MembershipId): Membership | undefined =>
  db.get<Membership>(`${MEMBERSHIP} WHERE id = :id`, { id })

export const listAliases = (db: Reader): SellerAlias[] =>
  db.all<SellerAlias>(`${ALIAS} ORDER BY seller_id, alias COLLATE NOCASE`)

export const findAlias = (db: Reader, id: SellerAliasId): SellerAlias | undefined =>
  db.get<SellerAlias>(`${ALIAS} WHERE id = :id`, { id })

/** Everything about people at once: a few hundred rows, from which rows for the screen are put together. */
export const loadPeople = (db: Reader) => ({
  sellers: listSellers(db),
  teams: listTeams(db),
  memberships: listMemberships(db),
  aliases: listAliases(db)
})

const sellerColumns: Record<keyof SellerFields, string> = {
  name: 'name',
  role: 'role',
  email: 'email',
  location: 'location',
  hiredOn: 'hired_on',
  leftOn: 'left_on',
  basePayMinor: 'base_pay_minor',
  variablePayMinor: 'variable_pay_minor',
  payCurrency: 'pay_currency',
  externalId: 'external_id',
  notes: 'notes'
}

function columnsOf(fields: Partial<SellerFields>): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {}
  for (const [field, column] of Object.entries(sellerColumns)) {
    const value = fields[field as keyof SellerFields]
    if (value !== undefined) row[column] = value
  }
  return row
}

export const insertSeller = (db: Writer, fields: SellerFields): SellerId =>
  db.insert('sellers', columnsOf(fields)) as SellerId

/** Writes the fields given; undefined ones stay as they are. */
export const updateSeller = (db: Writer, id: SellerId, fields: Partial<SellerFields>): void =>
  db.update('sellers', id, columnsOf(fields))

export const removeSeller = (db: Writer, id: SellerId): void => db.remove('sellers', id)

/** @param key the name key of the alias, by which it is looked up */
export const insertAlias = (db: Writer, sellerId: SellerId, alias: string, key: string): SellerAliasId =>
  db.insert('seller_aliases', { seller_id: sellerId, alias, alias_key: key }) as SellerAliasId

export const removeAlias = (db: Writer, id: SellerAliasId): void => db.remove('seller_aliases', id)

export const insertMembership = (db: Writer, row: Omit<Membership, 'id'>): MembershipId =>
  db.insert('team_memberships', {
    seller_id: row.sellerId,
    team_id: row.teamId,
    from_on: row.fromOn,
    to_on: row.toOn
  }) as MembershipId

export const endMembership = (db: Writer, id: MembershipId, toOn: string): void =>
  db.update('team_memberships', id, { to_on: toOn })

export const removeMembership = (db: Writer, id: MembershipId): void => db.remove('team_memberships', id)

export const insertTeam = (db: Writer, team: Omit<Team, 'id'>, key: string): TeamId =>
  db.insert('teams', { parent_id: team.parentId, name: team.name, name_key: key, manager_id: team.managerId }) as TeamId

/** @param key the name key of the team's name */
export const updateTeam = (db: Writer, team: Team, key: string): void =>
  db.update('teams', team.id, {
    parent_id: team.parentId,
    name: team.name,
    name_key: key,
    manager_id: team.managerId
  })

/** Another team of that name under the same parent; undefined where there is none. */
export const findTeamByKey = (db: Reader, parentId: TeamId | null, key: string): Team | undefined =>
  db.get<Team>(`${TEAM} WHERE ifnull(parent_id, 0) = ifnull(:parentId, 0) AND name_key = :key`, { parentId, key })

/** How many memberships (of any time) and teams a team holds. */
export const countInTeam = (db: Reader, teamId: TeamId): { members: number; teams: number } =>
  db.get<{ members: number; teams: number }>(
    `SELECT (SELECT count(*) FROM team_memberships WHERE team_id = :teamId) AS members,
      (SELECT count(*) FROM teams WHERE parent_id = :teamId) AS teams`,
    { teamId }
  ) ?? { members: 0, teams: 0 }

/** Puts the people and teams of one team into another. */
export const emptyTeamInto = (db: Writer, from: TeamId, into: TeamId): void => {
  db.run('UPDATE team_memberships SET team_id = :into WHERE team_id = :from', { from, into })
  db.run('UPDATE teams SET parent_id = :into WHERE parent_id = :from', { from, into })
}

export const removeTeam = (db: Writer, id: TeamId): void => db.remove('teams', id)

const ownTables = ['seller_aliases', 'team_memberships']

/**
 * Counts the rows of all tables that point to a person. The tables are read from the schema, so that people needs to
 * know nothing of the domains that use it, and a new one is never forgotten.
 */
export const listSellerUses = (db: Reader, sellerId: SellerId): SellerUse[] => {
  const links = db.all<{ tableName: string; columnName: string; onDelete: string }>(
    `SELECT m.name AS tableName, f."from" AS columnName, f.on_delete AS onDelete
     FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = 'sellers' ORDER BY m.name`
  )
  const uses: SellerUse[] = []
  for (const { tableName, columnName, onDelete } of links) {
    if (ownTables.includes(tableName)) continue
    const counted = db.get<{ rows: number }>(
      `SELECT count(*) AS rows FROM "${tableName}" WHERE "${columnName}" = :sellerId`,
      {
        sellerId
      }
    )
    const rows = counted?.rows ?? 0
    if (rows > 0) uses.push({ table: tableName, rows, effect: onDelete === 'CASCADE' ? 'goesToo' : 'kept' })
  }
  return uses
}
