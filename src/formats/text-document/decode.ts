/** Bytes to text. UTF-8 with or without a byte order mark; anything else is a fault that says what it is. */
import { type TextFault, textFault } from './document.ts';

type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: TextFault };

/** A byte order mark, or a zero byte beside an ASCII character: what Windows calls "Unicode". */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return bytes.length >= 2 && ((a === 0 && b !== 0) || (a !== 0 && b === 0));
}

export const lineOfOffset = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

function firstBrokenLine(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return lineOfOffset(text, text.indexOf('\uFFFD'));
}

export function decode(bytes: Uint8Array): Decoded {
  if (looksLikeUtf16(bytes)) return { ok: false, fault: textFault('utf-16', 1) };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { ok: false, fault: textFault('empty-document', 1) } : { ok: true, text };
  } catch {
    return { ok: false, fault: textFault('not-utf-8', firstBrokenLine(bytes)) };
  }
}
