// Calls about the handbook: its texts and their changes, the page as HTML, and the letters.
import { z } from 'zod'
import { command, defineContract, idArg, query, returns } from '#shared/contract/define.ts'
import type { SellerId } from '../people/types.ts'
import type { ScenarioId } from '../plans/types.ts'
import type { HandbookError, HandbookText, Inline, LetterRow, RenderedHandbook } from './types.ts'

const scenarioId = idArg<ScenarioId>()
const kind = z.enum(['handbook', 'letter'])
const language = z.enum(['en', 'es'])
const blockId = z.string().min(1).max(120)
const errors = returns<HandbookError>()

const inline: z.ZodType<Inline> = z.union([
  z.object({
    type: z.literal('text'),
    text: z.string().min(1).max(20_000),
    marks: z
      .array(z.object({ type: z.enum(['bold', 'italic']) }))
      .max(2)
      .optional()
  }),
  z.object({ type: z.literal('field'), attrs: z.object({ name: z.string().min(1).max(80) }) })
])
const content = z.array(inline).max(500)
const text = { scenarioId, kind, language }

export const handbookContract = defineContract('handbook', {
  /** The text as it stands: the scenario's own, or the template's while nobody has changed it. */
  getDocument: query({ args: z.object(text), result: returns<HandbookText>(), errors }),
  /** Starts texts anew from a template: all of them, or those of one kind or language. */
  createFromTemplate: command({
    args: z.object({
      scenarioId,
      template: z.enum(['standard']),
      kind: kind.optional(),
      language: language.optional()
    }),
    result: returns<HandbookText[]>(),
    errors
  }),
  updateText: command({ args: z.object({ ...text, blockId, content }), result: returns<HandbookText>(), errors }),
  addParagraph: command({
    args: z.object({ ...text, afterBlockId: blockId, content }),
    result: returns<HandbookText & { blockId: string }>(),
    errors
  }),
  removeBlock: command({ args: z.object({ ...text, blockId }), result: returns<HandbookText>(), errors }),
  render: query({
    args: z.object({ scenarioId, kind: z.literal('handbook'), language }),
    result: returns<RenderedHandbook>(),
    errors
  }),
  listLetters: query({ args: z.object({ scenarioId, language }), result: returns<LetterRow[]>(), errors }),
  renderLetter: query({
    args: z.object({ scenarioId, sellerId: idArg<SellerId>(), language }),
    result: returns<RenderedHandbook & { fileName: string }>(),
    errors
  })
})
