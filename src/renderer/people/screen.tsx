// People and teams: the table of everybody with the person page beside it, or the tree of teams.
import { Modal, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import { AddPersonDialog } from './parts/add-person-dialog.tsx'
import { type Filters, filterPeople, noFilters } from './parts/filters.tsx'
import { PasteDialog } from './parts/paste-dialog.tsx'
import { PeopleTable } from './parts/people-table.tsx'
import { PersonPane } from './parts/person-pane.tsx'
import { NewTeam, TeamPane } from './parts/team-pane.tsx'
import { TeamsTable } from './parts/teams-table.tsx'
import { useFinding } from './parts/use-finding.ts'
import { usePastedText } from './parts/use-pasted-text.ts'
import './people.css'

type Dialog = 'add' | 'addTeam' | 'paste' | undefined

export function PeopleScreen() {
  const { t, tError } = useText()
  const { settings, asOf, params } = useSession()
  const sellers = useQuery('people.listSellers', { on: asOf })
  const teams = useQuery('people.listTeams', { on: asOf })
  const [view, setView] = useState<'people' | 'teams'>(params.view === 'teams' ? 'teams' : 'people')
  const [filters, setFilters] = useState<Filters>(noFilters)
  const [person, setPerson] = useState<SellerId>()
  const [teamId, setTeamId] = useState<TeamId>()
  const [dialog, setDialog] = useState<Dialog>()
  const [pasted, setPasted] = useState('')
  const finding = useFinding(view, sellers.value, teams.value, asOf)

  // A person found with the palette is shown, whatever the filters say.
  useEffect(() => {
    if (params.seller === undefined) return
    setView('people')
    setFilters({ ...noFilters, active: 'all' })
    setPerson(Number(params.seller) as SellerId)
  }, [params.seller])
  usePastedText(dialog === undefined, (text) => {
    setPasted(text)
    setDialog('paste')
  })

  const error = sellers.error ?? teams.error
  const title = t('people.title')
  if (error !== undefined)
    return (
      <Page title={title}>
        <Problem title={tError(error)} action={{ label: t('ui.again'), onRun: sellers.reload }} />
      </Page>
    )
  if (sellers.value === undefined || teams.value === undefined)
    return (
      <Page title={title}>
        <Skeleton kind="table" />
      </Page>
    )

  const rows = sellers.value
  const chosen = view === 'people' ? rows.find((row) => row.id === person) : undefined
  const team = view === 'teams' ? teams.value.find((row) => row.id === teamId) : undefined
  const openPaste = { label: t('people.paste'), onRun: () => openEmptyPaste() }
  const openEmptyPaste = () => {
    setPasted('')
    setDialog('paste')
  }
  const primary =
    view === 'people'
      ? { label: t('people.add'), onRun: () => setDialog('add') }
      : { label: t('people.addTeam'), onRun: () => setDialog('addTeam') }
  const showPerson = (id: SellerId) => {
    setView('people')
    setPerson(id)
  }
  return (
    <Page
      title={title}
      finding={finding}
      isFilling
      primary={primary}
      actions={view === 'people' && rows.length > 0 ? [openPaste] : []}
      extra={
        <SegmentedControl
          aria-label={t('people.views.label')}
          value={view}
          data={(['people', 'teams'] as const).map((value) => ({ value, label: t(`people.views.${value}`) }))}
          onChange={(value) => setView(value === 'teams' ? 'teams' : 'people')}
        />
      }
      detailTitle={chosen?.name ?? team?.name}
      detailSubtitle={
        chosen
          ? [t(`people.roles.${chosen.role}`), chosen.teamPath.join(' / ')].filter(Boolean).join(' · ')
          : team?.path.join(' / ')
      }
      onCloseDetail={() => (chosen ? setPerson(undefined) : setTeamId(undefined))}
      detail={
        chosen ? (
          <PersonPane
            sellerId={chosen.id}
            teams={teams.value}
            on={asOf}
            currency={settings.currency}
            onRemoved={() => setPerson(undefined)}
            onMerged={setPerson}
          />
        ) : team ? (
          <TeamPane team={team} teams={teams.value} sellers={rows} on={asOf} onPerson={showPerson} onTeam={setTeamId} />
        ) : undefined
      }
    >
      {view === 'teams' ? (
        <TeamsTable
          teams={teams.value}
          sellers={rows}
          selected={teamId}
          onSelect={setTeamId}
          onAdd={() => setDialog('addTeam')}
        />
      ) : rows.length === 0 ? (
        <EmptyState
          title={t('people.empty')}
          action={{ label: t('people.add'), onRun: () => setDialog('add') }}
          secondary={openPaste}
        />
      ) : (
        <PeopleTable
          rows={filterPeople(rows, teams.value, filters, asOf)}
          teams={teams.value}
          on={asOf}
          currency={settings.currency}
          filters={filters}
          onFilters={setFilters}
          selected={person}
          onSelect={setPerson}
        />
      )}
      {dialog === 'add' ? (
        <AddPersonDialog
          teams={teams.value}
          teamId={filters.team === 'none' ? null : filters.team}
          currency={settings.currency}
          onClose={() => setDialog(undefined)}
          onAdded={showPerson}
        />
      ) : null}
      {dialog === 'addTeam' ? (
        <Modal opened onClose={() => setDialog(undefined)} title={t('people.addTeam')}>
          <NewTeam
            parentId={null}
            onAdded={(id) => {
              setTeamId(id)
              setDialog(undefined)
            }}
          />
        </Modal>
      ) : null}
      {dialog === 'paste' ? (
        <PasteDialog
          sellers={rows}
          teams={teams.value}
          on={asOf}
          currency={settings.currency}
          numberLocale={settings.numberLocale}
          initialText={pasted}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </Page>
  )
}
