/** `regie audit keys`: the two lines that another installation needs, to watch over our logs and to be watched by us. */
import { z } from 'zod';
import { heldSigner } from '../../platform/audit/log-key.ts';
import { logSettings } from '../../platform/audit/log-settings.ts';
import { type AdministratorContext, defineAdministratorCommand } from '../../platform/control/administrator-command.ts';
import { keyNamed } from '../../platform/transparency/signer.ts';
import { verifierKeyText } from '../../platform/transparency/verifier-key.ts';
import { words } from './words.ts';

async function linesOf({ world: { keys }, config }: AdministratorContext): Promise<string[]> {
  await keys.state();
  const [signer, { host }] = [await heldSigner(keys)(), logSettings(config)];
  const address = config.publicUrl === null ? '' : ` ${new URL('/witness', config.publicUrl).href}`;
  return [`log ${verifierKeyText(keyNamed(host, 'log', signer))}`, `witness ${host} ${verifierKeyText(keyNamed(host, 'cosignature', signer))}${address}`];
}

export const keysCommand = defineAdministratorCommand({
  name: 'audit keys',
  summary: (locale) => words(locale).commands.keys,
  input: z.strictObject({ file: z.string().default('-') }),
  operands: [],
  options: { file: { help: (locale) => words(locale).commands.file, placeholder: 'FILE' } },
  writes: 'file',
  trace: () => ({ object: 'log/keys' }),
  handle: async (at) => {
    at.output.end(`${(await linesOf(at)).join('\n')}\n`);
    return 'done';
  },
});
