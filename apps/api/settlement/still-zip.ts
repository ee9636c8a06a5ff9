/** Midnight of the first day that a ZIP can tell, as MS-DOS writes dates. */
const FIRST_DAY = 0x0021_0000;

/** Where fields lie (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 } as const;
const ENTRY = { length: 46, time: 12, name: 28, extra: 30, comment: 32, header: 42 } as const;
const HEADER_TIME = 10;

/**
 * Takes the time at which it was made out of a ZIP: the same files are the same bytes. In place.
 * @throws Error for what is no ZIP without a comment
 */
export function stillZip(zip: Buffer): Buffer {
  const end = zip.length - END.length;
  if (end < 0 || zip.readUInt32LE(end) !== END.signature) throw new Error('no ZIP');
  let at = zip.readUInt32LE(end + END.directory);
  for (let left = zip.readUInt16LE(end + END.entries); left > 0; left -= 1) {
    zip.writeUInt32LE(FIRST_DAY, at + ENTRY.time);
    zip.writeUInt32LE(FIRST_DAY, zip.readUInt32LE(at + ENTRY.header) + HEADER_TIME);
    const tail = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((field) =>
      zip.readUInt16LE(at + field),
    );
    at += tail.reduce<number>((sum, length) => sum + length, ENTRY.length);
  }
  return zip;
}
