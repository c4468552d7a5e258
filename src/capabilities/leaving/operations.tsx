/** The way out: what there is, taking it along, and leaving. */
import { defineOperation, type Operation } from '../../platform/operation.ts';
import type { Exported } from '../../platform/export/exported-table.ts';
import type { DownloadedFile } from '../../platform/screen.ts';
import { announceExit, announceInput, announceOutput, callOff, closeForExit, loadAnnounce, nothing } from './exit.ts';
import { PlanPage } from './pages/plan.tsx';
import { makePlan, planOutput } from './plan.ts';
import { takeAlong, type Taken, takenOutput } from './take-along.ts';
import { words } from './words.ts';

const zipFile = (name: string, { zip }: Taken): DownloadedFile => ({ name, mediaType: 'application/zip', body: new Uint8Array(Buffer.from(zip, 'base64')) });

const showPlan = (exported: Exported): Operation =>
  defineOperation({
    name: 'leaving.show-plan',
    title: (locale) => words(locale).plan.title,
    permission: 'leaving:read',
    input: nothing,
    output: planOutput,
    effect: { kind: 'read' },
    handle: (at) => makePlan(at, exported),
    rest: { method: 'GET', path: '/exit-plan' },
    web: { kind: 'page', path: '/leaving', nav: { order: 945, label: (locale) => words(locale).plan.nav }, render: (view) => <PlanPage {...view} /> },
  });

const takeAll = (exported: Exported): Operation =>
  defineOperation({
    name: 'leaving.take-organisation',
    title: (locale) => words(locale).plan.takeAll,
    permission: 'organisation:export',
    stepUp: true,
    input: nothing,
    output: takenOutput,
    effect: { kind: 'sensitive-read', trace: (_, { manifestSha256, rows }) => ({ object: 'export/organisation', detail: { manifestSha256, rows } }) },
    about: async () => ({ classification: 'confidential' }),
    handle: (at) => takeAlong(at, exported, null),
    rest: { method: 'GET', path: '/organisation-export' },
    web: { kind: 'download', path: '/leaving/export.zip', file: (taken) => zipFile('regiekompas-export.zip', taken) },
  });

const takeOwn = (exported: Exported): Operation =>
  defineOperation({
    name: 'leaving.take-own',
    title: (locale) => words(locale).plan.takeOwn,
    permission: 'member',
    stepUp: true,
    input: nothing,
    output: takenOutput,
    effect: { kind: 'sensitive-read', trace: (_, { manifestSha256, rows }) => ({ object: 'export/own', detail: { manifestSha256, rows } }) },
    handle: (at) => takeAlong(at, exported, at.person.id),
    rest: { method: 'GET', path: '/own-data' },
    web: { kind: 'download', path: '/leaving/own-data.zip', file: (taken) => zipFile('regiekompas-own-data.zip', taken) },
  });

const announce = defineOperation({
  name: 'leaving.announce-exit',
  title: (locale) => words(locale).exit.announce,
  permission: 'organisation:leave',
  stepUp: true,
  input: announceInput,
  output: announceOutput,
  effect: { kind: 'change', trace: (_, dates) => ({ object: 'exit/announced', detail: dates }) },
  handle: announceExit,
  rest: { method: 'POST', path: '/exit' },
  web: { kind: 'form', path: '/leaving/announce', load: loadAnnounce, done: () => ({ to: '/leaving', notice: (locale) => words(locale).exit.announced }) },
});

/** Both are done also while nothing else of the organisation may be changed. */
const ofTheBoard = { permission: 'organisation:leave', stepUp: true, whileLeaving: true, input: nothing, output: nothing } as const;

const close = defineOperation({
  ...ofTheBoard,
  name: 'leaving.close-organisation',
  title: (locale) => words(locale).exit.close,
  effect: { kind: 'change', trace: () => ({ object: 'exit/closed' }) },
  handle: closeForExit,
  rest: { method: 'POST', path: '/exit/_close' },
  web: { kind: 'form', path: '/leaving/close', done: () => ({ to: '/leaving', notice: (locale) => words(locale).exit.closeDone }) },
});

const callItOff = defineOperation({
  ...ofTheBoard,
  name: 'leaving.call-off',
  title: (locale) => words(locale).exit.callOff,
  effect: { kind: 'change', trace: () => ({ object: 'exit/called-off' }) },
  handle: callOff,
  rest: { method: 'POST', path: '/exit/_call-off' },
  web: { kind: 'form', path: '/leaving/call-off', done: () => ({ to: '/leaving', notice: (locale) => words(locale).exit.callOffDone }) },
});

export const leavingOperations = ({ exported }: { readonly exported: Exported }): readonly Operation[] => [
  showPlan(exported), takeAll(exported), takeOwn(exported), announce, close, callItOff,
];
