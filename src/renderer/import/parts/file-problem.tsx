// A file that can't be read, beside its name: why, and what can be done about it here (give the password, take it out).
import { Button, PasswordInput } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { AppError } from '#shared/contract/index.ts'

export interface FileProblemProps {
  readonly name: string
  readonly problem: AppError
  readonly onPassword: (password: string) => void
  readonly onRemove: () => void
}

export function FileProblem({ name, problem, onPassword, onRemove }: FileProblemProps) {
  const { t, tError } = useText()
  const [password, setPassword] = useState('')
  const isLocked = problem.code === 'import.passwordNeeded' || problem.code === 'import.passwordWrong'
  const words = (
    <p className={isLocked ? 'small' : 'small negative'} role="alert">
      {isLocked ? <IconLock size={13} aria-hidden="true" /> : <IconAlertTriangle size={13} aria-hidden="true" />}{' '}
      {tError(problem)}
    </p>
  )
  if (!isLocked)
    return (
      <div className="wizard-problem">
        {words}
        <Button size="xs" onClick={onRemove}>
          {t('import.wizard.takeOut')}
        </Button>
      </div>
    )
  return (
    <form
      className="wizard-problem"
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') onPassword(password)
      }}
    >
      {words}
      <PasswordInput
        size="xs"
        aria-label={t('import.wizard.passwordOf', { name })}
        placeholder={t('import.wizard.password')}
        value={password}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('import.wizard.passwordShow') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className="wizard-line">
        <Button size="xs" type="submit" disabled={password === ''}>
          {t('import.wizard.unlock')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onRemove}>
          {t('import.wizard.takeOut')}
        </Button>
      </div>
    </form>
  )
}
