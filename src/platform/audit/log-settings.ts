/** What the logs of an installation are called, and what stands in its data folder about them. */
import { join } from 'node:path';
import type { Config } from '../config/settings.ts';

export type LogSettings = { readonly host: string; readonly heads: string; readonly witnesses: string };

/** `host`: what the names of our logs begin with, and what we sign as when we are a witness. */
export const logSettings = ({ publicUrl, dataFolder }: Pick<Config, 'publicUrl' | 'dataFolder'>): LogSettings => ({
  host: publicUrl === null ? 'localhost' : new URL(publicUrl).host,
  heads: join(dataFolder, 'log', 'signed-heads.json'),
  witnesses: join(dataFolder, 'log', 'witnesses'),
});
