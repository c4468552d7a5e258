/** Replaces keys over and over until it is killed; says each time that it begins. Run by `kill-rotation.ts`. */
import { rotateKeys } from '../../src/platform/keys/rotation.ts';
import { programOn } from './program.ts';

const { keys } = await programOn(process.argv[2] as string, process.argv[3] as string);
for (;;) {
  process.stdout.write('begins\n');
  await rotateKeys(keys);
}
