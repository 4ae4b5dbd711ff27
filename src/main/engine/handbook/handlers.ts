// Answers the calls of the handbook: its texts, their changes, and the pages made of text and values.
import type { Reader, Writer } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { findScenario, requireOpenScenario } from '#engine/plans/store.ts'
import { handbookContract } from '#shared/handbook/contract.ts'
import { addParagraph, removeBlock, replaceContent } from '#shared/handbook/edit.ts'
import { findField } from '#shared/handbook/fields/index.ts'
import { listLetterPeople } from '#shared/handbook/letters.ts'
import { renderHandbook } from '#shared/handbook/render.ts'
import { findTemplate } from '#shared/handbook/templates/index.ts'
import type { HandbookDocument, HandbookKind, HandbookText, Inline } from '#shared/handbook/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Language } from '#shared/workspace/types.ts'
import { loadValues } from './load.ts'
import { findText, putText } from './store.ts'

const kinds: readonly HandbookKind[] = ['handbook', 'letter']
const languages: readonly Language[] = ['en', 'es']

interface TextKey {
  scenarioId: ScenarioId
  kind: HandbookKind
  language: Language
}

function textOf(db: Reader, { scenarioId, kind, language }: TextKey): HandbookText {
  const stored = findText(db, scenarioId, kind, language)
  const template = findTemplate(stored?.template ?? 'standard')
  const original = template.documents[kind][language]
  if (stored === undefined) return { kind, language, template: template.name, isEdited: false, document: original }
  const isEdited = JSON.stringify(stored.document) !== JSON.stringify(original)
  return { kind, language, template: stored.template, isEdited, document: stored.document }
}

const notFound = { code: 'plans.notFound' } as const

const unknownField = (content: readonly Inline[], kind: HandbookKind): string | undefined =>
  content
    .flatMap((node) => (node.type === 'field' ? [node.attrs.name] : []))
    .find((name) => {
      const field = findField(name)
      return field === undefined || field.form !== 'inline' || !field.kinds.includes(kind)
    })

/** Changes a text in an open scenario; `change` gives undefined for a block that isn't there. */
function changeText(db: Writer, key: TextKey, change: (document: HandbookDocument) => HandbookDocument | undefined) {
  const locked = requireOpenScenario(db, key.scenarioId)
  if (locked) return fail(locked)
  const text = textOf(db, key)
  const document = change(text.document)
  if (document === undefined) return fail({ code: 'handbook.blockMissing' })
  putText(db, key.scenarioId, { kind: key.kind, language: key.language, template: text.template, document })
  return done(textOf(db, key), { language: key.language })
}

export const handbookHandlers = defineHandlers(handbookContract, {
  getDocument: ({ db }, args) =>
    findScenario(db, args.scenarioId) === undefined ? fail(notFound) : ok(textOf(db, args)),

  createFromTemplate: ({ db }, { scenarioId, template, kind, language }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    const { documents, name } = findTemplate(template)
    const texts = kinds
      .filter((each) => kind === undefined || each === kind)
      .flatMap((ofKind) =>
        languages
          .filter((each) => language === undefined || each === language)
          .map((inLanguage) => ({ scenarioId, kind: ofKind, language: inLanguage }))
      )
    for (const key of texts)
      putText(db, scenarioId, { ...key, template: name, document: documents[key.kind][key.language] })
    return done(texts.map((key) => textOf(db, key)))
  },

  updateText: ({ db }, { blockId, content, ...key }) => {
    const name = unknownField(content, key.kind)
    if (name !== undefined) return fail({ code: 'handbook.unknownField', name })
    return changeText(db, key, (document) => replaceContent(document, blockId, content))
  },

  addParagraph: ({ db }, { afterBlockId, content, ...key }) => {
    const name = unknownField(content, key.kind)
    if (name !== undefined) return fail({ code: 'handbook.unknownField', name })
    let blockId = ''
    const answer = changeText(db, key, (document) => {
      const added = addParagraph(document, afterBlockId, content)
      blockId = added?.blockId ?? ''
      return added?.document
    })
    return answer.ok ? { ...answer, value: { ...answer.value, blockId } } : answer
  },

  removeBlock: ({ db }, { blockId, ...key }) => changeText(db, key, (document) => removeBlock(document, blockId)),

  render: ({ db, today }, { scenarioId, kind, language }) => {
    const values = loadValues(db, scenarioId, today)
    if (values === undefined) return fail(notFound)
    const { document } = textOf(db, { scenarioId, kind, language })
    return ok(renderHandbook(document, values, language, { kind, seller: null }))
  },

  listLetters: ({ db, today }, { scenarioId, language }) => {
    const values = loadValues(db, scenarioId, today)
    return values === undefined ? fail(notFound) : ok(listLetterPeople(values, language))
  },

  renderLetter: ({ db, today }, { scenarioId, sellerId, language }) => {
    const values = loadValues(db, scenarioId, today)
    if (values === undefined) return fail(notFound)
    const row = listLetterPeople(values, language).find((each) => each.sellerId === sellerId)
    const seller = values.sellers.find(({ id }) => id === sellerId)
    if (row === undefined || seller === undefined) return fail({ code: 'handbook.sellerMissing' })
    const { document } = textOf(db, { scenarioId, kind: 'letter', language })
    return ok({ ...renderHandbook(document, values, language, { kind: 'letter', seller }), fileName: row.fileName })
  }
})
