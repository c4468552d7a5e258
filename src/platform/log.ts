/**
 * What happened, as one JSON line each. INVARIANT: no personal data: no names, addresses, bodies or query
 * strings; ids and paths without their values only.
 */
export type Level = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (level: Level, event: string, fields?: LogFields) => void;

const longest = 8000;
/** INVARIANT: whatever is logged stays on its line, moves no terminal, and cannot pass for another line or member. */
const invisible = /[\u007f-\u009f\u2028\u2029]/g;
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const cut = <Value>(value: Value): Value | string => (typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}…` : value);
const shortened = (fields: LogFields): LogFields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.slice(0, 100), cut(value)]));

export const jsonLog =
  (now: () => Date, write: (line: string) => void): Log =>
  (level, event, fields = {}) => {
    const own = { at: now().toISOString(), level, event: event.slice(0, 200) };
    write(JSON.stringify({ ...own, ...shortened(fields), ...own }).replaceAll(invisible, escaped));
  };

export const silentLog: Log = () => undefined;

/** A defect, whole: what was thrown and what caused it. For the log only; outside it is a reference number. */
export const defectFields = (error: unknown): LogFields =>
  error instanceof Error ? { error: error.name, message: error.message, stack: error.stack ?? '', cause: error.cause === undefined ? null : String(error.cause) } : { error: typeof error, message: String(error) };
