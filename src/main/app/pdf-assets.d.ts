// Files that the bundler copies beside main's bundle; the import is the path at run time.
declare module '*.woff2?asset' {
  const path: string
  export default path
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
