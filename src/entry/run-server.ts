/** The server, put together. */
import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { federation, offerSetup, provisioned, whoIs } from '../capabilities/identity/public.ts';
import { bearerOf } from '../capabilities/tokens/public.ts';
import { serve } from '../faces/serve.tsx';
import { backUpRegularly } from '../platform/backup/automatic.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config/settings.ts';
import { serveControl } from '../platform/control/control-socket.ts';
import { connectionLimits } from '../platform/http/connection-limits.ts';
import { readAssets } from '../platform/http/assets.ts';
import { sayKeptApart } from '../platform/database/what-keeps-apart.ts';
import { workRegularly } from '../platform/jobs/queue.ts';
import { makeMetrics } from '../platform/metrics.ts';
import type { World } from '../platform/perform.ts';
import { administratorCommands } from './administrator-commands.ts';
import { chores, measureQueue, workshopOf } from './jobs.ts';
import { isExpected, type OpenProgram, openProgram, readEnvironment } from './open-program.ts';
import { onceOpen, sealAndFinish } from './once-open.ts';
import { operations } from './operations.ts';
import { places } from './places.ts';
import { gathered } from './slices.ts';

const say = (text: string): void => void process.stderr.write(`[regiekompas] ${text}\n`);

function addressOf(config: Config, server: Server): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return config.publicUrl ?? `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`;
}

/** Ready is said only when a request is answered. */
const started = (config: Config, { world, kept }: OpenProgram): Promise<Server> =>
  new Promise((resolved, reject) => {
    const metrics = makeMetrics();
    measureQueue(metrics, world);
    const site = { world, operations, objects: gathered.objects, whoIs, bearerOf, federation, provisioned, paths: { start: '/start', signIn: '/sign-in', signOut: '/sign-out', confirm: '/confirm', account: '/account', organisations: '/organisations' }, assets: readAssets(places.assets), publicUrl: config.publicUrl, witness: kept.witness, operating: { metrics, metricsToken: config.metricsToken, securityContact: config.securityContact } };
    const server = listen({ fetch: serve(site).fetch, port: config.port, hostname: config.host, serverOptions: connectionLimits }, () => resolved(server as Server));
    server.once('error', reject);
  });

async function announce(config: Config, world: World, server: Server): Promise<void> {
  const address = addressOf(config, server);
  const code = await world.database.change({}, (db) => offerSetup(db, systemClock.now()));
  say(`Ready at ${address}`);
  if (code !== null) say(`First run. Open ${address}/set-up and use this code, once, within 15 minutes (a new start makes a new one): ${code}`);
}

/** Requests under way are answered; then the database is closed in an orderly way. */
function closeOnSignal(server: Server, closeRest: () => Promise<void>): void {
  const close = async (): Promise<void> => {
    say('Stopping …');
    server.close();
    server.closeIdleConnections();
    await closeRest();
    process.exit(0);
  };
  process.once('SIGINT', () => void close());
  process.once('SIGTERM', () => void close());
}

async function start(config: Config): Promise<void> {
  const opened = await openProgram(config, say, process.stdout);
  const { world, store, kept, apart } = opened;
  say(sayKeptApart(apart));
  await onceOpen(world.keys, async () => {
    await sealAndFinish(world.keys, store.database, say);
    await kept.moveEarlier();
  }, say);
  const server = await started(config, opened);
  void kept.keeper.settle();
  const control = store.kind === 'embedded' ? await serveControl(config.dataFolder, administratorCommands, opened) : null;
  const work = workRegularly(workshopOf(world), chores);
  const backups = backUpRegularly(opened);
  closeOnSignal(server, async () => {
    control?.close();
    await work.stop();
    await backups.stop();
    await kept.keeper.stop();
    await store.close();
  });
  await announce(config, world, server);
}

/** What can be mended outside is one clear line; anything else is shown whole. */
export async function runServer(): Promise<void> {
  try {
    const { config, warnings } = readEnvironment();
    for (const warning of warnings) say(warning);
    await start(config);
  } catch (error) {
    say(isExpected(error) ? error.message : `Could not start: ${error instanceof Error ? error.stack : String(error)}`);
    process.exit(1);
  }
}
