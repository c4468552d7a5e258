/** The body of a request, never more of it than we are prepared to hold. */
import type { Operation } from '../platform/operation.ts';
import { alternatives, inputSchema, isDocument } from './fields/json-schema.ts';
import type { Fields } from './fields/read-fields.ts';

const megabyte = 1024 * 1024;
export const bodyLimitBytes = megabyte;
/** Where a document goes in. */
export const documentLimitBytes = 10 * megabyte;

export class BodyTooLarge extends Error {
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`More than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}

export function bodyLimitOf({ input }: Operation): number {
  const members = Object.values(inputSchema(input).properties ?? {}).flatMap(alternatives);
  return members.some((member) => isDocument(member) || (member.items !== undefined && isDocument(member.items))) ? documentLimitBytes : bodyLimitBytes;
}

/** @throws BodyTooLarge as soon as the limit is passed, whatever the sender announced. */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw new BodyTooLarge(limitBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limitBytes) throw new BodyTooLarge(limitBytes);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Not a form at all, or one that nobody fills in by hand. */
export class UnreadableForm extends Error {}
const partsAtMost = 5_000;

async function formIn(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new UnreadableForm('The body is not the form its content type says.', { cause });
  }
}

const textOfFile = async (name: string, file: File, asDocument: (name: string) => boolean): Promise<Fields> => {
  const text = await file.text();
  return asDocument(name) ? [[`${name}.name`, file.name], [`${name}.text`, text]] : [[name, text]];
};

/**
 * A chosen file becomes its text; where none was chosen, the field of the same name counts.
 * @throws BodyTooLarge, UnreadableForm
 */
export async function formFields(request: Request, limitBytes: number, asDocument: (name: string) => boolean): Promise<Fields> {
  const body = await readBody(request, limitBytes);
  const form = await formIn(body, request.headers.get('content-type') ?? '');
  if ([...form.keys()].length > partsAtMost) throw new UnreadableForm('The form has too many parts.');
  const fields: (readonly [string, string])[] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields.push([name, value.replaceAll('\r\n', '\n')]);
    else if (value.size > 0) fields.push(...(await textOfFile(name, value, asDocument)));
  }
  return fields;
}
