/** Our key for signing, as the holder of the keys has it: every process with the keys signs as the same (decision 0093). */
import type { Keys } from '../keys/keys.ts';
import type { Signer } from '../transparency/signer.ts';

/** The signer throws KeysSealed while the keys are not there. */
export const heldSigner = (keys: Keys) => async (): Promise<Signer> => {
  const holder = keys.holder();
  return { publicKey: await holder.publicKey(), sign: (message) => holder.sign(message) };
};
