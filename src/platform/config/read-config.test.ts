import { describe, expect, it } from 'vitest';
import { type Environment, readConfig } from './read-config.ts';
import { settings } from './settings.ts';

const files: Record<string, string> = { '/run/secrets/database': 'postgres://regie:geheim@db/regie\n', '/run/secrets/empty': '\n' };
const read = (environment: Environment) =>
  readConfig(environment, (file) => {
    if (files[file] === undefined) throw new Error('ENOENT');
    return files[file];
  });

function faultsOf(environment: Environment): string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('settings', () => {
  it('have standards, an empty one counts as absent, and what is not ours is left alone', () => {
    const { config, warnings } = read({ PORT: '', SOMETHING_ELSE: 'x' });
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', dataFolder: 'data', databaseUrl: null, publicUrl: null });
    expect(warnings).toEqual([]);
  });

  it('that are wrong are all told at once, without repeating what was given', () => {
    const faults = faultsOf({ PORT: '99999', DATABASE_URL: 'mysql://root:hunter2@x', REGIE_URL: 'regie' });
    expect(faults).toEqual([expect.stringMatching(/^PORT must be a port number/), expect.stringMatching(/^REGIE_URL must be the address/), expect.stringMatching(/^DATABASE_URL must be a PostgreSQL address/)]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each(['8080.5', '0x50', '1e3', '-1', ' 80'])('a port of %j is not read as something near it', (PORT) => {
    expect(faultsOf({ PORT })).toHaveLength(1);
  });

  it('a secret may come from a file, whole and without its line end', () => {
    expect(read({ DATABASE_URL_FILE: '/run/secrets/database' }).config.databaseUrl).toBe('postgres://regie:geheim@db/regie');
    expect(faultsOf({ DATABASE_URL_FILE: '/nowhere' })[0]).toMatch(/DATABASE_URL_FILE names \/nowhere, which cannot be read/);
    expect(faultsOf({ DATABASE_URL_FILE: '/run/secrets/empty' })[0]).toMatch(/which is empty/);
    expect(faultsOf({ DATABASE_URL_FILE: '/run/secrets/database', DATABASE_URL: 'postgres://a/b' })[0]).toMatch(/both given. Keep one/);
  });

  it('an owner of the database asks for a login for requests', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://owner@db/regie' })).toEqual([expect.stringMatching(/^DATABASE_OWNER_URL asks for DATABASE_URL/)]);
    expect(read({ DATABASE_OWNER_URL: 'postgres://owner@db/regie', DATABASE_URL: 'postgres://requests@db/regie' }).config.databaseOwnerUrl).toBe('postgres://owner@db/regie');
  });

  it('a name that nothing reads is answered with the nearest one that something does', () => {
    expect(read({ REGIE_DATADIR: '/x', REGIE_RUNS: '5000' }).warnings).toEqual(['REGIE_DATADIR is not a setting of Regiekompas and does nothing. Do you mean REGIE_DATA_DIR?']);
  });
});

describe('every setting', () => {
  it.each(Object.values(settings).map((setting) => [setting.name, setting] as const))('%s has a name, a standard and an example that it takes itself', (name, setting) => {
    expect(name).toMatch(/^[A-Z][A-Z_0-9]*$/);
    expect(setting.schema.safeParse(setting.standard ?? undefined).success).toBe(true);
    expect(setting.schema.safeParse(setting.example).success).toBe(true);
    for (const text of [setting.label, setting.explanation, setting.must]) expect([text.nl, text.en].every((words) => words.length > 3)).toBe(true);
  });
});
