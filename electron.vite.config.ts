// How the four programs of the product are bundled: main with engine, worker and command line (ES modules), the preload
// (CommonJS, so that the sandbox stays on) and the renderer. Only the SQLite driver stays outside: it is a native module.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string) => resolve(import.meta.dirname, path)
const out = (name: string) => resolve(process.env.COMARCA_OUT ?? from('out'), name)

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: out('main'),
      externalizeDeps: { include: ['better-sqlite3'], exclude: [] },
      rollupOptions: {
        input: {
          main: from('src/main/app/main.ts'),
          engine: from('src/main/engine/main.ts'),
          worker: from('src/main/engine/worker.ts'),
          call: from('src/main/engine/call.ts')
        },
        // Chunks lie beside the entries, since the engine finds its worker relative to the file it is called from.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: out('preload'),
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: from('src/main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: out('renderer'),
      emptyOutDir: true,
      minify: true,
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: { index: from('src/renderer/index.html') } }
    }
  }
})
