// Who was merged into a person, each of whom can be split off again, and the way to merge another: a part of the person's page.
import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { SellerId } from '#shared/people/types.ts'
import { MergeSellersDialog } from './merge-sellers-dialog.tsx'
import './crm.css'

export interface SellerMergesProps {
  readonly sellerId: SellerId
  /** Given the person who is left: another one, where this one was merged into it. */
  readonly onMerged: (kept: SellerId) => void
}

export function SellerMerges({ sellerId, onMerged }: SellerMergesProps) {
  const { t } = useText()
  const format = useFormat()
  const merges = useQuery('crm.listMerges', {})
  const split = useCommand('crm.splitMerge')
  const [isOpen, setOpen] = useState(false)
  const mine = (merges.value ?? []).filter((each) => each.entity === 'sellers' && each.keptId === sellerId)
  return (
    <Section
      title={t('crm.people.section')}
      actions={
        <Button size="xs" onClick={() => setOpen(true)}>
          {t('crm.people.another')}
        </Button>
      }
    >
      {mine.length === 0 ? <p className="muted small">{t('crm.people.none')}</p> : null}
      <ul className="crm-lines">
        {mine.map((each) => (
          <li key={each.id} className="crm-merge">
            <span className="crm-line-what">
              {each.mergedName}
              <span className="muted small">
                {t('crm.merges.moved', { count: each.moved })} · {format.dateTime(each.mergedAt)}
              </span>
            </span>
            <Button
              size="xs"
              leftSection={<IconArrowsSplit2 size={14} />}
              aria-label={t('crm.merges.splitName', { name: each.mergedName })}
              loading={split.isBusy}
              onClick={() => void split.run({ mergeId: each.id })}
            >
              {t('crm.merges.split')}
            </Button>
          </li>
        ))}
      </ul>
      {isOpen ? <MergeSellersDialog person={sellerId} onClose={() => setOpen(false)} onMerged={onMerged} /> : null}
    </Section>
  )
}
