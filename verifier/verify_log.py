#!/usr/bin/env python3
"""Checks an exported log, or a proof, and shares no line with the program that made it. Python 3, nothing else.

    verify_log.py EXPORT_FOLDER [KEY]      every entry, every tile, every checkpoint; of each log in it
    verify_log.py FILE.tlog-proof KEY      that one entry is in the log of KEY
    verify_log.py EXPORT_FOLDER --kept CHECKPOINT_FILE     and that it continues what was kept elsewhere

KEY is the public key of the log, as it stands in the file `key` of an export. Take it from somebody you trust:
an export that brings its own key proves only that it agrees with itself.
"""
import base64
import hashlib
import os
import struct
import sys

# Ed25519 (RFC 8032), the verifying half.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if (x & 1) != sign else x
    return (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        q = add(q, p) if n & 1 else q
        p, n = add(p, p), n >> 1
    return q


BASE = recover((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(key, message, signature):
    a, r, s = recover(key), recover(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or len(signature) != 64:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    p, q = times(s, BASE), add(r, times(k, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def tree_hash(hashes):
    if not hashes:
        return hashlib.sha256().digest()
    if len(hashes) == 1:
        return hashes[0]
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node_hash(tree_hash(hashes[:half]), tree_hash(hashes[half:]))


def checkpoint(note, key):
    """Size and root, when the key's own signature under it holds."""
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    name, key_id, material = key.strip().split("+", 2)
    public = base64.b64decode(material, validate=True)
    expected = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    origin, size, root = text.split("\n")[:3]
    assert public[0] == 1 and expected.hex() == key_id, "the key is not a key of a log"
    assert origin == name, f"the checkpoint is of {origin}, the key of {name}"
    for line in lines.splitlines():
        mark, by, encoded = line.split(" ")
        signature = base64.b64decode(encoded, validate=True)
        if mark == "—" and by == name and signature[:4] == expected:
            assert ed25519(public[1:], text.encode(), signature[4:]), "the signature is forged"
            return int(size), base64.b64decode(root, validate=True)
    raise AssertionError("the log did not sign this checkpoint")


def check_proof(path, key):
    head, _, note = open(path, encoding="utf-8", newline="").read().partition("\n\n")
    first, extra, index, *proof = head.split("\n")
    assert first == "c2sp.org/tlog-proof@v1" and extra.startswith("extra ") and index.startswith("index "), "no proof"
    size, root = checkpoint(note, key)
    leaf, at = base64.b64decode(extra[6:], validate=True), int(index[6:])
    assert at < size, "the entry lies beyond the checkpoint"
    found, last = leaf_hash(leaf), size - 1
    for line in proof:
        assert last > 0, "the proof is too long"
        sibling = base64.b64decode(line, validate=True)
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    assert last == 0 and found == root, "the entry is not in the log"
    return f"proven: {leaf.decode()}"


def tile_path(level, index, width):
    digits = f"{index:0{-(-len(str(index)) // 3) * 3}d}"
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    text = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return os.path.join("tile", level, text + (f".p/{width}" if width < 256 else ""))


def entries(folder, size):
    for index in range((size + 255) // 256):
        width = min(256, size - index * 256)
        data = open(os.path.join(folder, tile_path("entries", index, width)), "rb").read()
        tile = open(os.path.join(folder, tile_path("0", index, width)), "rb").read()
        for nth in range(width):
            (length,) = struct.unpack(">H", data[:2])
            found, data = leaf_hash(data[2 : 2 + length]), data[2 + length :]
            assert found == tile[nth * 32 : nth * 32 + 32], f"entry {index * 256 + nth} is not the one in the tree"
            yield found
        assert not data, f"there is more in bundle {index} than belongs there"


def check_export(folder, key, kept):
    read = lambda *names: open(os.path.join(folder, *names), encoding="utf-8", newline="").read()
    key = key or read("key")
    size, _ = checkpoint(read("checkpoint"), key)
    hashes = list(entries(folder, size))
    notes = [read("checkpoints", name) for name in sorted(os.listdir(os.path.join(folder, "checkpoints")), key=int)]
    for note in notes + ([open(kept, encoding="utf-8", newline="").read()] if kept else []):
        at, root = checkpoint(note, key)
        assert at <= size, f"a checkpoint over {at} entries, and only {size} are here"
        assert tree_hash(hashes[:at]) == root, f"the first {at} entries are not the ones that were signed"
    return f"right: {size} entries, {len(notes)} checkpoints"


def check_all(folder):
    """An export of many logs, each in a folder of its own."""
    logs = sorted(at for at, _, names in os.walk(folder) if "checkpoint" in names)
    assert logs, f"no log in {folder}"
    return "\n".join(f"{os.path.relpath(log, folder)}: {check_export(log, None, None)}" for log in logs)


def main(given):
    kept = given[given.index("--kept") + 1] if "--kept" in given else None
    rest = [one for one in given if one not in ("--kept", kept)]
    if not rest:
        sys.exit(__doc__)
    try:
        if not os.path.isdir(rest[0]):
            print(check_proof(rest[0], rest[1]))
        elif "checkpoint" in os.listdir(rest[0]):
            print(check_export(rest[0], rest[1] if len(rest) > 1 else None, kept))
        else:
            assert len(rest) == 1 and not kept, "KEY and --kept are of one log: name its folder"
            print(check_all(rest[0]))
    except (AssertionError, ValueError, IndexError, OSError, struct.error) as wrong:
        sys.exit(f"WRONG: {wrong}")


if __name__ == "__main__":
    main(sys.argv[1:])
