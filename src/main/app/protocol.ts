// The app:// protocol: serves the built window's files and, for printing, single pages kept in memory. Nothing else can be loaded.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { places } from './places.ts'

export const appOrigin = 'app://comarca'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm'
}

// No inline scripts, no eval, nothing from outside. Inline styles are what the component library and charts set on elements.
const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data: app:; img-src data:"

const pages = new Map<string, string>()
let nextPage = 1

/** Keeps a page in memory under an address of its own until `remove` is called. Scripts in it do not run. */
export function servePage(html: string): { url: string; remove(): void } {
  const path = `/page/${nextPage++}`
  pages.set(path, html)
  return { url: `${appOrigin}${path}`, remove: () => pages.delete(path) }
}

export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

export function serveProtocol(): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.origin !== appOrigin && `${url.protocol}//${url.host}` !== appOrigin) return refuse(403)
    const page = pages.get(url.pathname)
    if (page !== undefined) return respond(page, '.html', pagePolicy)
    const path = normalize(join(places.rendererFolder, decodeURIComponent(url.pathname)))
    if (!path.startsWith(places.rendererFolder + sep)) return refuse(403)
    try {
      return respond(await readFile(path), extname(path), windowPolicy)
    } catch {
      return refuse(404)
    }
  })
}

const refuse = (status: number): Response => new Response(null, { status })

const respond = (body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response =>
  new Response(body, {
    headers: {
      'content-type': types[type] ?? 'application/octet-stream',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff'
    }
  })
