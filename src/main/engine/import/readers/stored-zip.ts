// Writes a zip archive whose parts are not compressed: what our own reader has unfolded and counted, for a reader that would
// unfold without counting.
import { crc32 } from 'node:zlib'

export function writeStoredZip(parts: readonly { name: string; bytes: Buffer }[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const nameBytes = Buffer.from(name)
    const sizes = Buffer.alloc(26)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(0x0800, 2)
    sizes.writeUInt32LE(crc32(bytes), 10)
    sizes.writeUInt32LE(bytes.length, 14)
    sizes.writeUInt32LE(bytes.length, 18)
    sizes.writeUInt16LE(nameBytes.length, 22)
    pieces.push(Buffer.from([0x50, 0x4b, 3, 4]), sizes, nameBytes, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), sizes, place, nameBytes)
    at += 30 + nameBytes.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}
