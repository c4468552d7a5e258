/** The rights module against its tiny reference model: drawn at random, and every combination of a small world. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agreement, classifications, decide, decideAnywhere, type Grant, nobody, type Permission, type Rights, type Scope, type Subject, toldReason } from '../../src/platform/permission.ts';
import { modelPermits } from './permission-model.ts';
import { runs } from './runs.ts';

const scopes: readonly Scope[] = [{ kind: 'organisation' }, { kind: 'unit', id: 'a' }, { kind: 'unit', id: 'b' }, { kind: 'programme', id: 'a' }, { kind: 'programme', id: 'p' }];
const persons = ['ann', 'bo'];
const patterns = ['*:read', 'contract:*', 'contract:read', 'audit:inspect', '*:change'];
const asked: readonly Permission[] = ['anyone', 'signed-in', 'member', 'contract:read', 'contract:change', 'audit:inspect', 'audit:read', 'platform:administer'];

const aClass = fc.constantFrom(...classifications);
const aScope = fc.constantFrom(...scopes);
const somePersons = fc.subarray(persons);
const aGrant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom('one', 'other'), scope: aScope, permissions: fc.subarray(patterns, { minLength: 1 }), oversees: fc.boolean() });
const anAgreement: fc.Arbitrary<Agreement> = fc.record({ organisation: fc.constantFrom('them', 'others'), programme: fc.constantFrom('a', 'p'), upTo: aClass });
const someRights: fc.Arbitrary<Rights> = fc.record({
  person: fc.constantFrom('ann', 'ann', 'ann', null), organisation: fc.constantFrom('us', 'us', null), grants: fc.array(aGrant, { maxLength: 3 }), clearance: aClass,
  agreements: fc.array(anAgreement, { maxLength: 2 }), limit: fc.option(fc.subarray(patterns), { freq: 4 }),
});
const aSubject: fc.Arbitrary<Subject> = fc.record(
  { organisation: fc.constantFrom('us', 'them'), scope: aScope, classification: aClass, onlyFor: somePersons, between: somePersons },
  { requiredKeys: [] },
);

describe('a right (ASVS 8.2.1, 8.2.2, 8.3.1)', () => {
  it('is given exactly when the reference model gives it, and always says why', () => {
    let given = 0;
    fc.assert(
      fc.property(someRights, fc.constantFrom(...asked), aSubject, (rights, permission, subject) => {
        const decision = decide(rights, permission, subject);
        given += Number(decision.may);
        expect(decision.may).toBe(modelPermits({ rights, permission, subject }));
        expect(decision.because).toBeTruthy();
      }),
      { numRuns: runs(4000) },
    );
    expect(given).toBeGreaterThan(200);
  });

  it('is given exactly when the model gives it, in every combination of a small world', () => {
    let checked = 0;
    for (const scope of scopes) for (const place of [undefined, ...scopes]) for (const clearance of classifications) for (const classification of [undefined, ...classifications])
      for (const organisation of [undefined, 'us', 'them']) for (const list of [undefined, ['ann'], ['bo']]) for (const between of [undefined, ['ann'], ['bo']]) for (const oversees of [true, false]) for (const upTo of [null, ...classifications]) {
        const rights: Rights = { person: 'ann', organisation: 'us', clearance, limit: null, grants: [{ role: 'one', scope, permissions: ['*:read'], oversees }], agreements: upTo === null ? [] : [{ organisation: 'them', programme: 'p', upTo }] };
        const subject: Subject = { ...(place && { scope: place }), ...(classification && { classification }), ...(organisation && { organisation }), ...(list && { onlyFor: list }), ...(between && { between }) };
        const { may } = decide(rights, 'contract:read', subject);
        if (may !== modelPermits({ rights, permission: 'contract:read', subject })) expect([rights, subject, may]).toBe('as the model has it');
        checked += 1;
      }
    expect(checked).toBe(5 * 6 * 4 * 5 * 3 * 3 * 3 * 2 * 5);
  });

  it('somewhere is never refused where a right in some place is given', () => {
    fc.assert(
      fc.property(someRights, fc.constantFrom(...asked), aSubject, (rights, permission, subject) => {
        if (decide(rights, permission, subject).may) expect(decideAnywhere(rights, permission).may).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('less is never more: a lower clearance, a smaller list or a narrower token opens nothing', () => {
    fc.assert(
      fc.property(someRights, fc.constantFrom(...asked), aSubject, (rights, permission, subject) => {
        for (const less of [{ ...rights, clearance: 'public' as const }, { ...rights, limit: [] }, { ...rights, agreements: [] }, { ...rights, grants: rights.grants.slice(1) }])
          if (decide(less, permission, subject).may) expect(decide(rights, permission, subject).may).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});

const ann: Rights = { ...nobody, person: 'ann', organisation: 'us', clearance: 'secret' };
const reads = (scope: Scope, more: Partial<Grant> = {}): Rights => ({ ...ann, grants: [{ role: 'reader', scope, permissions: ['*:read'], ...more }] });
const whole: Scope = { kind: 'organisation' };
const inP: Scope = { kind: 'programme', id: 'p' };

describe('what a refusal says', () => {
  it.each([
    [nobody, 'member', {}, 'not-signed-in'],
    [{ ...ann, organisation: null }, 'member', {}, 'no-organisation'],
    [{ ...reads(whole), limit: ['policy:read'] }, 'contract:read', {}, 'token-limit'],
    [reads(whole), 'contract:change', {}, 'no-role'],
    [reads(inP), 'contract:read', {}, 'outside-scope'],
    [reads(inP), 'contract:read', { scope: { kind: 'unit', id: 'p' } }, 'outside-scope'],
    [reads(inP), 'contract:read', { organisation: 'them', scope: inP }, 'no-agreement'],
    [reads(whole), 'contract:read', { organisation: 'them', scope: inP }, 'outside-scope'],
    [{ ...reads(whole), clearance: 'internal' }, 'contract:read', { classification: 'confidential' }, 'clearance'],
    [{ ...reads(inP), agreements: [{ organisation: 'them', programme: 'p', upTo: 'internal' }] }, 'contract:read', { organisation: 'them', scope: inP, classification: 'confidential' }, 'clearance'],
    [reads(whole), 'contract:read', { onlyFor: ['bo'] }, 'need-to-know'],
    [reads(whole, { oversees: true }), 'contract:read', { between: ['bo'] }, 'between-people'],
  ] as const)('%# of %j asking %s about %j: %4$s', (rights, permission, subject, because) => {
    expect(decide(rights as Rights, permission, subject as Subject)).toEqual({ may: false, because });
  });

  it('tells of who asks, never of what there is', () => {
    const told = (['no-role', 'outside-scope', 'no-organisation', 'token-limit', 'clearance', 'need-to-know', 'no-agreement', 'between-people'] as const).map((because) => toldReason({ may: false, because }));
    expect(told).toEqual(['no-role', 'outside-scope', 'no-organisation', 'token-limit', null, null, null, null]);
  });

  it('an auditor stands outside lists, and never between people; an emergency does not either', () => {
    const auditor = reads(whole, { oversees: true });
    const inAnEmergency = reads(whole, { oversees: true, emergencyUntil: new Date() });
    expect(decide(auditor, 'contract:read', { onlyFor: ['bo'] }).may).toBe(true);
    for (const rights of [auditor, inAnEmergency]) expect(decide(rights, 'contract:read', { between: ['bo', 'cy'] }).may).toBe(false);
  });
});
