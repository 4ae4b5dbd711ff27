// The text as an outline: chapters that open to their paragraphs, lists and live tables. One block at a time is typed.
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { findField } from '#shared/handbook/fields/index.ts'
import { readInlineText } from '#shared/handbook/inline-text.ts'
import type { Block, HandbookText, HeadingBlock, ParagraphBlock } from '#shared/handbook/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { BlockEditor, InlineView } from './block-editor.tsx'

interface Chapter {
  heading: HeadingBlock | undefined
  blocks: Block[]
}

/** Cuts a document at its chapter headings; what stands before the first is a chapter without one. */
function cutChapters(blocks: readonly Block[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const block of blocks) {
    if (block.type === 'heading' && block.attrs.level === 1) chapters.push({ heading: block, blocks: [] })
    else {
      if (chapters.length === 0) chapters.push({ heading: undefined, blocks: [] })
      chapters.at(-1)?.blocks.push(block)
    }
  }
  return chapters
}

const idsOf = (block: Block): string[] => {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.attrs.id]
  if (block.type === 'callout') return block.content.map(({ attrs }) => attrs.id)
  return block.type === 'bulletList' || block.type === 'orderedList'
    ? block.content.flatMap((item) => item.content.map(({ attrs }) => attrs.id))
    : []
}

export interface TextPaneProps {
  readonly scenarioId: ScenarioId
  readonly text: HandbookText
  readonly isLocked: boolean
  readonly blockId: string | undefined
  readonly onChoose: (blockId: string | undefined) => void
  /** A chapter was opened: the page may go there. */
  readonly onOpen: (headingId: string) => void
}

export function TextPane({ scenarioId, text, isLocked, blockId, onChoose, onOpen }: TextPaneProps) {
  const { t, language } = useText()
  const update = useCommand('handbook.updateText')
  const add = useCommand('handbook.addParagraph')
  const remove = useCommand('handbook.removeBlock')
  const chapters = cutChapters(text.document.content)
  const chosen = chapters.find(
    ({ heading, blocks }) =>
      heading?.attrs.id === blockId || blocks.some((block) => idsOf(block).includes(blockId ?? ''))
  )
  const [openId, setOpenId] = useState<string | undefined>(chapters.find(({ heading }) => heading)?.heading?.attrs.id)
  const chosenId = chosen?.heading?.attrs.id
  useEffect(() => {
    if (chosenId !== undefined) setOpenId(chosenId)
  }, [chosenId])

  const key = { scenarioId, kind: text.kind, language: text.language }
  const editor = (block: ParagraphBlock | HeadingBlock, isItem = false) => (
    <BlockEditor
      key={block.attrs.id}
      block={block}
      kind={text.kind}
      isItem={isItem}
      isEditing={block.attrs.id === blockId}
      isLocked={isLocked}
      onEdit={() => onChoose(block.attrs.id)}
      onLeave={() => onChoose(undefined)}
      onSave={async (content) => (await update.run({ ...key, blockId: block.attrs.id, content })).ok}
      onAddBelow={async () => {
        const reply = await add.run({
          ...key,
          afterBlockId: block.attrs.id,
          content: readInlineText(t('handbook.newParagraph'))
        })
        if (reply.ok) onChoose(reply.value.blockId)
      }}
      onRemove={async () => {
        if ((await remove.run({ ...key, blockId: block.attrs.id })).ok) onChoose(undefined)
      }}
    />
  )
  const show = (block: Block, at: number): ReactNode => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return editor(block)
      case 'callout':
        return (
          <div key={block.content[0]?.attrs.id ?? at} className="handbook-callout">
            {block.content.map((paragraph) => editor(paragraph))}
          </div>
        )
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => item.content.map((paragraph) => editor(paragraph, true)))
      case 'fieldBlock': {
        const field = findField(block.attrs.name)
        return (
          <div key={block.attrs.id} className="handbook-live" title={field?.source[language]}>
            {field?.label[language] ?? block.attrs.name}
          </div>
        )
      }
      case 'pageBreak':
        return null
    }
  }

  return (
    <nav className="handbook-chapters" aria-label={t('handbook.chapters')}>
      {chapters.map(({ heading, blocks }) => {
        if (heading === undefined) return text.kind === 'letter' ? blocks.map(show) : null
        const isOpen = openId === heading.attrs.id
        return (
          <section key={heading.attrs.id}>
            <UnstyledButton
              className="handbook-chapter"
              aria-expanded={isOpen}
              onClick={() => {
                setOpenId(isOpen ? undefined : heading.attrs.id)
                if (!isOpen) onOpen(heading.attrs.id)
              }}
            >
              <IconChevronRight size={14} className={isOpen ? 'handbook-turned' : ''} aria-hidden="true" />
              <span>
                <InlineView content={heading.content} />
              </span>
            </UnstyledButton>
            {isOpen ? (
              <div className="handbook-blocks">
                {editor(heading)}
                {blocks.map(show)}
              </div>
            ) : null}
          </section>
        )
      })}
    </nav>
  )
}
