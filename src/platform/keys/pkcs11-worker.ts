/**
 * A security module through PKCS#11, in a thread of its own: its calls wait for the module. The library `pkcs11js` is
 * no dependency of ours; who has a module installs it, and it is found as Node finds any package (`NODE_PATH` too).
 *
 * INVARIANT: no key that wraps ever leaves the module, and no code of an error decides anything: modules differ.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

export type ModuleInput = { readonly module: string; readonly token: string; readonly pin: string };
export type ModuleCall =
  | { readonly call: 'keys' | 'addKey' | 'publicKey' | 'close' }
  | { readonly call: 'destroyKey'; readonly key: string }
  | { readonly call: 'wrap' | 'unwrap'; readonly key: string; readonly bytes: Uint8Array; readonly goesWith: string }
  | { readonly call: 'sign'; readonly bytes: Uint8Array };
export type ModuleWord = { readonly id: number; readonly value?: unknown; readonly fault?: string };

type Attribute = { type: number; value?: Buffer | number | boolean | string };
type Mechanism = { mechanism: number; parameter?: unknown };
/** The part of `pkcs11js` that is used. */
type Library = {
  load(path: string): void; close(): void;
  C_Initialize(): void; C_Finalize(): void; C_GetSlotList(withToken: boolean): Buffer[]; C_GetTokenInfo(slot: Buffer): { label: string };
  C_OpenSession(slot: Buffer, flags: number): Buffer; C_Login(session: Buffer, user: number, pin: string): void; C_GetSessionInfo(session: Buffer): unknown;
  C_FindObjectsInit(session: Buffer, template: Attribute[]): void; C_FindObjects(session: Buffer, most: number): Buffer[]; C_FindObjectsFinal(session: Buffer): void;
  C_GetAttributeValue(session: Buffer, object: Buffer, template: Attribute[]): { value: Buffer }[];
  C_GenerateKey(session: Buffer, mechanism: Mechanism, template: Attribute[]): Buffer;
  C_GenerateKeyPair(session: Buffer, mechanism: Mechanism, open: Attribute[], shut: Attribute[]): unknown;
  C_DestroyObject(session: Buffer, object: Buffer): void;
  C_EncryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void; C_Encrypt(session: Buffer, plain: Buffer, into: Buffer): Buffer;
  C_DecryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void; C_Decrypt(session: Buffer, boxed: Buffer, into: Buffer): Buffer;
  C_SignInit(session: Buffer, mechanism: Mechanism, key: Buffer): void; C_Sign(session: Buffer, text: Buffer, into: Buffer): Buffer;
};
type Names = Readonly<Record<string, number>>;

const given = workerData as ModuleInput;
const pkcs11js = createRequire(import.meta.url)('pkcs11js') as Names & { readonly PKCS11: new () => Library };
const name = (of: string): number => pkcs11js[of] as number;
const attribute = (type: string, value?: Attribute['value']): Attribute => (value === undefined ? { type: name(type) } : { type: name(type), value });
/** Of PKCS#11 3.0, which the library has no names for. */
const edwards = { keyType: 0x40, generate: 0x1055, sign: 0x1057, curve: Buffer.from('130c656477617264733235353139', 'hex') };
const signingLabel = 'regiekompas-signing';
const [nonceBytes, tagBytes] = [12, 16];

const library = new pkcs11js.PKCS11();
library.load(given.module);
try {
  library.C_Initialize();
} catch {
  // Done before in this process; if it was anything else, the next call says so.
}

function openSession(): Buffer {
  const slot = library.C_GetSlotList(true).find((one) => library.C_GetTokenInfo(one).label.trim() === given.token);
  if (slot === undefined) throw new Error(`The security module has no token called ${given.token}.`);
  const opened = library.C_OpenSession(slot, name('CKF_SERIAL_SESSION') | name('CKF_RW_SESSION'));
  library.C_Login(opened, name('CKU_USER'), given.pin);
  return opened;
}
const session = openSession();

function found(template: Attribute[]): Buffer[] {
  library.C_FindObjectsInit(session, template);
  const objects = library.C_FindObjects(session, 1000);
  library.C_FindObjectsFinal(session);
  return objects;
}
const read = (object: Buffer, type: string): Buffer => library.C_GetAttributeValue(session, object, [attribute(type)])[0]?.value ?? Buffer.alloc(0);

const secretKeys = attribute('CKA_CLASS', name('CKO_SECRET_KEY'));
function keyNamed(key: string): Buffer {
  const [object] = found([secretKeys, attribute('CKA_LABEL', key)]);
  if (object === undefined) throw new Error(`The key ${key} is not in the security module.`);
  return object;
}

/** Oldest first: the id of each begins with the moment it was made. */
const keys = (): string[] =>
  found([secretKeys]).map((object) => ({ label: read(object, 'CKA_LABEL').toString(), id: read(object, 'CKA_ID').toString('hex') })).filter(({ label }) => label.startsWith('kek-')).toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ label }) => label);

function addKey(): string {
  const label = `kek-${randomBytes(8).toString('hex')}`;
  const madeAt = Buffer.alloc(8);
  madeAt.writeBigUInt64BE(BigInt(Date.now()));
  library.C_GenerateKey(session, { mechanism: name('CKM_AES_KEY_GEN') }, [
    secretKeys, attribute('CKA_KEY_TYPE', name('CKK_AES')), attribute('CKA_VALUE_LEN', 32), attribute('CKA_LABEL', label), attribute('CKA_ID', Buffer.concat([madeAt, randomBytes(4)])),
    ...['CKA_TOKEN', 'CKA_PRIVATE', 'CKA_SENSITIVE', 'CKA_ENCRYPT', 'CKA_DECRYPT'].map((type) => attribute(type, true)), attribute('CKA_EXTRACTABLE', false),
  ]);
  return label;
}

const gcm = (iv: Buffer, goesWith: string): Mechanism =>
  ({ mechanism: name('CKM_AES_GCM'), parameter: { type: name('CK_PARAMS_AES_GCM'), iv, aad: Buffer.from(goesWith), ivBits: nonceBytes * 8, tagBits: tagBytes * 8 } });

function wrap(key: string, plain: Buffer, goesWith: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  library.C_EncryptInit(session, gcm(nonce, goesWith), keyNamed(key));
  return Buffer.concat([nonce, library.C_Encrypt(session, plain, Buffer.alloc(plain.length + tagBytes))]);
}

/** Null when it does not open. @throws when the module itself is gone, which is asked of it and not read from a code. */
function unwrap(key: string, bytes: Buffer, goesWith: string): Buffer | null {
  try {
    library.C_DecryptInit(session, gcm(bytes.subarray(0, nonceBytes), goesWith), keyNamed(key));
    return library.C_Decrypt(session, bytes.subarray(nonceBytes), Buffer.alloc(bytes.length));
  } catch {
    library.C_GetSessionInfo(session);
    return null;
  }
}

const half = (of: 'CKO_PRIVATE_KEY' | 'CKO_PUBLIC_KEY'): Buffer | undefined => found([attribute('CKA_CLASS', name(of)), attribute('CKA_LABEL', signingLabel)])[0];

function signingKey(of: 'CKO_PRIVATE_KEY' | 'CKO_PUBLIC_KEY'): Buffer {
  if (half(of) === undefined)
    library.C_GenerateKeyPair(session, { mechanism: edwards.generate },
      [attribute('CKA_KEY_TYPE', edwards.keyType), attribute('CKA_EC_PARAMS', edwards.curve), attribute('CKA_LABEL', signingLabel), attribute('CKA_TOKEN', true), attribute('CKA_VERIFY', true)],
      [attribute('CKA_KEY_TYPE', edwards.keyType), attribute('CKA_LABEL', signingLabel), attribute('CKA_TOKEN', true), attribute('CKA_PRIVATE', true), attribute('CKA_SENSITIVE', true), attribute('CKA_EXTRACTABLE', false), attribute('CKA_SIGN', true)]);
  return half(of) as Buffer;
}

function sign(bytes: Buffer): Buffer {
  library.C_SignInit(session, { mechanism: edwards.sign }, signingKey('CKO_PRIVATE_KEY'));
  return library.C_Sign(session, bytes, Buffer.alloc(64));
}

/** Wrapped in DER (0420), as the standard has it. */
const publicKey = (): Buffer => read(signingKey('CKO_PUBLIC_KEY'), 'CKA_EC_POINT').subarray(-32);

function close(): void {
  library.C_Finalize();
  library.close();
}

function answer(asked: ModuleCall): unknown {
  switch (asked.call) {
    case 'keys': return keys();
    case 'addKey': return addKey();
    case 'destroyKey': return library.C_DestroyObject(session, keyNamed(asked.key));
    case 'wrap': return wrap(asked.key, Buffer.from(asked.bytes), asked.goesWith);
    case 'unwrap': return unwrap(asked.key, Buffer.from(asked.bytes), asked.goesWith);
    case 'sign': return sign(Buffer.from(asked.bytes));
    case 'publicKey': return publicKey();
    case 'close': return close();
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
const tell = (word: ModuleWord): void => parentPort?.postMessage(word);

parentPort?.on('message', ({ id, ...asked }: ModuleCall & { readonly id: number }) => {
  try {
    tell({ id, value: answer(asked) });
  } catch (error) {
    tell({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
tell({ id: 0 });
