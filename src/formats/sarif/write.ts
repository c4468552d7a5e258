/** Findings in files as SARIF 2.1.0, the format that code hosts and pipelines read (OASIS, 2020). */

export type FindingLevel = 'error' | 'warning' | 'note';
/** `line` counts from 1. `key` tells the same finding apart from others over time, whatever line it moves to. */
export type Finding = { readonly rule: string; readonly level: FindingLevel; readonly text: string; readonly file: string; readonly line: number; readonly key: string };
export type FindingRule = { readonly id: string; readonly title: string; readonly level: FindingLevel };
export type Findings = { readonly tool: string; readonly rules: readonly FindingRule[]; readonly findings: readonly Finding[] };

/** A file name as a reference by RFC 3986: relative where it is, with `file://` where it starts at the root. */
const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
};

const resultOf = (ruleIds: readonly string[]) => ({ rule, level, text, file, line, key }: Finding) => ({
  ruleId: rule,
  ruleIndex: ruleIds.indexOf(rule),
  level,
  message: { text },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } } }],
  partialFingerprints: { 'regiekompas/v1': key },
});

/** On one line. INVARIANT: every finding names one of the rules. */
export const sarifText = ({ tool, rules, findings }: Findings): string =>
  JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, rules: rules.map(({ id, title, level }) => ({ id, shortDescription: { text: title }, defaultConfiguration: { level } })) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map(resultOf(rules.map(({ id }) => id))),
      },
    ],
  });
