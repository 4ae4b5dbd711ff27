// Every domain's handlers: one line per domain, as in src/shared/contract/index.ts.
import { crmHandlers } from './crm/handlers.ts'
import type { DomainHandlers } from './handler.ts'
import { peopleHandlers } from './people/handlers.ts'
import { plansHandlers } from './plans/handlers.ts'
import { playbookHandlers } from './playbook/handlers.ts'
import { workspaceHandlers } from './workspace/handlers.ts'

export const domainHandlers: readonly DomainHandlers[] = [
  workspaceHandlers,
  plansHandlers,
  peopleHandlers,
  crmHandlers,
  playbookHandlers
]
