// Answers to the calls about the file: settings, undo, audit, backups, opening and closing.
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { workspaceContract } from '#shared/workspace/contract.ts'
import { fillSample, sampleSettings } from '../sample/fill.ts'
import { getSettings, updateSettings } from './store.ts'

export const workspaceHandlers = defineHandlers(workspaceContract, {
  ping: () => ok('pong'),
  getState: ({ session }) => ok(session.state()),
  open: ({ session }, { path }) => session.open(path),
  create: ({ session }, { path, settings, replace }) =>
    session.create(path, { ...settings, isSample: false }, replace ?? false),
  createSample: ({ session }, { path, size, seed, language }) => {
    const target = path ?? session.file?.connection.path
    if (target === undefined) return fail({ code: 'engine.noWorkspace' })
    const sample = { size, seed: seed ?? 1, language: language ?? 'en' } as const
    return session.create(target, sampleSettings(sample), true, (db) => fillSample(db, sample))
  },
  close: ({ session }) => {
    session.close()
    return ok(null)
  },
  saveCopy: ({ session }, { path }) => session.saveCopy(path),
  restore: ({ session }, { backupId, path }) => session.restore(backupId, path),
  grantFile: ({ session }, { token, path }) => {
    session.grant(token, path)
    return ok(null)
  },
  undo: ({ session, now, changed }) => {
    const step = session.file?.undoLog.step('undo', now)
    if (step) changed(step.tables)
    return step ? ok({ label: step.label, state: session.undoState() }) : fail({ code: 'workspace.nothingToUndo' })
  },
  redo: ({ session, now, changed }) => {
    const step = session.file?.undoLog.step('redo', now)
    if (step) changed(step.tables)
    return step ? ok({ label: step.label, state: session.undoState() }) : fail({ code: 'workspace.nothingToRedo' })
  },
  backUp: ({ session }) => {
    const backup = session.backUp()
    return backup ? ok(backup) : fail({ code: 'engine.noWorkspace' })
  },
  listBackups: ({ session }) => ok(session.listBackups()),
  updateSettings: ({ db }, args) => {
    updateSettings(db, args)
    return done(getSettings(db))
  },
  listAudit: ({ session }, { search, limit, beforeId }) =>
    ok(session.file?.undoLog.listEvents(search ?? '', limit ?? 500, beforeId) ?? []),
  listChanges: ({ session }, { eventId, limit }) => ok(session.file?.undoLog.listChanges(eventId, limit ?? 500) ?? [])
})
