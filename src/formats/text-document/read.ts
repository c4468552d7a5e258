/** Bytes of a YAML or JSON file to a value with lines, or to what is wrong with the text. */
import { decode } from './decode.ts';
import { type TextFault, type TextLimits, type TextReading, textFault, textLimits } from './document.ts';
import { readJson } from './json.ts';
import { readYaml } from './yaml.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
const afterMark = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

/** The first byte that says something: `{` or `[` begins JSON (or YAML that is written like it). */
function startsLikeJson(bytes: Uint8Array): boolean {
  let at = afterMark(bytes);
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === 0x7b || bytes[at] === 0x5b;
}

function tooLarge(bytes: Uint8Array, json: boolean, limits: TextLimits): TextFault | undefined {
  const limit = json ? limits.jsonBytes : limits.yamlBytes;
  if (bytes.length <= limit) return undefined;
  return textFault(json ? 'json-too-large' : 'yaml-too-large', 1, { size: megabytes(bytes.length), limit: megabytes(limit) });
}

/**
 * @param fileName decides only between JSON and YAML that starts with `{`; the content decides the rest.
 *
 * INVARIANT: never throws for what is in the file, and takes no longer than the limits allow.
 */
export function readTextDocument(bytes: Uint8Array, fileName = '', limits: TextLimits = textLimits): TextReading {
  const named = /\.json$/i.test(fileName);
  const json = named || startsLikeJson(bytes);
  const large = tooLarge(bytes, json, limits);
  if (large) return { ok: false, faults: [large] };
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, faults: [decoded.fault] };
  if (!json) return readYaml(decoded.text, limits);
  const reading = readJson(decoded.text, limits);
  const maybeYaml = !reading.ok && !named && reading.faults[0]?.code === 'broken-json' && bytes.length <= limits.yamlBytes;
  if (!maybeYaml) return reading;
  const yaml = readYaml(decoded.text, limits);
  return yaml.ok ? yaml : /\.ya?ml$/i.test(fileName) ? yaml : reading;
}
