// Every domain's handlers: one line per domain, as in src/shared/contract/index.ts.
import { compensationHandlers } from './compensation/handlers.ts'
import { crmHandlers } from './crm/handlers.ts'
import { exportHandlers } from './export/handlers.ts'
import { forecastsHandlers } from './forecasts/handlers.ts'
import { handbookHandlers } from './handbook/handlers.ts'
import type { DomainHandlers } from './handler.ts'
import { importHandlers } from './import/handlers.ts'
import { peopleHandlers } from './people/handlers.ts'
import { performanceHandlers } from './performance/handlers.ts'
import { plansHandlers } from './plans/handlers.ts'
import { playbookHandlers } from './playbook/handlers.ts'
import { quotasHandlers } from './quotas/handlers.ts'
import { territoriesHandlers } from './territories/handlers.ts'
import { workspaceHandlers } from './workspace/handlers.ts'

export const domainHandlers: readonly DomainHandlers[] = [
  workspaceHandlers,
  plansHandlers,
  peopleHandlers,
  crmHandlers,
  playbookHandlers,
  importHandlers,
  exportHandlers,
  territoriesHandlers,
  forecastsHandlers,
  quotasHandlers,
  performanceHandlers,
  compensationHandlers,
  handbookHandlers
]
