// One paragraph or heading: shown with its values as chips, and typed in place with {names} for values.
import { ActionIcon, Button, Menu, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { findField, listInlineFields } from '#shared/handbook/fields/index.ts'
import { readInlineText, writeInlineText } from '#shared/handbook/inline-text.ts'
import type { HandbookKind, HeadingBlock, Inline, ParagraphBlock } from '#shared/handbook/types.ts'

export interface BlockEditorProps {
  readonly block: ParagraphBlock | HeadingBlock
  readonly kind: HandbookKind
  readonly isItem?: boolean | undefined
  readonly isEditing: boolean
  readonly isLocked: boolean
  readonly onEdit: () => void
  /** Resolves to false when the words were refused: the editor stays open. */
  readonly onSave: (content: Inline[]) => Promise<boolean>
  readonly onLeave: () => void
  readonly onAddBelow: () => void
  readonly onRemove: () => void
}

export function BlockEditor(props: BlockEditorProps) {
  const { block, isItem, isEditing, isLocked, onEdit } = props
  const { t } = useText()
  if (isEditing && !isLocked) return <Typing key={block.attrs.id} {...props} />
  const classes = [
    'handbook-block',
    block.type === 'heading' ? `handbook-heading-${block.attrs.level}` : '',
    isItem ? 'handbook-item' : ''
  ]
  return (
    <button
      type="button"
      className={classes.join(' ')}
      onClick={onEdit}
      title={isLocked ? undefined : t('handbook.edit')}
      disabled={isLocked}
    >
      <InlineView content={block.content} />
    </button>
  )
}

/** Inline nodes with fields as chips; a chip says where its value comes from. */
export function InlineView({ content }: { readonly content: readonly Inline[] }) {
  const { language } = useText()
  return content.map((node, at) => {
    const key = `${at} ${node.type}`
    if (node.type === 'text') {
      const mark = node.marks?.[0]?.type
      if (mark === 'bold') return <strong key={key}>{node.text}</strong>
      return mark === 'italic' ? <em key={key}>{node.text}</em> : <span key={key}>{node.text}</span>
    }
    const field = findField(node.attrs.name)
    return (
      <span
        key={key}
        className={field ? 'handbook-chip' : 'handbook-chip handbook-chip-lost'}
        title={field?.source[language]}
      >
        {field?.label[language] ?? node.attrs.name}
      </span>
    )
  })
}

function Typing({ block, kind, onSave, onLeave, onAddBelow, onRemove }: BlockEditorProps) {
  const { t, language } = useText()
  const before = writeInlineText(block.content)
  const [text, setText] = useState(before)
  const [isSaving, setSaving] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    element?.scrollIntoView({ block: 'nearest' })
  }, [])

  const save = async () => {
    if (text === before) return onLeave()
    setSaving(true)
    const isSaved = await onSave(readInlineText(text.trim()))
    setSaving(false)
    if (isSaved) onLeave()
  }
  const insert = (name: string) => {
    const element = area.current
    const at = element?.selectionStart ?? text.length
    const end = element?.selectionEnd ?? at
    const token = `{${name}}`
    setText(text.slice(0, at) + token + text.slice(end))
    requestAnimationFrame(() => {
      element?.focus()
      element?.setSelectionRange(at + token.length, at + token.length)
    })
  }

  return (
    <div className="handbook-typing">
      <Textarea
        ref={area}
        aria-label={t('handbook.editing')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            onLeave()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void save()
          }
        }}
      />
      <p className="muted small">{t('handbook.hint')}</p>
      <div className="handbook-typing-actions">
        <Button size="xs" variant="filled" onClick={() => void save()} loading={isSaving}>
          {t('handbook.save')}
        </Button>
        <Button size="xs" onClick={onLeave}>
          {t('handbook.cancel')}
        </Button>
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button size="xs">{t('handbook.insertField')}</Button>
          </Menu.Target>
          <Menu.Dropdown className="handbook-fields">
            {listInlineFields(kind).map((field) => (
              <Menu.Item key={field.name} onClick={() => insert(field.name)} title={field.source[language]}>
                {field.label[language]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span className="handbook-grow" />
        <ActionIcon
          variant="subtle"
          aria-label={t('handbook.addBelow')}
          title={t('handbook.addBelow')}
          onClick={onAddBelow}
        >
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={t('handbook.remove')} title={t('handbook.remove')} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </div>
  )
}
