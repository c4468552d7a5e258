/** All evidence, with what it contradicts and what is still to be shown; and each piece by itself. */
import { z } from 'zod';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { itemOf } from '../landscape/public.ts';
import { assessmentOf } from './current-assessment.ts';
import { type EvidenceList, evidenceList, evidenceListInput, type EvidenceView, evidenceView } from './evidence-view.ts';
import { EvidenceListPage } from './pages/evidence-list-page.tsx';
import { EvidencePage } from './pages/evidence-page.tsx';
import { words } from './words.ts';

const listEvidence = defineOperation({
  name: 'sovereignty.list-evidence',
  title: (locale) => words(locale).evidence.title,
  permission: 'landscape:read',
  input: evidenceListInput,
  output: z.custom<EvidenceList>().meta({ description: 'A page of evidence with what it is about, its validity and whether it decides; all contradictions; and the places where most claims are unproven.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/evidence' },
  handle: async (at, asked) => evidenceList(await assessmentOf(at), asked),
  web: { kind: 'page', path: '/evidence', nav: { order: 420, label: (locale) => words(locale).evidence.title }, render: (view) => <EvidenceListPage view={view} /> },
});

const showEvidence = defineOperation({
  name: 'sovereignty.show-evidence',
  title: (locale) => words(locale).evidence.kicker,
  permission: 'landscape:read',
  input: z.strictObject({ id: z.string().max(200) }),
  output: z.custom<EvidenceView>().meta({ description: 'A piece of evidence: what it says, whether it is valid and decides, and the systems for which it holds.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/evidence/{id}' },
  handle: async (at, { id }) => {
    const assessed = await assessmentOf(at);
    const item = itemOf(assessed.landscape, 'evidence', id);
    return item === undefined ? notFound : evidenceView(assessed, item);
  },
  web: { kind: 'page', path: '/evidence/{id}', title: ({ output }) => output.source ?? output.id, render: (view) => <EvidencePage view={view} /> },
});

export const evidenceOperations: readonly Operation[] = [listEvidence, showEvidence];
