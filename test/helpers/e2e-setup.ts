// Once before the tests in a real window: an Electron, the built application, a virtual display.
import type { TestProject } from 'vitest/node'
import { preparePlace } from '../../build/steps/runtime/place.ts'
import type { WindowPlace } from '../../build/steps/runtime/window.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    windowPlace: WindowPlace
  }
}

export default async function setUp(project: TestProject): Promise<() => void> {
  const { place, close } = await preparePlace((line) => process.stdout.write(`${line}\n`))
  project.provide('windowPlace', place)
  return close
}
