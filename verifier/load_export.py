#!/usr/bin/env python3
"""Checks an export and loads it into SQLite, and shares no line with the program that made it. Python 3, nothing else.

    load_export.py EXPORT.zip [LOADED.sqlite] [--key KEY]

Every file against the manifest, the manifest against its signature, every row against its schema, the CSV against
the rows; then the counts, the sums and the references again, by SQL. KEY is the public key as you were given it by
somebody you trust; an export that brings its own key proves only that it agrees with itself.
"""
import base64
import csv
import hashlib
import io
import json
import re
import sqlite3
import sys
import zipfile
from decimal import Decimal

sys.dont_write_bytecode = True
csv.field_size_limit(1 << 30)


def signature(archive, manifest, key):
    """Whose name is under the manifest, and since when."""
    from verify_log import ed25519  # beside this file

    note = archive.read("manifest.note").decode()
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    name, digest, moment = text.splitlines()
    who, key_id, material = key.strip().split("+", 2)
    public = base64.b64decode(material, validate=True)
    assert hashlib.sha256(who.encode() + b"\n" + public).hexdigest()[:8] == key_id and public[0] == 1, "the key is none"
    assert who == name, f"signed by {name}, the key is of {who}"
    assert digest == hashlib.sha256(manifest).hexdigest(), "the manifest is not the one that was signed"
    signed = base64.b64decode(lines.split()[2], validate=True)
    assert ed25519(public[1:], text.encode(), signed[4:]), "the signature is forged"
    return f"signed by {name} at {moment}"


CHECKS = {"uuid": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "date": r"\d{4}-\d\d-\d\d", "date-time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"}
TYPES = {"string": str, "boolean": bool, "integer": int, "number": (int, Decimal), "array": list}


def hold_to_schema(row, schema, where):
    assert set(schema["required"]) <= set(row), f"{where}: a member is missing"
    for name, value in row.items():
        assert name in schema["properties"], f"{where}: {name} is in no schema"
        asked = schema["properties"][name]
        assert "type" not in asked or isinstance(value, TYPES[asked["type"]]), f"{where}: {name} is no {asked.get('type')}"
        assert "enum" not in asked or value in asked["enum"], f"{where}: {name} is {value}"
        assert "format" not in asked or re.fullmatch(CHECKS[asked["format"]], value), f"{where}: {name} is no {asked.get('format')}"
        assert "pattern" not in asked or re.search(asked["pattern"], value), f"{where}: {name} is not in its form"


def cell(value):
    """As a spreadsheet has it: no formula."""
    text = value if isinstance(value, str) else "" if value is None else "true" if value is True else "false" if value is False else None
    return text if text is None or not re.match("[=+\\-@\t\r＝＋－＠]", text) else "'" + text


def hold_to_csv(rows, text, columns, where):
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert lines[0] == columns and len(lines) == len(rows) + 1, f"{where}: the CSV has other rows than the JSON"
    for row, line in zip(rows, lines[1:]):
        for name, found in zip(columns, line):
            asked = cell(row.get(name))
            assert asked == found or (asked is None and json.loads(found.lstrip("'"), parse_float=Decimal) == row[name]), f"{where}: {name} differs"


def flat(value):
    return json.dumps(value, default=str) if isinstance(value, (list, dict)) else str(value) if isinstance(value, (Decimal, int)) and not isinstance(value, bool) else value


def load(archive, said, db):
    names = [file["path"] for file in said["files"]]
    for table in said["tables"]:
        name = table["name"]
        schema = json.loads(archive.read(f"schema/{name}.schema.json"))
        columns = list(schema["properties"])
        db.execute(f'create table "{name}" ({", ".join(chr(34) + column + chr(34) for column in columns)})')
        for path in [path for path in names if re.fullmatch(rf"data/{name}(\.\d+)?\.jsonl", path)]:
            rows = [json.loads(line, parse_float=Decimal) for line in archive.read(path).decode().split("\n")[:-1]]
            for at, row in enumerate(rows):
                hold_to_schema(row, schema, f"{path}:{at + 1}")
            hold_to_csv(rows, archive.read(path.replace(".jsonl", ".csv")).decode("utf-8-sig"), columns, path)
            db.executemany(f'insert into "{name}" values ({", ".join("?" * len(columns))})', [[flat(row.get(column)) for column in columns] for row in rows])


def recount(said, db):
    rows = references = 0
    for table in said["tables"]:
        name, found = table["name"], db.execute(f'select count(*) from "{table["name"]}"').fetchone()[0]
        assert found == table["rows"], f"{name}: {found} rows, and the manifest says {table['rows']}"
        for column, asked in table["sums"].items():
            total = sum(int(value) for (value,) in db.execute(f'select "{column}" from "{name}" where "{column}" is not null'))
            assert total == int(asked), f"{name}.{column}: the sum is {total}, and the manifest says {asked}"
        for one in table["references"]:
            where = f'from "{name}" where "{one["column"]}" is not null'
            lost = db.execute(f'select count(*) {where} and "{one["column"]}" not in (select "{one["to"]}" from "{one["table"]}")').fetchone()[0]
            assert lost == 0, f"{name}.{one['column']}: {lost} lead nowhere"
            references += db.execute(f"select count(*) {where}").fetchone()[0]
        rows += found
    return f"{len(said['tables'])} tables, {rows} rows, {references} references, all lead somewhere"


def check(path, loaded, key):
    archive = zipfile.ZipFile(path)
    manifest = archive.read("manifest.json")
    said = json.loads(manifest)
    extra = {"manifest.json", "manifest.note", "manifest.key"}
    assert sorted(file["path"] for file in said["files"]) == sorted(set(archive.namelist()) - extra), "other files than the manifest says"
    for file in said["files"]:
        assert hashlib.sha256(archive.read(file["path"])).hexdigest() == file["sha256"], f"{file['path']} was changed"
    signed = signature(archive, manifest, key or archive.read("manifest.key").decode()) if "manifest.note" in archive.namelist() else "not signed"
    db = sqlite3.connect(loaded)
    load(archive, said, db)
    counted = recount(said, db)
    db.commit()
    return f"right: {len(said['files'])} files, {counted}; {signed}"


def main(given):
    key = given[given.index("--key") + 1] if "--key" in given else None
    rest = [one for one in given if one not in ("--key", key)]
    if not rest:
        sys.exit(__doc__)
    try:
        print(check(rest[0], rest[1] if len(rest) > 1 else ":memory:", key))
    except (AssertionError, ValueError, KeyError, IndexError, OSError, sqlite3.Error, zipfile.BadZipFile) as wrong:
        sys.exit(f"WRONG: {wrong}")


if __name__ == "__main__":
    main(sys.argv[1:])
