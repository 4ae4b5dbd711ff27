// Changes to a document: new words for a paragraph or a heading, a paragraph more, a paragraph less. Each gives a new document.
import type { Block, HandbookDocument, HeadingBlock, Inline, ParagraphBlock } from './types.ts'

type TextBlock = ParagraphBlock | HeadingBlock

/** Rewrites blocks one by one, within lists and callouts too; `change` gives what stands in a block's place. */
function mapBlocks(blocks: readonly Block[], change: (block: TextBlock) => TextBlock[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return change(block)
      case 'callout': {
        const content = mapParagraphs(block.content, change)
        return content.length === 0 ? [] : [{ ...block, content }]
      }
      case 'bulletList':
      case 'orderedList': {
        // A paragraph added within an item becomes an item of its own.
        const items = block.content.flatMap((item) =>
          mapParagraphs(item.content, change).map((paragraph) => ({ type: 'listItem' as const, content: [paragraph] }))
        )
        return items.length === 0 ? [] : [{ ...block, content: items }]
      }
      default:
        return [block]
    }
  })
}

const mapParagraphs = (
  paragraphs: readonly ParagraphBlock[],
  change: (block: TextBlock) => TextBlock[]
): ParagraphBlock[] => paragraphs.flatMap(change).filter((block) => block.type === 'paragraph')

/** Every paragraph and heading of a document, in reading order. */
export function listTextBlocks(document: HandbookDocument): TextBlock[] {
  const found: TextBlock[] = []
  mapBlocks(document.content, (block) => {
    found.push(block)
    return [block]
  })
  return found
}

const hasBlock = (document: HandbookDocument, blockId: string): boolean =>
  listTextBlocks(document).some((block) => block.attrs.id === blockId)

/**
 * Gives a paragraph or a heading new words.
 *
 * @param document the document
 * @param blockId which block
 * @param content the new inline nodes
 * @returns the changed document
 * @missing undefined when no paragraph or heading has this id
 * @example replaceContent(document, 'purpose-1', readInlineText('New words'))
 */
export function replaceContent(
  document: HandbookDocument,
  blockId: string,
  content: readonly Inline[]
): HandbookDocument | undefined {
  if (!hasBlock(document, blockId)) return undefined
  const changed = mapBlocks(document.content, (block) =>
    block.attrs.id === blockId ? [{ ...block, content: [...content] }] : [block]
  )
  return { ...document, content: changed }
}

/**
 * Adds a paragraph behind a block; in a list it is an item more.
 *
 * @param document the document
 * @param blockId the paragraph or heading before it
 * @param content the words
 * @returns the changed document and the new paragraph's id
 * @missing undefined when no paragraph or heading has this id
 * @example addParagraph(document, 'purpose-1', readInlineText('One more'))?.blockId // 'added-1'
 */
export function addParagraph(
  document: HandbookDocument,
  blockId: string,
  content: readonly Inline[]
): { document: HandbookDocument; blockId: string } | undefined {
  if (!hasBlock(document, blockId)) return undefined
  const taken = new Set(listTextBlocks(document).map((block) => block.attrs.id))
  let number = 1
  while (taken.has(`added-${number}`)) number += 1
  const added: ParagraphBlock = { type: 'paragraph', attrs: { id: `added-${number}` }, content: [...content] }
  const changed = mapBlocks(document.content, (block) => (block.attrs.id === blockId ? [block, added] : [block]))
  return { document: { ...document, content: changed }, blockId: added.attrs.id }
}

/**
 * Takes a paragraph or a heading out. A list or a callout that is left empty goes with it.
 *
 * @param document the document
 * @param blockId which block
 * @returns the changed document
 * @missing undefined when no paragraph or heading has this id
 * @example removeBlock(document, 'purpose-2')
 */
export function removeBlock(document: HandbookDocument, blockId: string): HandbookDocument | undefined {
  if (!hasBlock(document, blockId)) return undefined
  return { ...document, content: mapBlocks(document.content, (block) => (block.attrs.id === blockId ? [] : [block])) }
}
