// The tab of imports: the list, or what one of them changed; the reading profiles are behind a button.
import { useState } from 'react'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { ImportId } from '#shared/import/types.ts'
import { ImportChanges } from './import-changes.tsx'
import { ImportsTable } from './imports-table.tsx'
import { ProfilesDialog } from './profiles-dialog.tsx'

export interface ImportsTabProps {
  readonly selected: ImportId | undefined
  readonly selectedDeal: OpportunityId | undefined
  /** The import whose changes are in view instead of the list. */
  readonly changesOf: ImportId | undefined
  readonly onSelect: (id: ImportId | undefined, title?: string) => void
  readonly onDeal: (id: OpportunityId | undefined, title?: string) => void
  readonly onCloseChanges: () => void
  readonly onImport: () => void
}

export function ImportsTab(props: ImportsTabProps) {
  const [showsProfiles, setShowsProfiles] = useState(false)
  if (props.changesOf !== undefined)
    return (
      <ImportChanges
        id={props.changesOf}
        selectedDeal={props.selectedDeal}
        onDeal={props.onDeal}
        onBack={props.onCloseChanges}
      />
    )
  return (
    <>
      <ImportsTable
        selected={props.selected}
        onSelect={props.onSelect}
        onImport={props.onImport}
        onProfiles={() => setShowsProfiles(true)}
      />
      {showsProfiles ? <ProfilesDialog onClose={() => setShowsProfiles(false)} /> : null}
    </>
  )
}
