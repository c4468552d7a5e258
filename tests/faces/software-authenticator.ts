/** A device that keeps passkeys, in software: makes and signs what WebAuthn asks (ES256, attestation `none`). Can also be told to answer wrongly. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Just enough CBOR (RFC 8949) for what an authenticator says. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, inside]) => [cbor(key), cbor(inside)])]);
}
function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer): string => bytes.toString('base64url');

type Options = { readonly challenge: string; readonly rp?: { readonly id?: string }; readonly rpId?: string };
export type Twist = { readonly origin?: string; readonly rpId?: string; readonly challenge?: string; readonly withoutOwner?: boolean; readonly counter?: number; readonly otherKey?: boolean; readonly type?: string };

const present = 0x01;
const ownerVerified = 0x04;
const hasCredential = 0x40;

export class SoftwareAuthenticator {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  #cose(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    return cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
  }

  #data(options: Options, twist: Twist, extra = Buffer.alloc(0)): Buffer {
    const flags = present | (twist.withoutOwner ? 0 : ownerVerified) | (extra.length > 0 ? hasCredential : 0);
    const counter = Buffer.alloc(4);
    this.#counter += 1;
    counter.writeUInt32BE(twist.counter ?? this.#counter);
    return Buffer.concat([sha256(twist.rpId ?? options.rp?.id ?? options.rpId ?? ''), Buffer.from([flags]), counter, extra]);
  }

  #client(type: string, { challenge }: Options, twist: Twist): Buffer {
    return Buffer.from(JSON.stringify({ type: twist.type ?? type, challenge: twist.challenge ?? challenge, origin: twist.origin ?? 'http://localhost', crossOrigin: false }));
  }

  /** @returns what the browser puts in the form. */
  make(options: Options, twist: Twist = {}): string {
    const size = Buffer.from([0, this.id.length]);
    const data = this.#data(options, twist, Buffer.concat([Buffer.alloc(16), size, this.id, this.#cose()]));
    const attestationObject = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', data]]));
    const response = { clientDataJSON: text(this.#client('webauthn.create', options, twist)), attestationObject: text(attestationObject), transports: ['internal'] };
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', response, clientExtensionResults: {} });
  }

  sign(options: Options, twist: Twist = {}): string {
    const [data, client] = [this.#data(options, twist), this.#client('webauthn.get', options, twist)];
    const key: KeyObject = twist.otherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.#keys.privateKey;
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key);
    const response = { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) };
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', response, clientExtensionResults: {} });
  }
}
