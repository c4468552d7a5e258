import { crc32, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readZip, ZipDamaged } from './read.ts';

type Entry = { readonly name: string; readonly body: string; readonly size?: number };

/** As anybody could write one: a head and a body for each file, then the beginning of the list of contents. */
function zipOf(...entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap(({ name, body, size = Buffer.byteLength(body) }) => {
    const packed = deflateRawSync(body);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x0403_4b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(body), 14);
    head.writeUInt32LE(packed.byteLength, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    return [head, Buffer.from(name), packed];
  });
  return Buffer.concat([...parts, Buffer.from([0x50, 0x4b, 0x01, 0x02])]);
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 7) yield bytes.subarray(at, at + 7);
}
const read = async (bytes: Buffer): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name, bytes: body } of readZip(inPieces(bytes))) names.push(`${name}: ${Buffer.from(body).toString()}`);
  return names;
};

it('reads what is in order, however it arrives', async () => {
  expect(await read(zipOf({ name: 'a/b.json', body: '{}' }, { name: 'c.csv', body: '1' }))).toEqual(['a/b.json: {}', 'c.csv: 1']);
});

it.each([
  ['a name that leads out', [{ name: '../out.json', body: 'x' }]],
  ['one in the middle that does', [{ name: 'a/../../out.json', body: 'x' }]],
  ['an absolute name', [{ name: '/etc/passwd', body: 'x' }]],
  ['a name of another system', [{ name: 'a\\b', body: 'x' }]],
  ['a name twice', [{ name: 'a.json', body: 'x' }, { name: 'a.json', body: 'y' }]],
  ['more than was said', [{ name: 'a.json', body: 'x'.repeat(100_000), size: 10 }]],
  ['less than was said', [{ name: 'a.json', body: 'x', size: 10 }]],
  ['a size that no file may have', [{ name: 'a.json', body: 'x', size: 4_000_000_000 }]],
] as const)('SEC-3 #27 a zip with %s is refused', async (_, entries) => {
  await expect(read(zipOf(...entries))).rejects.toThrow(ZipDamaged);
});

it('SEC-3 #27 a zip that is cut off, or is none, is refused', async () => {
  const whole = zipOf({ name: 'a.json', body: '{}' });
  for (const bytes of [whole.subarray(0, 20), whole.subarray(0, -5), Buffer.from('not a zip at all')]) await expect(read(bytes)).rejects.toThrow(ZipDamaged);
});
