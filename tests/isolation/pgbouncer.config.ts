import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

const { test, ...rest } = base;
const drill = defineConfig({ ...rest, test: { ...test, include: ['tests/isolation/pgbouncer.drill.ts'], testTimeout: 300_000 } });
// oxlint-disable-next-line import/no-default-export -- the tool asks it
export default mergeConfig({}, drill);
