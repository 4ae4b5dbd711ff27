// Our unpacking against an archive made here byte by byte: permissions, links, both ways of packing, and paths that would escape.
import { lstat, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzip } from '../../build/steps/runtime/unzip.ts'

interface Entry {
  path: string
  content: string
  mode: number
  deflate?: boolean
}

/** The bytes of a zip archive; checksums are left out, which no reader of trusted archives needs. */
function zip(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content, mode, deflate = false } of entries) {
    const name = Buffer.from(path)
    const plain = Buffer.from(content)
    const packed = deflate ? deflateRawSync(plain) : plain
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(deflate ? 8 : 0, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(deflate ? 8 : 0, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(plain.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, name, packed)
    directory.push(central, name)
    offset += local.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comarca-zip-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function unpack(entries: readonly Entry[], place = (path: string): string | undefined => path): Promise<number> {
  const file = join(folder, 'archive.zip')
  await writeFile(file, zip(entries))
  return unzip(file, join(folder, 'out'), place)
}

test('files come out with their content and permissions', async () => {
  const text = 'a territory '.repeat(1000)
  const written = await unpack([
    { path: 'bin/run', content: 'run', mode: 0o100755 },
    { path: 'long.txt', content: text, mode: 0o100644, deflate: true }
  ])
  expect(written).toBe(2)
  expect(await readFile(join(folder, 'out/long.txt'), 'utf8')).toBe(text)
  expect((await lstat(join(folder, 'out/bin/run'))).mode & 0o777).toBe(0o755)
})

test('a symbolic link stays one', async () => {
  await unpack([{ path: 'link', content: 'bin/run', mode: 0o120777 }])
  expect(await readlink(join(folder, 'out/link'))).toBe('bin/run')
})

test('what gets no place is left out', async () => {
  const written = await unpack(
    [
      { path: 'keep/a', content: '1', mode: 0o100644 },
      { path: 'drop/b', content: '2', mode: 0o100644 }
    ],
    (path) => (path.startsWith('keep/') ? path.slice(5) : undefined)
  )
  expect(written).toBe(1)
  expect(await readFile(join(folder, 'out/a'), 'utf8')).toBe('1')
})

test('a path that leaves the folder is refused', async () => {
  await expect(unpack([{ path: '../out-of-it', content: 'x', mode: 0o100644 }])).rejects.toThrow('would leave')
})

test('a file that is no archive is refused in words', async () => {
  const file = join(folder, 'archive.zip')
  await writeFile(file, 'x'.repeat(100))
  await expect(unzip(file, join(folder, 'out'), (path) => path)).rejects.toThrow('no zip archive')
})
