// Reads the workbooks for which SheetJS is the reader: xls, xlsb, and tables of html that systems export under the name .xls.
// SheetJS guesses what it is given, so it only gets what is known to be one of these; and a damaged file can keep it busy for ever, so it
// works in a thread of its own, which is ended when it takes too long or too much memory.
import type { RawSheet } from '#shared/import/types.ts'
import { CancelledError, WorkerPool } from '../../worker-pool.ts'
import type { OldWorkbookArgs, OldWorkbookResult } from './old-workbook-task.ts'
import { OleFile } from './ole.ts'
import { damaged, type FileBytes, type ReadProgress, type TableReader, tooLarge, UnreadableFile } from './reader.ts'
import { writeStoredZip } from './stored-zip.ts'
import { decodeText } from './text-bytes.ts'
import { ZipArchive } from './zip.ts'

/** SheetJS keeps every cell as an object: what it unfolds has to be smaller. */
const mostUnfolded = 256 * 1_048_576
/** A file of a few megabytes that asks for more than the small cap is damaged; a full sheet of xls needs the large one. */
const smallFile = 4 * 1_048_576
const smallCapMb = 384
const largeCapMb = 1536
/** A thread may be slow to begin on a busy machine; once it has, SheetJS reads some 5 MB a second. */
const patienceToBeginMs = 60_000
const patienceMs = 5000
const patienceMsPerMb = 1500

const idleMs = 5000
const smallFiles = new WorkerPool({ threads: 1, idleMs, memoryCapMb: smallCapMb })
const largeFiles = new WorkerPool({ threads: 1, idleMs, memoryCapMb: largeCapMb })

async function readElsewhere(
  args: OldWorkbookArgs,
  unfolded: number,
  { bytes }: FileBytes,
  progress: ReadProgress
): Promise<RawSheet[]> {
  const isSmall = unfolded <= smallFile
  const threads = isSmall ? smallFiles : largeFiles
  const patience = new AbortController()
  const wait = (ms: number): NodeJS.Timeout => setTimeout(() => patience.abort(), ms)
  let timer = wait(patienceToBeginMs)
  let hasBegun = false
  try {
    const result = (await threads.run({ name: 'import.readOldWorkbook', args }, patience.signal, ({ done, rows }) => {
      if (!hasBegun) {
        hasBegun = true
        clearTimeout(timer)
        timer = wait(patienceMs + Math.round((patienceMsPerMb * unfolded) / 1_048_576))
      }
      progress(Math.round(done * bytes.length), bytes.length, rows ?? 0)
    })) as OldWorkbookResult
    if (!result.ok) throw new UnreadableFile(result.refusal)
    return result.sheets
  } catch (error) {
    if (error instanceof CancelledError) throw damaged(args.kind, error)
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw tooLarge((isSmall ? smallCapMb : largeCapMb) * 1_048_576)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

export const xls: TableReader = {
  name: 'xls',
  matches: ({ kind, bytes }) => kind === 'biff' || (kind === 'ole' && holdsWorkbook(new OleFile(bytes))),
  read: (file, choice, progress) =>
    readElsewhere({ kind: 'xls', bytes: file.bytes, password: choice?.password }, file.bytes.length, file, progress)
}

/** Excel names the stream of the cells Workbook, before Excel 97 Book. */
const holdsWorkbook = (container: OleFile): boolean => container.has('Workbook') || container.has('Book')

export const xlsb: TableReader = {
  name: 'xlsb',
  matches: ({ kind, bytes }) => kind === 'zip' && isXlsb(new ZipArchive(bytes)),
  read: async (file, _choice, progress) => {
    const zip = new ZipArchive(file.bytes)
    const wanted = zip.names.filter(
      (name) => /\.(bin|xml|rels)$/i.test(name) && !/vbaProject|printerSettings|media\//i.test(name)
    )
    const unfolded = wanted.reduce((sum, name) => sum + zip.declaredBytes(name), 0)
    if (unfolded > mostUnfolded) throw tooLarge(unfolded)
    const parts: { name: string; bytes: Buffer }[] = []
    let counted = 0
    for (const name of wanted) {
      const bytes = await zip.read(name)
      counted += bytes.length
      if (counted > mostUnfolded) throw tooLarge(counted)
      parts.push({ name, bytes })
    }
    return readElsewhere({ kind: 'xlsb', bytes: writeStoredZip(parts) }, counted, file, progress)
  }
}

const isXlsb = (zip: ZipArchive): boolean => zip.names.some((name) => /^xl\/workbook\d*\.bin$/i.test(name))

export const html: TableReader = {
  name: 'html',
  matches: (file) => file.kind === 'html',
  read: async (file, choice, progress) => {
    const { text, encoding } = decodeText(file.bytes, choice?.encoding)
    if (!/<table\b/i.test(text)) throw new UnreadableFile({ code: 'import.unknownFormat' })
    const sheets = await readElsewhere({ kind: 'html', text }, file.bytes.length, file, progress)
    return sheets.map((sheet) => ({ ...sheet, encoding }))
  }
}
