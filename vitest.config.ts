// The test projects. `unit` holds everything that runs without a window (pure rules, the engine on a real SQLite file,
// screens in happy-dom, the architecture, the runtime); `e2e` drives the built application in a real Electron, one file at a time.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { nodeFlags } from './build/steps/terminal.ts'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: [],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          restoreMocks: true,
          execArgv: nodeFlags
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['test/helpers/e2e-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          retry: 0
        }
      }
    ]
  }
})
