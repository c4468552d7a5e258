/** A short name for exactly this content (RFC 9110 §8.8.3), and whether a condition names it. */
import { createHash } from 'node:crypto';

export const etagOf = (content: string | Uint8Array): string => `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

const strong = (tag: string): string => tag.trim().replace(/^W\//, '');

/** @param condition the value of `If-Match` or `If-None-Match`: `*`, or one or more tags. */
export const matches = (condition: string, etag: string): boolean => condition.trim() === '*' || condition.split(',').some((tag) => strong(tag) === etag);
