/** `npm run sbom`: what a release is made of, as CycloneDX, on standard output; without what only its makers use. */
import { spawnSync } from 'node:child_process';

const { stdout, stderr, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (status !== 0) process.stderr.write(stderr);
process.stdout.write(stdout);
process.exit(status ?? 1);
