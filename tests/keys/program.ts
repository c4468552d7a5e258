/** The keys as a process has them: a PostgreSQL, and a key file. */
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/database/open-database.ts';
import { scopedDatabase } from '../../src/platform/database/scoped-database.ts';
import { randomIds } from '../../src/platform/ids.ts';
import { chooseHolder } from '../../src/platform/keys/choose-holder.ts';
import { keysOf } from '../../src/platform/keys/keys.ts';
import { silentLog } from '../../src/platform/log.ts';

export async function programOn(url: string, keysAt: string) {
  const owned = connect({ connectionString: url, max: 4 });
  const database = scopedDatabase(owned);
  const keys = keysOf({ database, clock: systemClock, ids: randomIds(systemClock), log: silentLog }, chooseHolder({ keysAt, keysSecret: null, keysModule: null, keysToken: '' }, '/nowhere', systemClock, () => undefined));
  const state = await keys.state();
  if (state.kind === 'sealed') throw new Error(state.message);
  return { owned, database, keys };
}
