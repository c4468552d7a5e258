/**
 * What the parameters of a path are filled with, in the example organisation, and queries that make another page of it. `from → to` opens the first page and
 * follows its first link that fits the pattern (`2: pattern` its second), and so on: for ids that are made when the program runs.
 */
const samples: Readonly<Record<string, readonly string[]>> = {
  '/members/{id}': ['/members → ^/members/[0-9a-f]{8}-[0-9a-f-]+$'],
  '/members/{id}/part-roles/give': ['/members → ^/members/[0-9a-f]{8}-[0-9a-f-]+$ → /give$'],
  '/members/{id}/clearance': ['/organisation/parts → ^/members/ → /clearance$'],
  '/organisation/parts/{id}/rename': ['/organisation/parts → /rename$'],
  '/organisation/parts/{id}/end': ['/organisation/parts → /end$'],
  '/members/{id}/roles': ['/members → /roles$'],
  '/members/{id}/remove': ['/members → /remove$'],
  '/systems/{id}': ['/systems/wmo-suite', '/systems/uitkeringssysteem'],
  '/systems/{id}/edit': ['/systems/wmo-suite/edit'],
  '/systems/{id}/answer': ['/systems/uitkeringssysteem/answer?question=measure.6.customer-held-keys', '/systems/wmo-suite/answer'],
  '/systems/{id}/answer-clause': ['/systems/vergunningensysteem/answer-clause'],
  '/services/{id}': ['/services/crisisbeheersing'],
  '/services/{id}/edit': ['/services/crisisbeheersing/edit'],
  '/simulation': ['/simulation', '/simulation?without=country:US&without=group:cumulant-inc&without=system:gone', '/simulation?without=layer:zaaksysteem/8'],
  '/simulation/ranking': ['/simulation/ranking', '/simulation/ranking?of=groups&q=zzz', '/simulation/ranking?of=countries&sort=name&reading=narrow'],
  '/datasets/{id}': ['/datasets → /datasets/wmo-dossiers'],
  '/datasets/{id}/edit': ['/datasets/wmo-dossiers/edit'],
  '/providers/{id}': ['/providers/zorgraam', '/providers/koppelhuis'],
  '/providers/{id}/edit': ['/providers/koppelhuis/edit'],
  '/contracts/{id}': ['/contracts/ct-koppelhuis'],
  '/contracts/{id}/edit': ['/contracts/ct-koppelhuis/edit'],
  '/evidence/{id}': ['/evidence/bw-datalab-scan'],
  '/evidence/{id}/edit': ['/evidence/bw-datalab-scan/edit'],
  '/{owner}/{id}/layers/{layer}/edit': ['/systems/wmo-suite/layers/6/edit', '/systems/wmo-suite/layers/8/edit', '/providers/koppelhuis/layers/1/edit'],
  '/{kind}/{id}/remove': ['/contracts/ct-koppelhuis/remove'],
  '/policy/{id}': ['/policy/strict', '/policy/rijk-2026'],
  '/policy/{id}/adopt': ['/policy/strict/adopt'],
  '/frameworks/{id}': ['/frameworks/eu-csf-2026', '/frameworks/bio2-1-3', '/frameworks/secnumcloud-19-6', '/frameworks/ai-act-duties'],
  '/frameworks/{id}/{place}/{subject}': ['/frameworks/eu-csf-2026/systems/wmo-suite', '/frameworks/secnumcloud-19-6/providers/zorgraam'],
  '/frameworks/{id}/{place}/{subject}/answer/{group}': ['/frameworks/eu-csf-2026/systems/wmo-suite/answer/data', '/frameworks/bio2-1-3/organisation/self/answer/suppliers', '/frameworks/secnumcloud-19-6/providers/zorgraam/answer/ownership'],
  '/frameworks/{id}/changes': ['/frameworks/eu-csf-2026/changes', '/frameworks/archiefwet-2026-duties/changes'],
  '/why/{kind}/{id}': ['/why/measures/customer-held-keys', '/why/measures/safe-reporting', '/why/clauses/exit-strategy'],
  '/why/policies/{policy}/{rule}': ['/why/policies/default/critical-disclosed'],
  '/frameworks/{id}/take': ['/frameworks/archiefwet-2026-duties/take'],
  '/frameworks/{id}/add': ['/frameworks/woo-duties/add'],
  '/frameworks/{id}/own/{criterion}/remove': ['/frameworks/woo-duties → /remove$'],
  '/experiments/{id}': ['/experiments → ^/experiments/[0-9a-f-]{36}$', '/experiments → 4: ^/experiments/[0-9a-f-]{36}$'],
  '/experiments/{id}/mandate': ['/experiments → ^/experiments/[0-9a-f-]{36}$ → /mandate$'],
  '/experiments/{id}/refuse': ['/experiments → ^/experiments/[0-9a-f-]{36}$ → /refuse$'],
  '/experiments/{id}/tell': ['/experiments → 2: ^/experiments/[0-9a-f-]{36}$ → /tell$'],
  '/ideas/{id}': ['/ideas → ^/ideas/[0-9a-f-]{36}/handle$', '/ideas → ^/ideas/[0-9a-f-]{36}'],
  '/ideas/{id}/handle': ['/ideas → ^/ideas/[0-9a-f-]{36}/handle$'],
  '/ideas/{id}/take-up': ['/ideas → ^/ideas/[0-9a-f-]{36}/handle$ → /take-up$'],
  '/ideas/{id}/answer': ['/ideas → ^/ideas/[0-9a-f-]{36}/handle$ → /answer$'],
  '/ideas/{id}/outcome': ['/ideas → ^/ideas/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+/handle$ → /outcome$'],
  '/ideas/{id}/paraphrase': ['/ideas → ^/ideas/[0-9a-f-]{36}/handle$ → /paraphrase$'],
  '/library/{kind}/{id}': ['/library/measures/customer-held-keys', '/library/laws/ai-act', '/library/instruments/us-cloud-act', '/library/clauses/exit-strategy'],
  '/audit/{id}': ['/audit → ^/audit/[0-9a-f]{8}-'],
  '/account/tokens/{id}/revoke': ['/account/tokens → /revoke$'],
  '/organisation/tokens/{id}/revoke': ['/organisation/tokens → /revoke$'],
  '/webhooks/{id}/remove': ['/webhooks → ^/webhooks/[0-9a-f]{8}- → /remove$'],
  '/webhooks/{id}': ['/webhooks → ^/webhooks/[0-9a-f]{8}-'],
  '/partners/{id}': ['/partners → ^/partners/[0-9a-f]{8}-'],
  '/partners/{id}/end': ['/partners → ^/partners/[0-9a-f]{8}- → /end$'],
  '/conversation/answers/{role}/{layer}': ['/conversation/answers/board/8', '/conversation/answers/ciso/1'],
};

/** Pages that only exist in the middle of something, each with where it is looked at instead. */
const elsewhere: Readonly<Record<string, string>> = {
  '/account/passkeys/{id}/remove': 'passkey.test.ts: asks a passkey, and so a name instead of an address',
  '/speak/{entrance}': 'speak.test.ts: its address is shown once',
  '/speak/{entrance}/receipt': 'speak.test.ts: its address is shown once',
  '/set-up': 'passkey.test.ts: it is gone once the first account is there',
  '/partners/{id}/accept': 'partnership.test.ts: asks the other of the two organisations; /partners/{id}/end looks alike',
  '/landscape/imports/{id}': 'without-script.test.ts: a landscape document comes in',
};

/** INVARIANT: a path with a parameter has a sample, or its page would never be looked at. */
export function samplesOf(path: string): readonly string[] {
  if (path in elsewhere) return [];
  const found = samples[path] ?? (path.includes('{') ? undefined : [path]);
  if (found === undefined) throw new Error(`tests/journeys/samples.ts has no sample for ${path}.`);
  return found;
}
