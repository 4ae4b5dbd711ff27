// Draws a part of the kit as the application does: theme, words and formats around it, without transitions.
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactElement } from 'react'
import { theme } from '../../src/renderer/theme/theme.ts'
import { FormatProvider } from '../../src/renderer/ui/format.tsx'
import { type UiServices, UiServicesProvider } from '../../src/renderer/ui/services.tsx'

export interface Saved {
  readonly name: string
  readonly text: string
}

export function draw(element: ReactElement, saved: Saved[] = []) {
  const services: UiServices = {
    saveWorkbook: (table) => saved.push({ name: table.name, text: JSON.stringify([table.columns, ...table.rows]) }),
    saveText: (name, text) => saved.push({ name, text }),
    copyPicture: () => undefined,
    copyText: () => undefined
  }
  return render(element, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">
          <UiServicesProvider services={services}>{children}</UiServicesProvider>
        </FormatProvider>
      </MantineProvider>
    )
  })
}

/** What axe-core finds wrong, as lines; colours and layout are left to the tests in a real window. */
export async function findBarriers(element: Element): Promise<string[]> {
  const result = await axe.run(element, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false }
    }
  })
  return result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)
}
