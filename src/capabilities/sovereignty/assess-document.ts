/** `regie assess`: a landscape document to verdicts, without a server or a database (engine.md §11). */
import { z } from 'zod';
import { assess } from '../../core/assess.ts';
import { reading } from '../../core/library/library.ts';
import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { documentText, type DocumentText } from '../../platform/command.ts';
import type { DocumentContext } from '../../platform/context.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { readDocument } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { compiledPolicy, defaultPolicyId } from '../policy/public.ts';
import { type AssessedDocument, source } from './assessed-document.ts';
import { linesIn, readPolicyDocument } from './policy-document.ts';
import { readingMember } from './reading-member.ts';
import { failOn, failOnOutcomes } from './report/fail-on.ts';
import { reportPage } from './report/page.tsx';
import { reportSarif } from './report/sarif.ts';
import { reportTable } from './report/table.ts';
import { words } from './words.ts';

const policyOf = (document: DocumentText | undefined, at: DocumentContext): CompiledPolicy | Refusal =>
  document === undefined ? compiledPolicy(at.knowledge, defaultPolicyId) : readPolicyDocument(document, at);

export const assessDocument = defineDocumentOperation({
  name: 'sovereignty.assess-document',
  title: (locale) => words(locale).assess.title,
  permission: 'anyone',
  input: z.strictObject({
    landscape: documentText.meta({ label: both(words, (text) => text.assess.landscape), hint: both(words, (text) => text.assess.landscapeHint) }),
    policy: documentText.optional().meta({ label: both(words, (text) => text.assess.policyAsked), hint: both(words, (text) => text.assess.policyHint) }),
    reading: z.enum(reading).optional().meta(readingMember),
  }),
  output: z.custom<AssessedDocument>().meta({ description: 'A document assessment/1; its schema is library/schemas/assessment-1.schema.json.' }),
  rest: { method: 'POST', path: '/assessments' },
  handle: (at, { landscape: document, policy: policyDocument, reading: asked }) => {
    const landscape = readDocument(document, at);
    const policy = policyOf(policyDocument, at);
    if (isRefusal(landscape) || isRefusal(policy)) return bothFaults(landscape, policy);
    const assessment = assess(landscape, libraryOf(at.knowledge), policy, asked ? { reading: asked } : {});
    return { ...assessment, [source]: { file: document.name, landscape, policy, linesOf: linesIn(document) } };
  },
  command: {
    name: 'assess',
    summary: (locale) => words(locale).assess.summary,
    files: { into: 'landscape', run: 'each', placeholder: 'LANDSCAPE' },
    options: {
      policy: { help: (locale) => words(locale).assess.policy, file: true },
      reading: { help: (locale) => words(locale).assess.reading, placeholder: 'READING' },
    },
    formats: { table: reportTable, json: (assessment) => JSON.stringify(assessment), html: reportPage, sarif: reportSarif },
    failOn,
    failOnAlso: failOnOutcomes,
  },
});

/** What is wrong with either document is told at once. */
const bothFaults = (...read: readonly unknown[]): Refusal => invalid(...read.flatMap((one) => (isRefusal(one) && one.refused === 'invalid' ? one.faults : [])));
