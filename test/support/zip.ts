import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A file in an archive; `size` is what the archive says of it, whatever it holds. */
export interface Zipped {
  readonly name: string
  readonly compressed: Uint8Array
  readonly size: number
  readonly crc: number
}

/** A file as it should be. */
export function zipped(name: string, text: string): Zipped {
  const bytes = Buffer.from(text)
  return { name, compressed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
}

/** The same piece of text so many times over, between two others: little when compressed, whatever it comes to. */
export async function zippedRepeat(
  name: string,
  [before, piece, after]: readonly [string, string, string],
  times: number,
): Promise<Zipped> {
  const deflate = createDeflateRaw()
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  let [crc, size] = [0, 0]
  const write = async (bytes: Buffer): Promise<void> => {
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  const bytes = Buffer.from(piece)
  await write(Buffer.from(before))
  for (let count = 0; count < times; count++) await write(bytes)
  await write(Buffer.from(after))
  deflate.end()
  await once(deflate, 'end')
  return { name, compressed: Buffer.concat(chunks), size, crc }
}

/** An archive of the files, with a directory that says of them what they say. */
export function zip(files: readonly Zipped[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, compressed, size, crc } of files) {
    const nameBytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(compressed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, nameBytes])
    local.push(head, Buffer.from(compressed))
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([20, 0])
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), version, common, tail, nameBytes]))
    offset += head.length + compressed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
