/** What somebody reads who opens the export and has never seen it. */
export const readMeFile = 'README.txt';

export const readMe = `Regiekompas: everything of an organisation, in open formats.
Alles van een organisatie, in open formaten.

data/<table>.jsonl       one row a line (JSON Lines); this is what counts. More parts: <table>.2.jsonl and on.
data/<table>.csv         the same for a spreadsheet (RFC 4180, UTF-8). A cell that would begin a formula has an
                         apostrophe before it. <table>.csv-metadata.json describes it (CSV on the Web).
schema/                  a JSON Schema for the rows of each table.
landscape/               the landscape as one document.
audit/                   the log with its tree, checkpoints and key (C2SP tlog-tiles), when there is one.
export.json              what this is: of which organisation, and which version made the tables.
manifest.json            every file with its SHA-256, every table with its count, sums and references.
manifest.note            the signature over the manifest (C2SP signed-note, Ed25519), with when it was made.
manifest.key             the public key. Compare it with the one you were given in another way.

Moments are RFC 3339, in UTC. Ids stay the same for ever. Bytes are in hexadecimal after \\x. A row has a member
"classification": public, internal, confidential or secret. What is absent has no value. Somebody who left is an id alone.

Check it, and load it into SQLite, with a program that shares nothing with the one that made it:
  python3 load_export.py export.zip loaded.sqlite
`;
