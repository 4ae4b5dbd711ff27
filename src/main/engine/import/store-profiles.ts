// The profiles of imports: how tables of a shape were read, to read the next one of that shape in the same way.
import type { Reader, Writer } from '#engine/db.ts'
import type { ProfileColumn, StoredProfile } from '#shared/import/profiles.ts'
import type { ImportProfile } from '#shared/import/types.ts'

type Row = Omit<StoredProfile, 'columns' | 'reading'> & {
  columnsJson: string
  readingJson: string
  createdAt: string
  uses: number
}

const listRows = (db: Reader): Row[] =>
  db.all<Row>(
    `SELECT id, name, entity, shape, used_at AS usedAt, columns_json AS columnsJson, reading_json AS readingJson,
      created_at AS createdAt, uses FROM import_profiles ORDER BY used_at DESC, id DESC`
  )

const columnsOf = (json: string): ProfileColumn[] => JSON.parse(json) as ProfileColumn[]

/** For reading files: the last used first. */
export const listStoredProfiles = (db: Reader): StoredProfile[] =>
  listRows(db).map(({ columnsJson, readingJson, createdAt: _at, uses: _uses, ...row }) => ({
    ...row,
    columns: columnsOf(columnsJson),
    reading: JSON.parse(readingJson) as StoredProfile['reading']
  }))

/** For showing them. */
export const listProfiles = (db: Reader): ImportProfile[] =>
  listRows(db).map(({ columnsJson, readingJson: _reading, shape: _shape, ...row }) => ({
    ...row,
    columns: columnsOf(columnsJson).map(({ header, field }) => ({ header, field }))
  }))

export const findProfileName = (db: Reader, id: number): string | undefined =>
  db.get<{ name: string }>('SELECT name FROM import_profiles WHERE id = :id', { id })?.name

export const renameProfile = (db: Writer, id: number, name: string): void => db.update('import_profiles', id, { name })

export const removeProfile = (db: Writer, id: number): void => db.remove('import_profiles', id)
