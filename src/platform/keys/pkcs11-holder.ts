/** Keys in a security module, spoken with through a thread that may wait for it (`pkcs11-worker.ts`). */
import { Worker } from 'node:worker_threads';
import { HolderFault, type KeyHolder } from './key-holder.ts';
import type { ModuleCall, ModuleInput, ModuleWord } from './pkcs11-worker.ts';

const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './pkcs11-worker.ts' : './pkcs11-worker.js', import.meta.url);

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** Answers come back in any order; what waits when the thread ends is told so. */
function speakWith(worker: Worker): { readonly ready: Promise<unknown>; readonly ask: <Value>(asked: ModuleCall) => Promise<Value> } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const wait = (id: number): Promise<unknown> => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  const endAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new HolderFault(`The security module does not answer: ${message}`));
    waiting.clear();
  };
  worker.on('message', ({ id, value, fault }: ModuleWord) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) asker?.resolve(value);
    else asker?.reject(new HolderFault(fault));
  });
  worker.on('error', (error) => endAll(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => endAll('its thread ended.'));
  const ready = wait(0);
  const ask = <Value>(asked: ModuleCall): Promise<Value> => {
    const answer = wait((last += 1));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
    worker.postMessage({ ...asked, id: last });
    return answer as Promise<Value>;
  };
  return { ready, ask };
}

/** @throws HolderFault when the module, its token or the library to reach it is not there. */
export async function pkcs11Holder(input: ModuleInput): Promise<KeyHolder> {
  const worker = new Worker(workerFile(), { workerData: input });
  worker.unref();
  const { ready, ask } = speakWith(worker);
  await ready;
  return {
    kind: 'pkcs11',
    keys: () => ask({ call: 'keys' }),
    addKey: () => ask({ call: 'addKey' }),
    destroyKey: (key) => ask({ call: 'destroyKey', key }),
    wrap: async (key, bytes, goesWith) => Buffer.from(await ask<Uint8Array>({ call: 'wrap', key, bytes, goesWith })),
    unwrap: async ({ key, bytes }, goesWith) => {
      const opened = await ask<Uint8Array | null>({ call: 'unwrap', key, bytes, goesWith });
      return opened && Buffer.from(opened);
    },
    sign: async (bytes) => Buffer.from(await ask<Uint8Array>({ call: 'sign', bytes })),
    publicKey: async () => Buffer.from(await ask<Uint8Array>({ call: 'publicKey' })),
    close: async () => {
      await ask({ call: 'close' });
      await worker.terminate();
    },
  };
}
