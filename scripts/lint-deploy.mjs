/**
 * `npm run lint:deploy`: the container image definition, the Helm chart and the systemd unit, as strictly as can be
 * without a container engine or a cluster. Needs root on Debian: installs Go's templates and sprig to render the chart.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { parseAllDocuments } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const deploy = join(root, 'deploy');
const scratch = mkdtempSync(join(tmpdir(), 'regie-deploy-'));
const faults = [];
const expect = (holds, what) => void (holds || faults.push(what));

const debian = ['golang-go', 'golang-github-masterminds-sprig-dev', 'golang-gopkg-yaml.v3-dev'];
if (spawnSync('dpkg', ['-s', ...debian], { stdio: 'ignore' }).status !== 0) {
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debian], { stdio: 'inherit' });
}

/** Values that take every branch of the templates, and those that take the fewest. */
const everything = { replicas: 3, image: { pullSecrets: ['registry'] }, ingress: { enabled: true, className: 'nginx', annotations: { a: 'b' } }, networkPolicy: { egress: [{ port: 587, cidr: '10.0.0.0/8' }] }, nodeSelector: { disk: 'fast' }, tolerations: [{ key: 'a', operator: 'Exists' }] };
const least = { replicas: 1, networkPolicy: { enabled: false }, secret: { keys: [] }, settings: {} };

const objectsOf = (values) => {
  const file = join(scratch, 'values.yaml');
  writeFileSync(file, JSON.stringify(values));
  const text = execFileSync('go', ['run', join(deploy, 'lint/render.go'), join(deploy, 'helm/regiekompas'), file], { encoding: 'utf8', env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(scratch, 'go') } });
  return parseAllDocuments(text).flatMap((document) => {
    for (const error of document.errors) faults.push(`chart: ${error.message}`);
    return document.toJS() ? [document.toJS()] : [];
  });
};
const isWithin = (part, whole) => Object.entries(part).every(([name, value]) => whole[name] === value);

function lintObjects(objects, of) {
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  const { template, selector } = deployment.spec;
  const [container] = template.spec.containers;
  const labels = template.metadata.labels;
  for (const { kind, apiVersion, metadata } of objects) expect(kind && apiVersion && metadata?.name && metadata.labels, `${of}: an object lacks its kind, version, name or labels`);
  expect(isWithin(selector.matchLabels, labels), `${of}: the deployment does not select its own pods`);
  for (const { kind, spec } of objects) {
    if (kind === 'Service') expect(isWithin(spec.selector, labels), `${of}: the service selects no pod`);
    if (kind === 'NetworkPolicy') expect(isWithin(spec.podSelector.matchLabels, labels), `${of}: the network policy is about no pod`);
    if (kind === 'PodDisruptionBudget') expect(isWithin(spec.selector.matchLabels, labels), `${of}: the disruption budget is about no pod`);
  }
  expect(template.spec.securityContext.runAsNonRoot === true, `${of}: runs as root`);
  expect(container.securityContext.readOnlyRootFilesystem && !container.securityContext.allowPrivilegeEscalation && container.securityContext.capabilities.drop.includes('ALL'), `${of}: has more rights than it needs`);
  expect(container.resources.limits.memory && container.resources.requests.cpu, `${of}: has no bounds`);
  const volumes = new Set(template.spec.volumes.map(({ name }) => name));
  for (const { name } of container.volumeMounts) expect(volumes.has(name), `${of}: mounts ${name}, which is no volume`);
  return objects.length;
}

const counts = [['chart as it is', {}], ['chart with everything', everything], ['chart with the least', least]].map(([of, values]) => lintObjects(objectsOf(values), of));
expect(new Set(counts).size === 3, `chart: the values make no difference (${counts})`);

for (const { message, range, severity } of validate(readFileSync(join(deploy, 'Containerfile'), 'utf8'))) if (severity === 1) faults.push(`Containerfile:${range.start.line + 1}: ${message}`);

/** Its paths are those of an installation; here they are stood in for, so that nothing else is complained of. */
const unit = join(scratch, 'regiekompas.service');
mkdirSync(join(scratch, 'opt'));
copyFileSync(join(deploy, 'systemd/regiekompas.service'), unit);
writeFileSync(unit, readFileSync(unit, 'utf8').replace(/ExecStart=\S+/, 'ExecStart=/bin/true'));
const verified = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
for (const line of verified.stderr.split('\n').filter((text) => text.includes('regiekompas.service'))) faults.push(`unit: ${line}`);
const exposed = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', '--threshold=25', unit], { encoding: 'utf8' });
expect(exposed.status === 0, `unit: ${exposed.stdout.split('\n').find((line) => line.includes('Overall')) ?? exposed.stderr}`);

rmSync(scratch, { recursive: true, force: true });
for (const fault of faults) console.log(`FAIL ${fault}`);
console.log(`chart: ${counts.join(', ')} objects; ${exposed.stdout.split('\n').find((line) => line.includes('Overall'))?.trim() ?? ''}`);
process.exit(faults.length === 0 ? 0 : 1);
