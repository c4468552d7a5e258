/**
 * "Confirm that it is you", in the middle of the work: the page carries all that was typed, and once confirmed the
 * work is done at once. No script is needed and nothing is kept meanwhile.
 */
import { type Operation } from '../../platform/operation.ts';
import { perform, performLoad, type Visitor } from '../../platform/perform.ts';
import type { InputFault } from '../../platform/refusal.ts';
import type { Form } from '../../platform/screen.ts';
import type { SessionChange } from '../../platform/session/door.ts';
import { say } from '../../platform/words.ts';
import { inputSchema } from '../fields/json-schema.ts';
import { type Fields, readFields } from '../fields/read-fields.ts';
import type { Site } from '../site.ts';
import { carrySession } from '../visit.ts';
import type { At } from './at.ts';
import { showPage } from './shell.tsx';
import { showRefusal } from './show-refusal.tsx';
import { formViewOf } from './views.ts';

/** Of the fields that confirm, so that they are never taken for the work's own. */
export const proofPrefix = 'confirm.';

const isProof = ([name]: readonly [string, string]): boolean => name.startsWith(proofPrefix);

export function apart(fields: Fields): { readonly proof: Fields; readonly work: Fields } {
  return { proof: fields.filter(isProof).map(([name, value]) => [name.slice(proofPrefix.length), value]), work: fields.filter((field) => !isProof(field)) };
}

type AnyForm = Form<unknown, unknown, unknown>;

function confirmation({ operations, paths }: Site): Operation & { readonly web: AnyForm } {
  const found = operations.find(({ web }) => web?.kind === 'form' && web.path === paths.confirm);
  if (!found) throw new Error(`No operation confirms at ${paths.confirm}.`);
  return found as Operation & { readonly web: AnyForm };
}

/** The form of the confirming operation, around the work: sent to where the work was sent. */
export async function askToConfirm({ c, site, visit: { world, visitor } }: At, work: Fields, faults: readonly InputFault[] = [], status = 401): Promise<Response> {
  const operation = confirmation(site);
  const loaded = await performLoad(world, visitor, operation, async (at) => (await operation.web.load?.(at, {})) ?? {});
  if (!loaded.ok) return showRefusal(c, site, visitor, loaded.refusal);
  const extra = { ...(loaded.start.extra as object), work };
  const body = operation.web.render?.(formViewOf(c, site, visitor, { fields: [], faults, extra })) ?? <></>;
  return showPage(c, site, visitor, { title: say(operation.title, visitor.locale), body, status });
}

/** The visitor as they go on: sure, under another token. */
function surer(visitor: Visitor, change: SessionChange, now: Date): Visitor {
  if (change?.kind !== 'opened' || !visitor.session) throw new Error('Confirming did not renew the session.');
  return { ...visitor, token: change.token, session: { ...visitor.session, confirmedAt: now } };
}

/** The request with its visitor confirmed, or the page that asks again. */
export async function confirmed(at: At, proof: Fields, work: Fields): Promise<At | Response> {
  const { c, site, visit } = at;
  const operation = confirmation(site);
  const answer = await perform(visit.world, visit.visitor, operation, readFields(inputSchema(operation.input), proof));
  if (!answer.ok) return answer.refusal.refused === 'invalid' ? askToConfirm(at, work, answer.refusal.faults, 422) : showRefusal(c, site, visit.visitor, answer.refusal);
  carrySession(c, site, answer.session);
  return { ...at, visit: { ...visit, visitor: surer(visit.visitor, answer.session, visit.world.clock.now()) } };
}
