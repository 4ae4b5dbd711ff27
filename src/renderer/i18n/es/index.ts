// Every Spanish text, domain by domain; the type checker holds it to the English keys.
import { audit } from './audit.ts'
import { compensation } from './compensation.ts'
import { crm } from './crm.ts'
import { engine } from './engine.ts'
import { exportTexts } from './export.ts'
import { forecasts } from './forecasts.ts'
import { handbook } from './handbook.ts'
import { home } from './home.ts'
import { importTexts } from './import.ts'
import { people } from './people.ts'
import { performance } from './performance.ts'
import { plans } from './plans.ts'
import { playbook } from './playbook.ts'
import { quotas } from './quotas.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { territories } from './territories.ts'
import { ui } from './ui.ts'
import { workspace } from './workspace.ts'

export const es = {
  audit,
  compensation,
  crm,
  engine,
  export: exportTexts,
  forecasts,
  handbook,
  home,
  import: importTexts,
  people,
  performance,
  plans,
  playbook,
  quotas,
  settings,
  shell,
  territories,
  ui,
  workspace
}
