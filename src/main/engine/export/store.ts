// Reads the audit log row by row: each change of each command, with what was done to the command since.
import type { Reader } from '#engine/db.ts'

export interface AuditLine {
  happenedAt: string
  kind: string
  method: string
  label: string
  state: string
  tableName: string | null
  op: string | null
  rowId: number | null
  lastRowId: number | null
  before: string | null
  after: string | null
}

/** Every change, the newest event first; `search` looks into the call, its words and the rows. */
export const listAuditLines = (db: Reader, search: string): AuditLine[] =>
  db.all<AuditLine>(
    `SELECT e.happened_at AS happenedAt, e.kind, c.method, c.label_json AS label, c.state, x.table_name AS tableName, x.op,
      x.row_id AS rowId, x.last_row_id AS lastRowId, x.before_json AS before, x.after_json AS after
    FROM audit_events e JOIN commands c ON c.id = e.command_id LEFT JOIN changes x ON x.command_id = c.id
    WHERE :search = '' OR c.method LIKE :pattern OR c.label_json LIKE :pattern OR x.before_json LIKE :pattern
      OR x.after_json LIKE :pattern
    ORDER BY e.id DESC, x.id`,
    { search, pattern: `%${search}%` }
  )
