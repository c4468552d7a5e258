/**
 * Whether somebody may do something, and why: role × scope, then clearance, need to know and agreement.
 * Pure; what nothing allows is refused, and every answer carries its reason. No face and no handler decides by itself.
 *
 * INVARIANT: what is between people (`between`) is open to those people alone, whatever their role or emergency.
 */
export type Permission = 'anyone' | 'signed-in' | 'member' | `${string}:${string}`;

/** Where a right counts. The whole organisation covers each part of it; a part covers itself alone. */
export type Scope = { readonly kind: 'organisation' } | { readonly kind: 'unit' | 'programme'; readonly id: string };
export const wholeOrganisation: Scope = { kind: 'organisation' };

/** From open to closed: who is cleared for one is cleared for those before it. */
export const classifications = ['public', 'internal', 'confidential', 'secret'] as const;
export type Classification = (typeof classifications)[number];

/**
 * What one role gives, where. A permission is `<subject>:<verb>` and may leave one side open: `*:read` is reading
 * everything ordinary, `member:*` everything about members. What is not ordinary has a verb of its own
 * (`audit:inspect`), so that an open side never reaches it.
 */
export type Grant = {
  readonly role: string;
  readonly scope: Scope;
  readonly permissions: readonly string[];
  /** Stands outside the lists of who needs to know, as an auditor does; never outside what is between people. */
  readonly oversees?: boolean;
  /** Taken in an emergency: until then. */
  readonly emergencyUntil?: Date;
};

/** An organisation lets members of this one into one programme, up to a classification. */
export type Agreement = { readonly organisation: string; readonly programme: string; readonly upTo: Classification };

export type Rights = {
  /** Null: nobody signed in. */
  readonly person: string | null;
  /** Null: signed in, and in no organisation, as who administers the platform. */
  readonly organisation: string | null;
  readonly grants: readonly Grant[];
  readonly clearance: Classification;
  readonly agreements: readonly Agreement[];
  /** What a token was made for at most; null: no less than the person may. */
  readonly limit: readonly string[] | null;
};

export const nobody: Rights = { person: null, organisation: null, grants: [], clearance: 'public', agreements: [], limit: null };

/** What is asked about. What is left out is the ordinary: of the own organisation, all of it, internal, for everybody with the right. */
export type Subject = {
  readonly organisation?: string;
  readonly scope?: Scope;
  readonly classification?: Classification;
  /** Persons who need to know. */
  readonly onlyFor?: readonly string[];
  /** Persons it is confidential between, such as a coach and who is coached. */
  readonly between?: readonly string[];
};

export type Allowed = { readonly may: true; readonly because: 'anyone' | 'signed-in' | 'member' | Grant };
export const refusalReasons = ['not-signed-in', 'no-organisation', 'token-limit', 'no-role', 'outside-scope', 'no-agreement', 'clearance', 'need-to-know', 'between-people'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export type Denied = { readonly may: false; readonly because: RefusalReason };
export type Decision = Allowed | Denied;

const allowed = (because: Allowed['because']): Allowed => ({ may: true, because });
const denied = (because: RefusalReason): Denied => ({ may: false, because });

export function permits(granted: readonly string[], asked: string): boolean {
  const [subject, verb] = asked.split(':');
  return granted.includes(asked) || granted.includes(`${subject}:*`) || granted.includes(`*:${verb}`);
}

/** `organisation` covers every part; a part covers itself. */
const covers = (held: Scope, asked: Scope): boolean =>
  held.kind === 'organisation' || (asked.kind === held.kind && asked.id === held.id);

export const atMost = (asked: Classification, limit: Classification): boolean => classifications.indexOf(asked) <= classifications.indexOf(limit);

const isForeign = ({ organisation }: Rights, subject: Subject): boolean => subject.organisation !== undefined && subject.organisation !== organisation;

/** INVARIANT: what another organisation has is reached through a role in the programme itself; a role in one's own organisation says nothing there. */
function agreementFor(rights: Rights, { organisation, scope }: Subject): Agreement | undefined {
  return rights.agreements.find((agreement) => agreement.organisation === organisation && scope?.kind === 'programme' && scope.id === agreement.programme);
}

const grantsIn = (rights: Rights, grants: readonly Grant[], subject: Subject): readonly Grant[] =>
  grants.filter(({ scope }) => covers(scope, subject.scope ?? wholeOrganisation) && !(isForeign(rights, subject) && scope.kind === 'organisation'));

/** Which door stays shut although the role opens the room; null when none does. */
function shutBy(rights: Rights, grant: Grant, subject: Subject): RefusalReason | null {
  const classification = subject.classification ?? 'internal';
  const agreement = isForeign(rights, subject) ? agreementFor(rights, subject) : null;
  const isListed = (persons: readonly string[] | undefined): boolean => persons === undefined || (rights.person !== null && persons.includes(rights.person));
  if (agreement === undefined) return 'no-agreement';
  if (!atMost(classification, rights.clearance) || (agreement && !atMost(classification, agreement.upTo))) return 'clearance';
  if (!isListed(subject.between)) return 'between-people';
  return isListed(subject.onlyFor) || grant.oversees ? null : 'need-to-know';
}

function byGrant(rights: Rights, asked: string, inScope: (grants: readonly Grant[]) => readonly Grant[], subject: Subject | null): Decision {
  if (rights.limit && !permits(rights.limit, asked)) return denied('token-limit');
  const granted = rights.grants.filter(({ permissions }) => permits(permissions, asked));
  const here = inScope(granted);
  const [first] = here;
  if (!first) return denied(granted.length === 0 ? 'no-role' : 'outside-scope');
  const open = here.find((grant) => subject === null || shutBy(rights, grant, subject) === null);
  return open ? allowed(open) : denied(shutBy(rights, first, subject ?? {}) as RefusalReason);
}

function byBeing(rights: Rights, asked: Permission): Decision | null {
  if (asked === 'anyone') return allowed('anyone');
  if (rights.person === null) return denied('not-signed-in');
  // What is a person's own, such as their keys, is not lent to a program.
  if (rights.limit && !asked.includes(':')) return denied('token-limit');
  if (asked === 'signed-in') return allowed('signed-in');
  if (asked === 'member') return rights.organisation === null ? denied('no-organisation') : allowed('member');
  return null;
}

/** May they do this to that? */
export const decide = (rights: Rights, asked: Permission, subject: Subject = {}): Decision =>
  byBeing(rights, asked) ?? byGrant(rights, asked, (grants) => grantsIn(rights, grants, subject), subject);

/** May they do this to anything at all? For a menu, and before it is known what an operation is about. */
export const decideAnywhere = (rights: Rights, asked: Permission): Decision => byBeing(rights, asked) ?? byGrant(rights, asked, (grants) => grants, null);

/** Reasons that may be told: they say something of who asks, and nothing of what there is. */
const told = ['no-organisation', 'token-limit', 'no-role', 'outside-scope'] as const;
export type ToldReason = (typeof told)[number];

/** Null: what may not be known of. INVARIANT: it then looks like what is not there. */
export const toldReason = ({ because }: Denied): ToldReason | null => told.find((reason) => reason === because) ?? null;
