export type UiFile = { readonly name: string; readonly contents: Uint8Array };
/** Files in memory; with `outdir` they are written there and the answer is empty. */
export function buildUi(options?: { readonly outdir?: string }): Promise<readonly UiFile[]>;
