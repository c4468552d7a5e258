/** Signs what leaves the installation with the key of its log. INVARIANT: the first line is a name that no log has, so that it is never a checkpoint. */
import { keyNamed, type Signer, signNote } from '../transparency/signer.ts';
import { noteText } from '../transparency/signed-note.ts';
import { verifierKeyText } from '../transparency/verifier-key.ts';

/** Puts this installation's name under what leaves it: the lines, each without a line break, as a signed note with the key that checks it. */
export type Notary = { readonly sign: (lines: readonly string[]) => Promise<{ readonly note: string; readonly key: string }> };

export const notaryOf = (signing: () => Promise<Signer>, name: string): Notary => ({
  sign: async (lines) => {
    const signer = await signing();
    const text = `${[name, ...lines].join('\n')}\n`;
    return { note: noteText({ text, signatures: [await signNote(signer, name, text)] }), key: verifierKeyText(keyNamed(name, 'log', signer)) };
  },
});
