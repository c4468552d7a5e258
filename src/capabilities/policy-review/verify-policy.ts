/** `regie verify-policy`: is a decision table sound as a whole? Without a server or a database (engine.md §11). */
import { z } from 'zod';
import { verifyPolicy as verify } from '../../core/policy/verify.ts';
import { documentText } from '../../platform/command.ts';
import { defineDocumentOperation } from '../../platform/operation.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { linesIn, readPolicyDocument, unlessTooLarge } from '../sovereignty/public.ts';
import { verificationPage, verificationSarif, verificationTable } from './verification-report.tsx';
import { source, type VerifiedDocument } from './verified-document.ts';
import { words } from './words.ts';

export const verifyPolicy = defineDocumentOperation({
  name: 'policy.verify-policy',
  title: (locale) => words(locale).verify.title,
  permission: 'anyone',
  input: z.strictObject({ policy: documentText.meta({ label: { nl: 'Beleid', en: 'Policy' }, hint: { nl: 'Een beslistabel in YAML of JSON. Wij zeggen welke gevallen zij openlaat en waar regels elkaar tegenspreken. Het bestand wordt niet bewaard.', en: 'A decision table in YAML or JSON. We say which cases it leaves open and where rules contradict each other. The file is not kept.' } }) }),
  output: z.custom<VerifiedDocument>().meta({ description: 'A document policy-verification/1; its schema is library/schemas/policy-verification-1.schema.json.' }),
  rest: { method: 'POST', path: '/policy-verifications' },
  handle: (at, { policy: document }) => {
    const policy = readPolicyDocument(document, at);
    if (isRefusal(policy)) return policy;
    const verification = unlessTooLarge(document, () => verify(policy));
    return isRefusal(verification) ? verification : { ...verification, [source]: { file: document.name, policy, linesOf: linesIn(document) } };
  },
  command: {
    name: 'verify-policy',
    summary: (locale) => words(locale).verify.summary,
    files: { into: 'policy', run: 'each', placeholder: 'POLICY' },
    options: {},
    formats: { table: verificationTable, json: (verification) => JSON.stringify(verification), html: verificationPage, sarif: verificationSarif },
    failOn: {
      gaps: ({ gaps }) => gaps.count !== 0,
      clashes: ({ clashes }) => clashes.count !== 0,
      'dead-rows': ({ deadRows }) => deadRows.length > 0,
    },
  },
});
