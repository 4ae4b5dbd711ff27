// Longitude and latitude of accounts: read under English and Spanish headers, kept with the account, left out where they are no place.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const read = async (name: string, text: string) => {
  const path = join(workspace.folder, name)
  writeFileSync(path, text)
  return importFiles(workspace, [path])
}
const places = () =>
  workspace.db.all<{ name: string; longitude: number | null; latitude: number | null }>(
    'SELECT name, longitude, latitude FROM accounts ORDER BY name'
  )

test('as an English export writes them', async () => {
  await read(
    'accounts.csv',
    'Account Name,Industry,Billing Country,Billing Latitude,Billing Longitude\nAcme,Retail,Spain,41.6488,-0.8891\nBolt,Retail,Spain,40.4168,-3.7038\n'
  )
  expect(places()).toEqual([
    { name: 'Acme', longitude: -0.8891, latitude: 41.6488 },
    { name: 'Bolt', longitude: -3.7038, latitude: 40.4168 }
  ])
})

test('as a Spanish export writes them, and a later file changes them', async () => {
  const file = (latitud: string) =>
    `Nombre de la cuenta;Sector;País;Latitud;Longitud\nAceros;Metal;España;${latitud};-0,8891\nBombas;Metal;España;40,4168;-3,7038\n`
  await read('cuentas.csv', file('41,6488'))
  expect(places()[0]).toEqual({ name: 'Aceros', longitude: -0.8891, latitude: 41.6488 })
  await read('cuentas-2.csv', file('41,65'))
  expect(places()[0]).toEqual({ name: 'Aceros', longitude: -0.8891, latitude: 41.65 })
  await workspace.call('workspace.undo', {})
  expect(places()[0]).toEqual({ name: 'Aceros', longitude: -0.8891, latitude: 41.6488 })
})

test('half a point and one off the globe are no place, and are counted', async () => {
  await read(
    'accounts.csv',
    'Account Name,Industry,Country,Latitude,Longitude\nAcme,Retail,Spain,41.6488,\nBolt,Retail,Spain,140.4168,-3.7038\nCork,Retail,Spain,40.5,-3.7\n'
  )
  expect(places().map(({ longitude, latitude }) => [longitude, latitude])).toEqual([
    [null, null],
    [null, null],
    [-3.7, 40.5]
  ])
  const [latest] = await workspace.call('import.listImports', {})
  expect(JSON.stringify(latest)).toContain('unreadableValue')
})
