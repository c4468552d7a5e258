/**
 * What a right is, written once more and as plainly as can be: permits and forbids over one grant at a time,
 * as a policy language would say it. Slow, and shares nothing with what it judges but the types.
 */
import type { Grant, Rights, Subject } from '../../src/platform/permission.ts';

const order = { public: 0, internal: 1, confidential: 2, secret: 3 } as const;

type Asked = { readonly rights: Rights; readonly permission: string; readonly subject: Subject };

const matches = (pattern: string, permission: string): boolean => {
  const [subject, verb] = permission.split(':');
  return [`${subject}:${verb}`, `${subject}:*`, `*:${verb}`].some((way) => way === pattern);
};

const isOwn = ({ rights, subject }: Asked): boolean => subject.organisation === undefined || subject.organisation === rights.organisation;
const classOf = ({ subject }: Asked): number => order[subject.classification ?? 'internal'];

const permitsWhen: readonly ((asked: Asked, grant: Grant) => boolean)[] = [
  (asked, grant) => isOwn(asked) && grant.scope.kind === 'organisation',
  (asked, grant) => grant.scope.kind !== 'organisation' && asked.subject.scope?.kind === grant.scope.kind && JSON.stringify(asked.subject.scope) === JSON.stringify(grant.scope),
];

const forbidsWhen: readonly ((asked: Asked, grant: Grant) => boolean)[] = [
  ({ rights }) => rights.person === null,
  ({ rights, permission }) => rights.limit !== null && !rights.limit.some((pattern) => matches(pattern, permission)),
  (asked) => classOf(asked) > order[asked.rights.clearance],
  ({ rights, subject }) => subject.between !== undefined && !subject.between.some((person) => person === rights.person),
  ({ rights, subject }, grant) => subject.onlyFor !== undefined && grant.oversees !== true && !subject.onlyFor.some((person) => person === rights.person),
  (asked) =>
    !isOwn(asked) &&
    !asked.rights.agreements.some(({ organisation, programme, upTo }) => organisation === asked.subject.organisation && asked.subject.scope?.kind === 'programme' && asked.subject.scope.id === programme && classOf(asked) <= order[upTo]),
];

export function modelPermits(asked: Asked): boolean {
  const { permission, rights } = asked;
  if (permission === 'anyone') return true;
  if (permission === 'signed-in') return rights.person !== null && rights.limit === null;
  if (permission === 'member') return rights.person !== null && rights.organisation !== null && rights.limit === null;
  return rights.grants.some(
    (grant) => grant.permissions.some((pattern) => matches(pattern, permission)) && permitsWhen.some((when) => when(asked, grant)) && !forbidsWhen.some((when) => when(asked, grant)),
  );
}
