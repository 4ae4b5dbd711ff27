// The Data page: deals, accounts, products, stages, imports and quality, and the way into the import wizard.
import { Tabs } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Accounts, Products } from '#renderer/crm/accounts.tsx'
import { Deals } from '#renderer/crm/deals.tsx'
import { AccountDetail, DealDetail, ProductDetail } from '#renderer/crm/details.tsx'
import { Stages } from '#renderer/crm/stages.tsx'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { chooseImportFiles } from '#renderer/shell-client.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { GrantedFile } from '#shared/contract/messages.ts'
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { ImportId } from '#shared/import/types.ts'
import { ImportDetail, ImportsTable } from './parts/imports-table.tsx'
import { QualityTable } from './parts/quality-table.tsx'
import { Wizard } from './parts/wizard.tsx'
import './import.css'

const tabs = ['deals', 'accounts', 'products', 'stages', 'imports', 'quality'] as const
type Tab = (typeof tabs)[number]

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
  const { t } = useText()
  const format = useFormat()
  const { settings, params, go, asOf } = useSession()
  const [tab, setTab] = useState<Tab>('deals')
  const [chosen, setChosen] = useState<Chosen>()
  const [files, setFiles] = useState<readonly GrantedFile[]>()
  const counts = useQuery('crm.countFacts', {})
  const imports = useQuery('import.listImports', {})

  const choose = (): void =>
    void chooseImportFiles().then((granted) => (granted.length > 0 ? setFiles(granted) : undefined))

  // What another page asked for (Ctrl+I, files dropped, an account found in the palette) is done once and then forgotten.
  useEffect(() => {
    const { start, tokens, account, opportunity, tab: wanted } = params
    if (start === 'import') {
      const dropped = filesIn(tokens ?? '')
      if (dropped.length > 0) setFiles(dropped)
      else void chooseImportFiles().then((granted) => (granted.length > 0 ? setFiles(granted) : undefined))
    } else if (account !== undefined) {
      setTab('accounts')
      setChosen({ kind: 'account', id: Number(account) as AccountId })
    } else if (opportunity !== undefined) {
      setTab('deals')
      setChosen({ kind: 'deal', id: Number(opportunity) as OpportunityId })
    } else if (wanted !== undefined) setTab(tabs.find((each) => each === wanted) ?? 'deals')
    else return
    go('data')
  }, [params, go])

  if (files !== undefined)
    return (
      <Wizard
        key={files.map((file) => file.token).join()}
        files={files}
        onClose={(next) => {
          setFiles(undefined)
          setChosen(undefined)
          if (next !== undefined) setTab(next)
        }}
      />
    )

  const primary = { label: t('import.import'), icon: <IconFileImport size={15} />, onRun: choose, hint: 'Ctrl I' }
  const facts = counts.value
  if (facts === undefined)
    return (
      <Page title={t('import.title')} primary={primary}>
        <Skeleton kind="table" />
      </Page>
    )
  const isEmpty = facts.opportunities + facts.accounts + facts.products === 0 && (imports.value?.length ?? 0) === 0
  if (isEmpty)
    return (
      <Page title={t('import.title')} finding={t('import.emptyDrop')}>
        <EmptyState title={t('import.empty')} action={{ label: t('import.choose'), onRun: choose }} />
      </Page>
    )
  const names: Record<Tab, string> = {
    deals: t('crm.deals'),
    accounts: t('crm.accounts'),
    products: t('crm.products'),
    stages: t('playbook.stages'),
    imports: t('import.tabs.imports'),
    quality: t('import.tabs.quality')
  }
  const finding = [
    t('import.finding', {
      deals: t('crm.total', { count: facts.opportunities }),
      accounts: t('crm.accountTotal', { count: facts.accounts }),
      products: t('crm.productTotal', { count: facts.products }),
      won: format.money(facts.won.amountMinor, settings.currency)
    }),
    t('import.findingAsOf', { date: format.date(asOf) })
  ].join(' ')
  const openDeal = (id: OpportunityId, title: string): void => {
    setTab('deals')
    setChosen({ kind: 'deal', id, title })
  }
  return (
    <Page
      title={t('import.title')}
      finding={finding}
      primary={primary}
      isFilling
      detail={chosen ? <Detail chosen={chosen} onDeal={openDeal} onGone={() => setChosen(undefined)} /> : undefined}
      detailTitle={chosen ? (chosen.title ?? t(chosenTitles[chosen.kind])) : undefined}
      detailSubtitle={chosen?.title === undefined ? undefined : t(chosenTitles[chosen.kind])}
      onCloseDetail={() => setChosen(undefined)}
    >
      <Tabs
        className="import-tabs"
        value={tab}
        onChange={(value) => {
          setTab(tabs.find((each) => each === value) ?? 'deals')
          setChosen(undefined)
        }}
      >
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {names[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className="import-tab">
        {tab === 'deals' ? (
          <Deals
            selected={chosen?.kind === 'deal' ? chosen.id : undefined}
            onSelect={(id, title) => setChosen(id && { kind: 'deal', id, title })}
          />
        ) : null}
        {tab === 'accounts' ? (
          <Accounts
            selected={chosen?.kind === 'account' ? chosen.id : undefined}
            onSelect={(id, title) => setChosen(id && { kind: 'account', id, title })}
          />
        ) : null}
        {tab === 'products' ? (
          <Products
            selected={chosen?.kind === 'product' ? chosen.id : undefined}
            onSelect={(id, title) => setChosen(id && { kind: 'product', id, title })}
          />
        ) : null}
        {tab === 'stages' ? <Stages /> : null}
        {tab === 'imports' ? (
          <ImportsTable
            selected={chosen?.kind === 'import' ? chosen.id : undefined}
            onSelect={(id, title) => setChosen(id && { kind: 'import', id, title })}
            onImport={choose}
          />
        ) : null}
        {tab === 'quality' ? <QualityTable /> : null}
      </div>
    </Page>
  )
}

const chosenTitles = {
  deal: 'crm.deal',
  account: 'crm.account',
  product: 'crm.product',
  import: 'import.import'
} as const

interface DetailProps {
  readonly chosen: Chosen
  readonly onDeal: (id: OpportunityId, title: string) => void
  readonly onGone: () => void
}

function Detail({ chosen, onDeal, onGone }: DetailProps) {
  switch (chosen.kind) {
    case 'deal':
      return <DealDetail id={chosen.id} />
    case 'account':
      return <AccountDetail id={chosen.id} onDeal={onDeal} />
    case 'product':
      return <ProductDetail id={chosen.id} onDeal={onDeal} />
    case 'import':
      return <ImportDetail id={chosen.id} onGone={onGone} />
  }
}
