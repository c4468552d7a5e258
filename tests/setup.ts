/** Runs before every test file. INVARIANT: the suite never runs on a Node older than we support. */
const [major] = process.versions.node.split('.').map(Number);
if ((major ?? 0) < 24) throw new Error(`Tests need Node 24 or newer, this is ${process.version}. Run \`npm test\`.`);
