/** Whether the database is away for now, as while another takes over: whoever asked can ask again. */
import { CommitUncertain } from './commit.ts';

/** Connection lost or refused, shutting down or starting up, a full disk, too many connections, a standby that takes no writes, a query that took longer than a request may (PostgreSQL, appendix A). */
const away = /^(?:08...|57P0[1-4]|57014|53100|53300|25006)$/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);
/** What `pg` says without a code. */
const said = /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

type Flaw = Error & { readonly code?: unknown; readonly syscall?: unknown; readonly routine?: unknown };

/** A transaction that may write, begun on a standby: PostgreSQL calls it "not supported", as a setting that does not pass. */
const isStandby = ({ code, routine }: Flaw): boolean => code === '0A000' && routine === 'call_bool_check_hook';

const hasFlaw = (error: Flaw): boolean => {
  if (isStandby(error)) return true;
  const code = String(error.code ?? '');
  // A missing file is a defect; a missing socket is a database that is away.
  if (code === 'ENOENT') return error.syscall === 'connect';
  return away.test(code) || network.has(code) || said.test(error.message);
};

export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof CommitUncertain || hasFlaw(error) || isUnreachable(error.cause);
}
