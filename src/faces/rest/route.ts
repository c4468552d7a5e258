/** Where an operation stands in the API. */
import type { Operation } from '../../platform/operation.ts';

export const restPrefix = '/v1';

/** Where an operation stands on the page for programmers. */
export const referenceOf = ({ name }: Operation): string => `${restPrefix}?operation=${name}`;

export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
export const hasBody = ({ rest }: Operation): boolean => !['GET', 'DELETE'].includes(rest.method);

/** Fixed paths before those with a parameter: `/library/laws` before `/{kind}/{id}`. */
export const byParameters = (a: Operation, b: Operation): number => pathNames(a.rest.path).length - pathNames(b.rest.path).length;

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
};

/** The parameters of a concrete path, or null where it is another's. */
function paramsOf(template: string, path: string): readonly (readonly [string, string])[] | null {
  const [own, given] = [template.split('/'), path.split('/')];
  if (own.length !== given.length || !own.every((step, at) => (step.startsWith('{') ? given[at] !== '' : step === given[at]))) return null;
  return own.flatMap((step, at) => (step.startsWith('{') ? [[step.slice(1, -1), decoded(given[at] ?? '')] as const] : []));
}

export type Found = { readonly operation: Operation; readonly params: readonly (readonly [string, string])[] };

/** Every operation at a path such as `/v1/systems/zaaksysteem`, whatever the method. */
export function operationsAt(operations: readonly Operation[], path: string): readonly Found[] {
  return operations.toSorted(byParameters).flatMap((operation) => {
    const params = paramsOf(`${restPrefix}${operation.rest.path}`, path);
    return params === null ? [] : [{ operation, params }];
  });
}
