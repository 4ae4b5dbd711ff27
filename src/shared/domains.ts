// The domains and whom each may use: a list without loops, read by the architecture test and by the window to know
// which of its queries to ask again when a domain has changed.

export const domains = {
  people: [],
  playbook: [],
  workspace: [],
  crm: ['people', 'playbook'],
  plans: ['people'],
  territories: ['people', 'crm', 'plans'],
  forecasts: ['people', 'playbook', 'crm', 'territories', 'plans'],
  quotas: ['people', 'crm', 'territories', 'forecasts', 'plans'],
  performance: ['people', 'crm', 'territories', 'forecasts', 'quotas', 'playbook', 'plans'],
  compensation: ['people', 'crm', 'territories', 'quotas', 'forecasts', 'plans'],
  handbook: ['people', 'crm', 'territories', 'quotas', 'compensation', 'playbook', 'plans'],
  import: ['people', 'playbook', 'crm', 'territories', 'forecasts', 'quotas', 'performance', 'compensation', 'plans'],
  export: []
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Domain = keyof typeof domains

/**
 * Lists the domains whose rows an answer of a domain may depend on.
 *
 * @param domain a domain of the list
 * @returns itself, all it may use, and `workspace` (the settings hold for everyone)
 * @example listSources('crm') // ['crm', 'people', 'playbook', 'workspace']
 */
export function listSources(domain: Domain): Domain[] {
  const found = new Set<Domain>([domain])
  for (const next of found) for (const used of domains[next]) found.add(used)
  found.add('workspace')
  return [...found]
}
