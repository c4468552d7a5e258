/** The parts of an organisation, who holds a role in them, and what a member is cleared for. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../../platform/operation.ts';
import { both } from '../../../platform/words.ts';
import { changed, clearInput, clearMember, giveInput, giveRole, loadClearance, loadMember, shownMember, showMember, whichMember, withdrawInput, withdrawRole } from './member.ts';
import { ClearanceForm, GiveRoleForm, MemberPage } from './pages/member.tsx';
import { AddPartForm, EndPartForm, partsHome, PartsPage, RenamePartForm } from './pages/parts.tsx';
import { addInput, addOne, endOne, listParts, loadName, loadPart, partList, partOutput, renameInput, renameOne, whichPart } from './parts.ts';
import { words } from './words.ts';

const permission = 'member:administer';
const said = (pick: (text: ReturnType<typeof words>) => string) => both(words, pick);
const ofPart = (_: unknown, { id }: z.output<typeof partOutput>) => ({ object: `part/${id}` });

const list = defineOperation({
  name: 'identity.list-parts', title: said((text) => text.title), permission, input: z.strictObject({}), output: partList, effect: { kind: 'read' }, handle: listParts,
  rest: { method: 'GET', path: '/parts' },
  web: { kind: 'page', path: partsHome, nav: { order: 905, label: said((text) => text.title) }, render: (view) => <PartsPage {...view} /> },
});

const add = defineOperation({
  name: 'identity.add-part', title: said((text) => text.add), permission, input: addInput, output: partOutput, effect: { kind: 'change', trace: ofPart }, handle: addOne,
  rest: { method: 'POST', path: '/parts' },
  web: { kind: 'form', path: `${partsHome}/add`, render: (view) => <AddPartForm view={view} />, done: () => ({ to: partsHome, notice: said((text) => text.added) }) },
});

const rename = defineOperation({
  name: 'identity.rename-part', title: { nl: 'Een deel van de organisatie een andere naam geven', en: 'Rename a part of the organisation' }, permission, input: renameInput, output: partOutput, effect: { kind: 'change', trace: ofPart }, handle: renameOne,
  rest: { method: 'PUT', path: '/parts/{id}' },
  web: { kind: 'form', path: `${partsHome}/{id}/rename`, load: loadName, render: (view) => <RenamePartForm view={view} />, done: () => ({ to: partsHome, notice: said((text) => text.renamed) }) },
});

const end = defineOperation({
  name: 'identity.end-part', title: { nl: 'Een deel van de organisatie beëindigen', en: 'End a part of the organisation' }, permission, stepUp: true, input: whichPart, output: partOutput, effect: { kind: 'change', trace: ofPart }, handle: endOne,
  rest: { method: 'POST', path: '/parts/{id}/_end' },
  web: { kind: 'form', path: `${partsHome}/{id}/end`, load: loadPart, render: (view) => <EndPartForm view={view} />, done: () => ({ to: partsHome, notice: said((text) => text.partEnded) }) },
});

const show = defineOperation({
  name: 'identity.show-member', title: said((text) => text.member.kicker), permission, input: whichMember, output: shownMember, effect: { kind: 'read' }, handle: showMember,
  rest: { method: 'GET', path: '/members/{id}' },
  web: { kind: 'page', path: '/members/{id}', title: ({ output }) => output.name, render: (view) => <MemberPage {...view} /> },
});

const give = defineOperation({
  name: 'identity.give-partrole', title: said((text) => text.member.give), permission, stepUp: true, input: giveInput, output: changed,
  effect: { kind: 'change', trace: ({ id, role, part }) => ({ object: `person/${id}`, detail: { role, part } }) }, handle: giveRole,
  rest: { method: 'POST', path: '/members/{id}/part-roles' },
  web: { kind: 'form', path: '/members/{id}/part-roles/give', load: loadMember, render: (view) => <GiveRoleForm view={view} />, done: ({ id }) => ({ to: `/members/${id}`, notice: said((text) => text.given) }) },
});

const withdraw = defineOperation({
  name: 'identity.withdraw-partrole', title: said((text) => text.withdrawTitle), permission, stepUp: true, input: withdrawInput, output: changed,
  effect: { kind: 'change', trace: ({ id, role, part }) => ({ object: `person/${id}`, detail: { role, part } }) }, handle: withdrawRole,
  rest: { method: 'POST', path: '/members/{id}/part-roles/_withdraw' },
  web: { kind: 'form', path: '/members/{id}/part-roles/withdraw', done: ({ id }) => ({ to: `/members/${id}`, notice: said((text) => text.withdrawn) }) },
});

const clear = defineOperation({
  name: 'identity.clear-member', title: { nl: 'Wijzigen wat een lid mag zien', en: 'Change what a member may see' }, permission, stepUp: true, input: clearInput, output: changed,
  effect: { kind: 'change', trace: ({ id, clearance }) => ({ object: `person/${id}`, detail: { clearance } }) }, handle: clearMember,
  rest: { method: 'PUT', path: '/members/{id}/clearance' },
  web: { kind: 'form', path: '/members/{id}/clearance', load: loadClearance, render: (view) => <ClearanceForm view={view} />, done: ({ id }) => ({ to: `/members/${id}`, notice: said((text) => text.clearanceChanged) }) },
});

export const partOperations: readonly Operation[] = [list, add, rename, end, show, give, withdraw, clear];
