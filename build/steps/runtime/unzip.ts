// Unpacks a zip archive whose contents are trusted (its hash was checked). Bare machines have no `unzip`, and Node none either.
import { chmod, mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const stored = 0
const deflated = 8
const symbolicLink = 0o120000
const fileTypeMask = 0o170000

interface Entry {
  path: string
  method: number
  packedSize: number
  headerOffset: number
  mode: number
}

/** Where an entry goes under the target folder; undefined leaves it out. */
export type Placement = (path: string) => string | undefined

/**
 * Unpacks the entries of a zip file that `place` gives a path to, with their permissions and symbolic links.
 * Zip64 and encryption are refused: nothing we unpack uses them.
 */
export async function unzip(zipFile: string, targetFolder: string, place: Placement): Promise<number> {
  const file = await open(zipFile)
  try {
    const read = async (position: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      if (bytesRead !== length) throw new Error(`${zipFile} ends too early`)
      return buffer
    }
    const { size } = await file.stat()
    let written = 0
    for (const entry of await readDirectory(read, size, zipFile)) {
      const relative = place(entry.path)
      if (relative === undefined || entry.path.endsWith('/')) continue
      const target = join(targetFolder, relative)
      if (!target.startsWith(normalize(targetFolder) + sep))
        throw new Error(`${entry.path} would leave ${targetFolder}`)
      await mkdir(dirname(target), { recursive: true })
      await writeEntry(target, entry, await readEntry(read, entry))
      written += 1
    }
    return written
  } finally {
    await file.close()
  }
}

type Read = (position: number, length: number) => Promise<Buffer>

async function readDirectory(read: Read, size: number, zipFile: string): Promise<Entry[]> {
  const tailLength = Math.min(size, 22 + 0xffff)
  const tail = await read(size - tailLength, tailLength)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < 0) throw new Error(`${zipFile} is no zip archive`)
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) throw new Error(`${zipFile} is a zip64 archive`)

  const directory = await read(start, length)
  const entries: Entry[] = []
  let at = 0
  for (let i = 0; i < count; i += 1) {
    if (directory.readUInt32LE(at) !== directoryEntry) throw new Error(`${zipFile} has a damaged directory`)
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      headerOffset: directory.readUInt32LE(at + 42),
      path: directory.toString('utf8', at + 46, at + 46 + nameLength)
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readEntry(read: Read, entry: Entry): Promise<Buffer> {
  const header = await read(entry.headerOffset, 30)
  const dataStart = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await read(dataStart, entry.packedSize)
  if (entry.method === stored) return packed
  if (entry.method === deflated) return inflate(packed)
  throw new Error(`${entry.path} is packed in a way we don't read (${entry.method})`)
}

async function writeEntry(target: string, entry: Entry, content: Buffer): Promise<void> {
  if ((entry.mode & fileTypeMask) === symbolicLink) {
    await symlink(content.toString('utf8'), target)
    return
  }
  await writeFile(target, content)
  const permissions = entry.mode & 0o777
  if (permissions !== 0) await chmod(target, permissions)
}
