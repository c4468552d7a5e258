/** JSON read and written again without losing a digit: what JavaScript cannot count stays as it was written. */
type Source = { readonly source: string };
type Exact = { readonly rawJSON: (text: string) => object };

export const readExact = (text: string): Record<string, unknown> =>
  JSON.parse(text, ((_: string, value: unknown, { source }: Source) => (typeof value === 'number' ? (JSON as unknown as Exact).rawJSON(source) : value)) as (this: unknown, key: string, value: unknown) => unknown) as Record<string, unknown>;

export const writeExact = (value: unknown): string => JSON.stringify(value);
