// A choice among a few named options, as a select with its label: the switches of a plan.
import { NativeSelect } from '@mantine/core'

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean | undefined
}

export function Choice<Value extends string>({ label, value, options, onChange, isDisabled }: ChoiceProps<Value>) {
  const names = Object.keys(options) as Value[]
  return (
    <NativeSelect
      label={label}
      value={value}
      disabled={isDisabled ?? false}
      data={names.map((name) => ({ value: name, label: options[name] }))}
      onChange={(event) => {
        const chosen = names.find((name) => name === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
