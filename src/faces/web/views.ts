/** What a slice's render function is handed. */
import type { Context } from 'hono';
import { decide, type Permission, type Subject } from '../../platform/permission.ts';
import type { Visitor } from '../../platform/perform.ts';
import type { InputFault } from '../../platform/refusal.ts';
import type { FormView } from '../../platform/screen.ts';
import { dateOf } from '../../platform/clock.ts';
import { type Locale, say } from '../../platform/words.ts';
import type { Fields } from '../fields/read-fields.ts';
import type { Site } from '../site.ts';
import { words } from './words.ts';

/** What leaves a trace, by name. */
const tracedOf = ({ operations }: Site, locale: Locale): ReadonlyMap<string, string> =>
  new Map(operations.flatMap(({ name, title, effect }) => (effect.kind === 'read' ? [] : [[name, say(title, locale)] as const])));

export function viewOf(c: Context, site: Site, visitor: Visitor) {
  const { locale, person, organisation, rights } = visitor;
  const may = (permission: Permission, subject?: Subject): boolean => decide(rights, permission, subject).may;
  return { locale, person, organisation, rights, today: dateOf(site.world.clock.now()), knowledge: site.world.knowledge, url: new URL(c.req.url), may, traced: () => tracedOf(site, locale), nounOf: (kind: string) => site.objects[kind]?.[locale] ?? null };
}

export type FormState = { readonly fields: Fields; readonly faults: readonly InputFault[]; readonly extra: unknown };

export function formViewOf(c: Context, site: Site, visitor: Visitor, { fields, faults, extra }: FormState): FormView<unknown> {
  const { locale } = visitor;
  const all = (name: string): string[] => fields.flatMap(([own, value]) => (own === name ? [value] : []));
  const { pathname, search } = new URL(c.req.url);
  const value = (name: string): string => all(name).at(-1) ?? '';
  const faultsOf = (name: string): string[] => faults.flatMap(({ path, message }) => (path === name ? [message[locale]] : []));
  return {
    ...viewOf(c, site, visitor),
    action: `${pathname}${search}`,
    params: c.req.param() as Record<string, string>,
    extra,
    all,
    value,
    faultsOf,
    field: (name) => ({ id: name, name, value: value(name), error: faultsOf(name)[0] }),
    faultsTitle: words(locale).faultsTitle,
    faults: faults.map(({ path, message }) => ({ name: path, message: message[locale] })),
  };
}
