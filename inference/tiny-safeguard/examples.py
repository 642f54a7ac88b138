"""Training examples as arrays: one policy and several contents with their answers, packed into one sequence, with the
tokens that each supervised head is to look at."""
import random

import numpy as np

from bpe import located
from task import Policy, answer, content, suffix

SINK = -1


class Packed:
    """Segment 0 of the sequence is the policy; contents see it and themselves, not each other."""

    def __init__(self, tok, words, rng, full, contents, most_rules, most_words, sections=False):
        p = Policy(words, rng, full or sections, most_rules)
        self.ids, tags = located(tok, p.prompt(full))
        self.segment = [0] * len(self.ids)
        self.position = list(range(len(self.ids)))
        self.attend, self.probe, self.learn, self.weight, self.flags = [], [], [], [], []
        self.policy_side(tags)
        for k in range(contents):
            self.content_side(tok, p, content(p, rng, rng.random() < 0.65, most_words), k + 1)

    def policy_side(self, tags):
        heading, ids, first, label = None, {}, None, None
        self.ends, self.terms, self.labels = {}, {}, {}
        for tag, a, b in tags:
            kind = tag[0]
            if kind == "heading":
                heading = a
            elif kind == "id":
                ids[tag[1]] = a
            elif kind == "term":
                first = a
                self.terms[tag[2]] = (a, b)
                for i in range(a, b):
                    self.attend.append((1, 0, i, heading))
            elif kind == "delimiter":
                start = ids[tag[1]]
                self.ends[tag[2]] = a
                self.attend += [(1, 0, a, heading), (2, 3, a, first)]
                self.attend += [(2, k, a, start + k) for k in range(3)]
                self.probe += [(2, a, k, self.ids[start + k]) for k in range(3)] + [(2, a, 3, self.ids[first])]
            elif kind == "other":
                self.attend.append((1, 0, a, heading))
            elif kind == "label":
                label = a
            elif kind == "labelled":
                self.labels[tag[1]] = b - 1
                self.attend.append((2, 3, b - 1, label))
                self.probe.append((2, b - 1, 3, self.ids[label]))
        self.start = ids

    def content_side(self, tok, p, made, segment):
        text, found = made
        base = len(self.ids)
        pieces = answer(p, found)
        head, _ = located(tok, [(suffix(text), None)])
        body, tags = located(tok, [(x, (k,)) for k, x in enumerate(pieces)])
        at = [(base + len(head) + a, base + len(head) + b) for _, a, b in tags]
        self.ids += head + body
        n = len(head) + len(body)
        self.segment += [segment] * n
        origin = self.segment.count(0)
        self.position += list(range(origin, origin + n))
        self.learn += range(base + len(head) - 1, base + n - 1)
        chosen = {i for j in (2, 4, 6, 8, 11) if j < len(at) for i in range(at[j][0] - 1, at[j][1])} | {at[0][1] - 1}
        if not found:
            chosen = {at[0][1] - 1, at[2][0] - 1}
        self.weight += [6.0 if i in chosen else 1.0 for i in range(base + len(head) - 1, base + n - 1)]
        lo, hi = base + 3, base + len(head) - 3
        terms = {tuple(tok.encode(" " + t)): (t, r) for r, _, ts in p.rules for t in ts}
        marks = []
        for i in range(lo, hi):
            hit = next((v for ids, v in terms.items() if i + 1 - len(ids) >= lo and tuple(self.ids[i + 1 - len(ids) : i + 1]) == ids), None)
            if hit:
                marks.append(i)
            self.match(i, hit)
        decide = at[0][1] - 1
        if not found:
            self.attend.append((5, 2, decide, SINK))
            return
        term, rule = found
        mark, rule_at = marks[0], at[4]
        self.attend += [(5, 2, decide, mark), (5, 0, at[1][1] - 1, mark), (5, 0, decide, SINK)]
        a, b = self.terms[term]
        q = at[2][0]
        for k in range(b - a - 1):
            self.attend.append((3, 1, q + k, a + k + 1))
        last = at[2][1] - 1
        self.match(last, (term, rule))
        for a, b in (rule_at, at[8]):
            for k in range(b - a + 1):
                self.attend += [(4, (0, 2, 3)[j], a - 1 + k, last if j == k else SINK) for j in range(3)]
        self.attend.append((2, 3, at[6][0] - 1, at[1][0]))
        again = list(range(at[8][0] - 1, at[8][1])) + ([at[11][0] - 1] if p.labels else [])
        for i in again:
            self.attend += [(2, k, i, rule_at[0] + k) for k in range(3)]
        if p.labels:
            self.attend.append((3, 3, at[11][0] - 1, self.labels[rule]))

    def match(self, i, hit):
        self.flags.append((i, 1 if hit else 0))
        end = self.ends[hit[0]] if hit else SINK
        self.attend += [(3, 0, i, end), (3, 2, i, end)]
        if hit:
            s = self.start[hit[1]]
            self.probe += [(3, i, k, self.ids[s + k]) for k in range(3)] + [(3, i, 3, self.ids[self.terms[hit[0]][0]])]


def collate(items):
    """Arrays over a batch; rows of attend, probe, learn and flags begin with the sequence they are of."""
    t = max(len(x.ids) for x in items)
    pad = lambda rows, v: np.array([r + [v] * (t - len(r)) for r in rows], dtype=np.int64)
    rows = lambda name: np.array([(b, *r) for b, x in enumerate(items) for r in getattr(x, name)], dtype=np.int64)
    return {
        "ids": pad([x.ids for x in items], 0),
        "position": pad([x.position for x in items], 0),
        "segment": pad([x.segment for x in items], 99),
        "attend": rows("attend"),
        "probe": rows("probe"),
        "learn": np.array([(b, p) for b, x in enumerate(items) for p in x.learn], dtype=np.int64),
        "weight": np.array([w for x in items for w in x.weight], dtype=np.float32),
        "flags": rows("flags"),
    }


def batch(tok, words, seed, stage, tokens):
    """A batch of about so many tokens. Stages: 0 policies of a few rules, 1 with all sections, 2 whole prompts."""
    rng = random.Random(seed)
    kinds = {
        0: lambda: (False, 2, 4, 16, rng.random() < 0.4),
        1: lambda: (False, 3, 6, 25, True),
        2: lambda: (True, 6, 6, 50),
    }
    items, longest = [], 0
    while not items or (len(items) + 1) * longest <= tokens:
        items.append(Packed(tok, words, rng, *kinds[stage]()))
        longest = max(longest, len(items[-1].ids))
    return collate(items)
