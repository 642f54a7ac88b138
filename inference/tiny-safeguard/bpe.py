"""o200k_base for the ASCII text (and guillemets) that the synthetic policies are made of."""
import base64
import re

SPECIAL = {"start": 200006, "message": 200008, "end": 200007, "channel": 200005, "return": 200002}
PIECE = re.compile(
    r"[^\r\nA-Za-z0-9]?[A-Z]*[a-z]+(?:'(?:s|t|re|ve|m|ll|d))?"
    r"|[^\r\nA-Za-z0-9]?[A-Z]+[a-z]*(?:'(?:s|t|re|ve|m|ll|d))?"
    r"|[0-9]{1,3}| ?[^\sA-Za-z0-9]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


class Tokenizer:
    def __init__(self, ranks):
        with open(ranks, "rb") as lines:
            self.rank = {base64.b64decode(a): int(b) for a, b in (line.split() for line in lines if line.strip())}
        self.bytes = {v: k for k, v in self.rank.items()}
        self.known = {}

    def piece(self, text):
        found = self.known.get(text)
        if found is None:
            raw = text.encode()
            parts = [raw[i : i + 1] for i in range(len(raw))]
            while raw not in self.rank and len(parts) > 1:
                best, at = min((self.rank.get(parts[i] + parts[i + 1], 1 << 30), i) for i in range(len(parts) - 1))
                if best == 1 << 30:
                    break
                parts[at : at + 2] = [parts[at] + parts[at + 1]]
            found = self.known[text] = [self.rank[raw]] if raw in self.rank else [self.rank[p] for p in parts]
        return found

    def encode(self, text):
        return [t for m in PIECE.finditer(text) for t in self.piece(m.group())]

    def harmony(self, text):
        """Text in which <|name|> stands for a special token."""
        ids = []
        for i, part in enumerate(re.split(r"<\|(\w+)\|>", text)):
            ids += [SPECIAL[part]] if i % 2 else self.encode(part)
        return ids

    def decode(self, ids):
        names = {v: k for k, v in SPECIAL.items()}
        return "".join(f"<|{names[i]}|>" if i in names else self.bytes.get(i, b"?").decode("utf8", "replace") for i in ids)


def located(tokenizer, pieces):
    """Ids of the joined pieces, and for each tag the (first, end) tokens of its piece."""
    pieces = list(pieces)
    text = "".join(x for x, _ in pieces)
    starts, ids, at = {}, [], 0
    for i, part in enumerate(re.split(r"(<\|\w+\|>)", text)):
        if i % 2:
            starts[at] = len(ids)
            ids.append(SPECIAL[part[2:-2]])
            at += len(part)
            continue
        for m in PIECE.finditer(part):
            inner = at + m.start()
            for t in tokenizer.piece(m.group()):
                starts[inner] = len(ids)
                ids.append(t)
                inner += len(tokenizer.bytes[t].decode("utf8", "replace"))
        at += len(part)
    starts[at] = len(ids)
    tags, at = [], 0
    for x, tag in pieces:
        if tag:
            begin = at + (x.startswith(", ") and tag[0] == "label")
            end = at + len(x)
            while begin not in starts:
                begin -= 1
            while end not in starts:
                end += 1
            tags.append((tag, starts[begin], starts[end]))
        at += len(x)
    return ids, tags
