/** What the protocol makes of anything at all: a value, or a fault that says what is wrong. Never a defect. */
import { array, assert, constantFrom, dictionary, jsonValue, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provisioned } from '../../capabilities/identity/public.ts';
import type { ProvisionedResource } from '../../platform/provisioned.ts';
import { ScimFault } from './fault.ts';
import { filterOf } from './filter.ts';
import { patched } from './patch.ts';
import { fromResource, projected, toInput, toResource } from './resource.ts';

const [users, groups] = provisioned as readonly [ProvisionedResource, ProvisionedResource];

const faultOr = <Value>(doing: () => Value): Value | null => {
  try {
    return doing();
  } catch (error) {
    expect(error).toBeInstanceOf(ScimFault);
    return null;
  }
};

const after = (op: string, path: string, given?: unknown): unknown => patched({ members: ['a', 'b'] }, groups, { Operations: [{ op, path, value: given }] })['members'];

const pieces = constantFrom('userName', 'emails', 'members', 'active', 'name', '.givenName', '.value', '[type eq "work"]', '[value eq "a"]', '[', ']', ' eq ', '"a"', '"', '\\', ' and ', ' or ', 'urn:ietf:params:scim:schemas:core:2.0:User:', 'true', '.', '__proto__', 'constructor');
const text = oneof(array(pieces, { maxLength: 8 }).map((parts) => parts.join('')), string());
const value = oneof(jsonValue(), text, constantFrom('True', 'False', null), array(record({ value: text })), dictionary(text, jsonValue()));
const operation = record({ op: constantFrom('add', 'Replace', 'REMOVE', 'x'), path: text, value }, { requiredKeys: ['op'] });

describe('a filter', () => {
  it('is read, or refused with a reason, whatever it is', () => {
    assert(property(text, (source) => {
      const found = faultOr(() => filterOf(source, users.filters));
      for (const member of Object.keys(found ?? {})) expect(Object.values(users.filters)).toContain(member);
    }), { numRuns: 2000 });
  });

  it('keeps what stands between the quotes', () => {
    assert(property(string(), (wanted) => {
      expect(filterOf(`userName eq ${JSON.stringify(wanted)}`, users.filters)).toEqual({ userName: wanted });
    }));
  });

  it('takes no second value for the same thing', () => expect(() => filterOf('userName eq "a" and userName eq "b"', users.filters)).toThrow(ScimFault));
});

describe('a PATCH', () => {
  it('changes members that may be changed and no other, or is refused with a reason', () => {
    const held = { userName: 'a', externalId: null, active: true, displayName: null, givenName: null, familyName: null, email: null };
    assert(property(array(operation, { maxLength: 4 }), (Operations) => {
      const found = faultOr(() => patched(held, users, { Operations }));
      expect(Object.keys(found ?? held)).toEqual(Object.keys(held));
    }), { numRuns: 2000 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('of references adds, takes and replaces, each once', () => {
    expect(after('Add', 'members', [{ value: 'b' }, { value: 'c' }])).toEqual(['a', 'b', 'c']);
    expect(after('Remove', 'members', [{ value: 'b' }])).toEqual(['a']);
    expect(after('remove', 'members[value eq "a"]')).toEqual(['b']);
    expect(after('remove', 'members')).toEqual([]);
    expect(after('remove', 'members', [])).toEqual(['a', 'b']);
    expect(after('replace', 'members', [{ value: 'z' }])).toEqual(['z']);
  });
});

describe('a resource', () => {
  const output = { id: 'x', userName: 'a@example.nl', externalId: null, active: false, displayName: 'A', givenName: 'Aa', familyName: null, email: 'a@example.nl', groups: [{ id: 'g', name: 'G' }] };

  it('comes back as it was given', () => expect({ ...toInput(users, output), ...fromResource(users, toResource(users, output, 'https://here')) }).toEqual(toInput(users, output)));

  it('says what it is and where, and leaves out what has no value', () =>
    expect(toResource(users, output, 'https://here')).toEqual({ schemas: [users.schema], id: 'x', userName: 'a@example.nl', active: false, displayName: 'A', name: { givenName: 'Aa' }, emails: [{ value: 'a@example.nl', type: 'work', primary: true }], groups: [{ value: 'g', display: 'G' }], meta: { resourceType: 'User', location: 'https://here/Users/x' } }));

  it('is read whatever the capitals, and chooses one address of several', () => {
    const given = { USERNAME: 'b', Active: 'True', emails: [{ value: 'home@x', type: 'home' }, { value: 'work@x', type: 'work' }], groups: [{ value: 'g' }], nickName: 'bb' };
    expect(fromResource(users, given)).toEqual({ userName: 'b', active: true, email: 'work@x' });
    expect(fromResource(users, { emails: [{ value: 'a@x', type: 'work' }, { value: 'p@x', primary: 'True' }] })).toEqual({ email: 'p@x' });
  });

  it('shows what was asked, and always what it is', () => {
    const all = toResource(users, output, '');
    expect(Object.keys(projected(all, { attributes: 'userName, name.givenName', excludedAttributes: undefined })).toSorted()).toEqual(['id', 'meta', 'name', 'schemas', 'userName']);
    expect(projected(all, { attributes: undefined, excludedAttributes: 'emails,id' })).not.toHaveProperty('emails');
  });
});
