// What the handbook contributes to a scenario: its texts are copied, and compared paragraph by paragraph.
import type { ScenarioPart } from '#engine/scenario-part.ts'
import { listTextBlocks } from '#shared/handbook/edit.ts'
import { writeInlineText } from '#shared/handbook/inline-text.ts'
import { findTemplate } from '#shared/handbook/templates/index.ts'
import type { ScenarioFact } from '#shared/plans/types.ts'
import { listTexts, putText } from './store.ts'

export const handbookScenarioPart: ScenarioPart = {
  domain: 'handbook',

  copy: (db, from, to, ids) => {
    for (const { id, ...text } of listTexts(db, from)) ids.set('handbooks', id, putText(db, to, text))
  },

  // A paragraph that reads as in the template is no fact: two scenarios with untouched texts say the same.
  facts: (db, scenarioId) =>
    listTexts(db, scenarioId).flatMap(({ kind, language, template, document }) => {
      const untouched = new Map(
        listTextBlocks(findTemplate(template).documents[kind][language]).map((block) => [
          block.attrs.id,
          writeInlineText(block.content)
        ])
      )
      return listTextBlocks(document).flatMap((block): ScenarioFact[] => {
        const text = writeInlineText(block.content)
        if (untouched.get(block.attrs.id) === text) return []
        const label = `${language.toUpperCase()} · ${text.slice(0, 60)}`
        return [
          { domain: 'handbook', kind, key: `${kind} ${language} ${block.attrs.id}`, label, value: text, unit: 'text' }
        ]
      })
    })
}
