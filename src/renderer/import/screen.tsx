// The Data page: what imports brought (deals, accounts and the rest), the imports themselves, rows not taken and quality, and the way
// into the import wizard.
import { IconFileImport } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { AccountDetail } from '#renderer/crm/account-detail.tsx'
import { Accounts, Products } from '#renderer/crm/accounts.tsx'
import { DealDetail } from '#renderer/crm/deal-detail.tsx'
import { Deals } from '#renderer/crm/deals.tsx'
import { Invoices } from '#renderer/crm/invoices.tsx'
import { Leads } from '#renderer/crm/leads.tsx'
import { Merges } from '#renderer/crm/merges.tsx'
import { ProductDetail } from '#renderer/crm/product-detail.tsx'
import { Rates } from '#renderer/crm/rates.tsx'
import { Stages } from '#renderer/crm/stages.tsx'
import { Targets } from '#renderer/crm/targets.tsx'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { chooseImportFiles } from '#renderer/shell-client.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { AccountId, CrmCounts, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { ImportId } from '#shared/import/types.ts'
import { ImportDetail } from './parts/import-detail.tsx'
import { ImportsTab } from './parts/imports-tab.tsx'
import { PasteDialog, usePaste } from './parts/paste.tsx'
import { QualityTab } from './parts/quality-tab.tsx'
import { Quarantine } from './parts/quarantine.tsx'
import { type Tab, type TabEntry, TabRow, tabs } from './parts/tab-row.tsx'
import { Wizard } from './parts/wizard.tsx'
import './import.css'
import './kept.css'

/** `title` is missing where another page asked for the row by its id alone. */
type Chosen = { title?: string | undefined } & (
  | { kind: 'deal'; id: OpportunityId }
  | { kind: 'account'; id: AccountId }
  | { kind: 'product'; id: ProductId }
  | { kind: 'import'; id: ImportId }
)

/** Files dropped on the window come as lines of token, name and size. */
const filesIn = (lines: string): GrantedFile[] =>
  lines.split('\n').flatMap((line) => {
    const [token, name, bytes] = line.split('\t')
    return token && name ? [{ token, name, bytes: Number(bytes) }] : []
  })

export function DataScreen() {
  const { t, tError } = useText()
  const format = useFormat()
  const { settings, params, go, asOf } = useSession()
  const [tab, setTab] = useState<Tab>('deals')
  const [chosen, setChosen] = useState<Chosen>()
  const [changesOf, setChangesOf] = useState<ImportId>()
  const [rejectedOf, setRejectedOf] = useState<ImportId>()
  const [rule, setRule] = useState<string>()
  const [files, setFiles] = useState<readonly GrantedFile[]>()
  const counts = useQuery('crm.countFacts', {})
  const imports = useQuery('import.listImports', {})

  // The wizard may be open already: what comes later is added to what it has.
  const take = useCallback((granted: readonly GrantedFile[]): void => {
    if (granted.length > 0) setFiles((had) => [...(had ?? []), ...granted])
  }, [])
  const choose = (): void => void chooseImportFiles().then(take)
  usePaste((file) => take([file]))
  const [isPasting, setPasting] = useState(false)
  const pasting = <PasteDialog isOpen={isPasting} onClose={() => setPasting(false)} onFile={(file) => take([file])} />

  // What another page asked for (Ctrl+I, files dropped, an account found in the palette) is done once and then forgotten.
  useEffect(() => {
    const { start, tokens, account, opportunity, tab: wanted, rule: wantedRule } = params
    if (start === 'import') {
      const dropped = filesIn(tokens ?? '')
      if (dropped.length > 0) take(dropped)
      else void chooseImportFiles().then(take)
    } else if (account !== undefined) {
      setTab('accounts')
      setChosen({ kind: 'account', id: Number(account) as AccountId })
    } else if (opportunity !== undefined) {
      setTab('deals')
      setChosen({ kind: 'deal', id: Number(opportunity) as OpportunityId })
    } else if (wanted !== undefined) {
      setTab(tabs.find((each) => each === wanted) ?? 'deals')
      setRule(wantedRule)
    } else return
    go('data')
  }, [params, go, take])

  const show = (next: Tab): void => {
    setTab(next)
    setChosen(undefined)
    setChangesOf(undefined)
    setRejectedOf(undefined)
    setRule(undefined)
  }

  if (files !== undefined)
    return (
      <Wizard
        files={files}
        onClose={(next) => {
          setFiles(undefined)
          if (next === undefined) setChosen(undefined)
          else show(next)
        }}
      />
    )

  const primary = { label: t('import.import'), icon: <IconFileImport size={15} />, onRun: choose, hint: 'Ctrl I' }
  const facts = counts.value
  if (counts.error)
    return (
      <Page title={t('import.title')} primary={primary}>
        <Problem title={tError(counts.error)} action={{ label: t('ui.again'), onRun: counts.reload }} />
      </Page>
    )
  if (facts === undefined)
    return (
      <Page title={t('import.title')} primary={primary}>
        <Skeleton kind="table" />
      </Page>
    )
  if (holdsNothing(facts) && (imports.value?.length ?? 0) === 0 && tab !== 'rates')
    return (
      <Page title={t('import.title')} finding={t('import.emptyDrop')}>
        <EmptyState
          title={t('import.empty')}
          action={{ label: t('import.choose'), onRun: choose }}
          secondary={{ label: t('import.paste.title'), onRun: () => setPasting(true) }}
        />
        {pasting}
      </Page>
    )
  const rejected = (imports.value ?? []).reduce((sum, each) => sum + each.rejected, 0)
  const finding = [
    t('import.finding', {
      deals: t('crm.total', { count: facts.opportunities }),
      accounts: t('crm.accountTotal', { count: facts.accounts }),
      products: t('crm.productTotal', { count: facts.products }),
      won: format.money(facts.won.amountMinor, settings.currency)
    }),
    t('import.findingAsOf', { date: format.date(asOf) })
  ].join(' ')
  const entries: TabEntry[] = [
    { tab: 'deals', label: t('crm.deals') },
    { tab: 'accounts', label: t('crm.accounts') },
    { tab: 'products', label: t('crm.products') },
    { tab: 'stages', label: t('playbook.stages') },
    { tab: 'imports', label: t('import.tabs.imports') },
    { tab: 'rejected', label: t('import.tabs.rejected'), count: rejected },
    { tab: 'quality', label: t('import.tabs.quality') },
    ...rare('leads', t('crm.leads.title'), facts.leads),
    ...rare('invoices', t('crm.invoices.title'), facts.invoices),
    ...rare('targets', t('crm.targets.title'), facts.targets),
    { tab: 'rates', label: t('crm.rates.title'), isRare: true },
    { tab: 'merges', label: t('crm.merges.title'), isRare: true }
  ]
  /** From a list of deals that is not the table of deals: the pane opens and the list stays. */
  const openDeal = (id: OpportunityId | undefined, title?: string): void => setChosen(id && { kind: 'deal', id, title })
  const openAccount = (id: AccountId | undefined, title?: string): void =>
    setChosen(id && { kind: 'account', id, title })
  const showDeal = (id: OpportunityId, title: string): void => {
    show('deals')
    openDeal(id, title)
  }
  const showRejected = (id: ImportId): void => {
    show('rejected')
    setRejectedOf(id)
  }
  const detail = chosen ? (
    <Detail
      chosen={chosen}
      onDeal={showDeal}
      onChanges={(id) => {
        // The list takes the whole width: what the pane says stands above it too.
        setChangesOf(id)
        setChosen(undefined)
      }}
      onRejected={showRejected}
      onGone={() => setChosen(undefined)}
    />
  ) : undefined
  return (
    <Page
      title={t('import.title')}
      finding={finding}
      primary={primary}
      actions={[{ label: t('import.paste.title'), onRun: () => setPasting(true), hint: 'Ctrl V' }]}
      isFilling
      detail={detail}
      detailTitle={chosen ? (chosen.title ?? t(chosenTitles[chosen.kind])) : undefined}
      detailSubtitle={chosen?.title === undefined ? undefined : t(chosenTitles[chosen.kind])}
      onCloseDetail={() => setChosen(undefined)}
    >
      <TabRow entries={entries} current={tab} onChange={show} />
      <div className="import-tab">
        {tab === 'deals' ? (
          <Deals selected={chosen?.kind === 'deal' ? chosen.id : undefined} onSelect={openDeal} />
        ) : null}
        {tab === 'accounts' ? (
          <Accounts selected={chosen?.kind === 'account' ? chosen.id : undefined} onSelect={openAccount} />
        ) : null}
        {tab === 'products' ? (
          <Products
            selected={chosen?.kind === 'product' ? chosen.id : undefined}
            onSelect={(id, title) => setChosen(id && { kind: 'product', id, title })}
          />
        ) : null}
        {tab === 'leads' ? <Leads /> : null}
        {tab === 'invoices' ? <Invoices /> : null}
        {tab === 'targets' ? <Targets /> : null}
        {tab === 'rates' ? <Rates /> : null}
        {tab === 'merges' ? <Merges /> : null}
        {tab === 'stages' ? <Stages /> : null}
        {tab === 'imports' ? (
          <ImportsTab
            selected={chosen?.kind === 'import' ? chosen.id : undefined}
            selectedDeal={chosen?.kind === 'deal' ? chosen.id : undefined}
            changesOf={changesOf}
            onSelect={(id, title) => setChosen(id && { kind: 'import', id, title })}
            onDeal={openDeal}
            onCloseChanges={() => setChangesOf(undefined)}
            onImport={choose}
          />
        ) : null}
        {tab === 'rejected' ? <Quarantine importId={rejectedOf} onAll={() => setRejectedOf(undefined)} /> : null}
        {tab === 'quality' ? (
          <QualityTab
            rule={rule}
            selectedDeal={chosen?.kind === 'deal' ? chosen.id : undefined}
            onRule={(next) => {
              setRule(next)
              setChosen(undefined)
            }}
            onRejected={() => show('rejected')}
            onDeal={openDeal}
            onAccount={openAccount}
          />
        ) : null}
      </div>
      {pasting}
    </Page>
  )
}

const holdsNothing = (facts: CrmCounts): boolean =>
  facts.opportunities + facts.accounts + facts.products + facts.leads + facts.invoices + facts.rates + facts.targets ===
  0

/** What few files hold is in the menu only when there is any. */
const rare = (tab: Tab, label: string, count: number): TabEntry[] => (count > 0 ? [{ tab, label, isRare: true }] : [])

const chosenTitles = {
  deal: 'crm.deal',
  account: 'crm.account',
  product: 'crm.product',
  import: 'import.import'
} as const

interface DetailProps {
  readonly chosen: Chosen
  readonly onDeal: (id: OpportunityId, title: string) => void
  readonly onChanges: (id: ImportId) => void
  readonly onRejected: (id: ImportId) => void
  readonly onGone: () => void
}

function Detail({ chosen, onDeal, onChanges, onRejected, onGone }: DetailProps) {
  switch (chosen.kind) {
    case 'deal':
      return <DealDetail id={chosen.id} />
    case 'account':
      return <AccountDetail id={chosen.id} onDeal={onDeal} />
    case 'product':
      return <ProductDetail id={chosen.id} onDeal={onDeal} />
    case 'import':
      return (
        <ImportDetail key={chosen.id} id={chosen.id} onChanges={onChanges} onRejected={onRejected} onGone={onGone} />
      )
  }
}
