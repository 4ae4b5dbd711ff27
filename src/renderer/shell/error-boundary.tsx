// Catches a screen that breaks: the rest of the application stays, the user is told and can go on.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Problem } from '../ui/problem.tsx'

interface Props {
  readonly children: ReactNode
}

export class ErrorBoundary extends Component<Props, { readonly error: Error | undefined; readonly where: string }> {
  override state: { error: Error | undefined; where: string } = { error: undefined, where: '' }

  static getDerivedStateFromError(thrown: unknown): { error: Error } {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' })
  }

  override render(): ReactNode {
    const { error, where } = this.state
    if (!error) return this.props.children
    return <Broken error={error} where={where} onAgain={() => this.setState({ error: undefined, where: '' })} />
  }
}

function Broken({
  error,
  where,
  onAgain
}: {
  readonly error: Error
  readonly where: string
  readonly onAgain: () => void
}) {
  const { t } = useText()
  return (
    <div className="broken">
      <Problem
        title={t('shell.broken.title')}
        meaning={t('shell.broken.meaning')}
        details={`${error.stack ?? error.message}\n${where}`}
        action={{ label: t('ui.again'), onRun: onAgain }}
      />
    </div>
  )
}
