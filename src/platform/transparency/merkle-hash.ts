/** The hashing of RFC 9162 §2.1.1: SHA-256, with a first byte that keeps a leaf from passing for a node. */
import { hash } from 'node:crypto';

/** 32 bytes. */
export type Hash = Buffer;
export const hashBytes = 32;

const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer');
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

export const emptyRoot: Hash = sha256(new Uint8Array());
export const leafHash = (leaf: Uint8Array): Hash => sha256(Buffer.concat([leafPrefix, leaf]));
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(Buffer.concat([nodePrefix, left, right]));
