/**
 * How fast a landscape document is read: text to a landscape that keeps its promises, every fault looked for.
 * The plain baseline is `JSON.parse` of the same text in the same run: what reading costs beyond parsing.
 */
import { landscapeJson, landscapeYaml } from '../src/formats/landscape-document/write.ts';
import { readLandscapeFile } from '../src/formats/landscape-document/read.ts';
import { library } from '../tests/library/read.ts';
import { landscapeOf, large, type Size } from './landscape-generator.ts';

const today = '2026-11-23';
const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const megabytes = (text: string): string => (text.length / 1e6).toFixed(1);

function measure(name: string, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const read = timed(() => {
    const answer = readLandscapeFile(bytes, name, library, today);
    if (!answer.ok) throw new Error(answer.faults.map(({ code, line }) => `${line}: ${code}`).slice(0, 5).join('\n'));
  });
  const parsed = name.endsWith('.json') ? timed(() => JSON.parse(text)) : null;
  console.log(`  ${name.padEnd(16)} ${megabytes(text).padStart(6)} MB  ${read.toFixed(0).padStart(6)} ms${parsed === null ? '' : `  ${(read / parsed).toFixed(1)} × JSON.parse (${parsed.toFixed(0)} ms)`}`);
}

const small: Size = { seed: 42, systems: 1_000, providers: 200, needs: 3_000 };
for (const size of [small, large]) {
  const landscape = landscapeOf(size);
  console.log(`Seed ${size.seed}: ${size.systems} systems, ${size.providers} providers, ${size.needs} needs`);
  measure('landscape.json', landscapeJson(landscape));
  measure('landscape.yaml', landscapeYaml(landscape));
}
const hostile = `regiekompas: landscape/1\n# ${'x'.repeat(50_000_000)}\n`;
console.log(`A YAML file of 50 MB is refused in ${timed(() => readLandscapeFile(new TextEncoder().encode(hostile), 'large.yaml', library, today)).toFixed(0)} ms`);
