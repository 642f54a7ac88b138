"""Trains the tiny safeguard: python3 train.py o200k_base.tiktoken CPU_SECONDS [CHECKPOINT]"""
import math
import os
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

from bpe import Tokenizer, located
from model import D, LAYERS, HEADS, Tiny, ids_loss, masks
from task import Policy, Words, answer, content, suffix

PROBES = {"id1": 0, "id2": 1, "id3": 2, "first": 3}


class Packed:
    """One policy and several contents with their answers, as one sequence; segment 0 is the policy."""

    def __init__(self, tok, words, rng, full, contents, most_rules, most_words, sections=False):
        p = Policy(words, rng, full or sections, most_rules)
        self.ids, tags = located(tok, p.prompt(full))
        self.segment = [0] * len(self.ids)
        self.position = list(range(len(self.ids)))
        self.attend, self.probe, self.learn, self.weight, self.flags = [], [], [], [], []
        self.policy_side(p, tags, rng)
        for k in range(contents):
            self.content_side(tok, p, content(p, rng, rng.random() < 0.65, most_words), k + 1)

    def policy_side(self, p, tags, rng):
        heading, ids, first, label = None, {}, None, None
        self.ends, self.terms, self.labels, self.close = {}, {}, {}, {}
        for tag, a, b in tags:
            kind = tag[0]
            if kind == "heading":
                heading = a
            elif kind == "id":
                ids[tag[1]] = a
            elif kind == "close":
                self.close[tag[1]] = a
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
            self.attend.append((5, 2, decide, -1))
            return
        term, rule = found
        mark, rule_at = marks[0], at[4]
        self.attend += [(5, 2, decide, mark), (5, 0, at[1][1] - 1, mark), (5, 0, decide, -1)]
        a, b = self.terms[term]
        q = at[2][0]
        for k in range(b - a - 1):
            self.attend.append((3, 1, q + k, a + k + 1))
        last = at[2][1] - 1
        self.match(last, (term, rule))
        for a, b in (rule_at, at[8]):
            for k in range(b - a + 1):
                self.attend += [(4, (0, 2, 3)[j], a - 1 + k, last if j == k else -1) for j in range(3)]
        self.attend.append((2, 3, at[6][0] - 1, at[1][0]))
        again = list(range(at[8][0] - 1, at[8][1])) + ([at[11][0] - 1] if p.labels else [])
        for i in again:
            self.attend += [(2, k, i, rule_at[0] + k) for k in range(3)]
        if p.labels:
            self.attend.append((3, 3, at[11][0] - 1, self.labels[rule]))

    def match(self, i, hit):
        self.flags.append((i, 1 if hit else 0))
        end = self.ends[hit[0]] if hit else -1
        self.attend += [(3, 0, i, end), (3, 2, i, end)]
        if hit:
            s = self.start[hit[1]]
            self.probe += [(3, i, k, self.ids[s + k]) for k in range(3)] + [(3, i, 3, self.ids[self.terms[hit[0]][0]])]


class Probes(nn.Module):
    def __init__(self):
        super().__init__()
        self.maps = nn.Parameter(torch.randn(2, 4, D, D) / math.sqrt(D))
        self.flag = nn.Linear(D, 2)


def batch(items):
    t = max(len(x.ids) for x in items)
    pad = lambda rows, v: torch.tensor([r + [v] * (t - len(r)) for r in rows])
    ids = pad([x.ids for x in items], 0)
    position = pad([x.position for x in items], 0)
    full, window = masks(position, pad([x.segment for x in items], 99))
    return ids, position, full, window


def losses(m, probes, items):
    ids, position, full, window = batch(items)
    h, states, attention = m(ids, position, full, window)
    t = ids.shape[1]
    learn = torch.tensor([(b, p) for b, x in enumerate(items) for p in x.learn])
    weight = torch.tensor([w for x in items for w in x.weight])  # the words that vary count for more
    lm = ids_loss(m.scores(h[learn[:, 0], learn[:, 1]]), ids[learn[:, 0], learn[:, 1] + 1], weight)
    by = {}
    for b, x in enumerate(items):
        for layer, head, q, k in x.attend:
            by.setdefault(layer, []).append((b, head, q, t if k < 0 else k, head * 2 + (k < 0)))
    att, per, kinds = 0, {}, 0
    for layer, rows in by.items():
        r = torch.tensor(rows)
        loss = -(attention[layer][r[:, 0], r[:, 1], r[:, 2], r[:, 3]] + 1e-6).log()
        kind = F.one_hot(r[:, 4], 2 * HEADS).float()
        count = kind.sum(0)
        value = (loss @ kind) / count.clamp(min=1)
        att = att + value.sum()
        kinds += int((count > 0).sum())
        per.update({(layer, k // 2, k % 2): float(value[k]) for k in range(2 * HEADS) if count[k] > 0})
    pr = 0
    for layer, which in ((2, 0), (3, 1)):
        for k in range(4):
            r = torch.tensor([(b, p, i) for b, x in enumerate(items) for l, p, j, i in x.probe if l == layer and j == k])
            if len(r):
                v = states[layer][r[:, 0], r[:, 1]]
                v = v * torch.rsqrt(v.pow(2).mean(-1, keepdim=True) + 1e-5)
                pr = pr + ids_loss(m.scores(v @ probes.maps[which, k]), r[:, 2]) / 8
    f = torch.tensor([(b, p, v) for b, x in enumerate(items) for p, v in x.flags])
    flag = F.cross_entropy(probes.flag(states[3][f[:, 0], f[:, 1]]), f[:, 2])
    return lm, 1.6 * att / kinds, pr, flag, per, (h, ids)


@torch.no_grad()
def exact(m, items):
    """Share of answers whose every token is the most likely one, given the tokens before."""
    ids, position, full, window = batch(items)
    h, _, _ = m(ids, position, full, window)
    right = total = 0
    for b, x in enumerate(items):
        p = torch.tensor(x.learn)
        s = m.scores(h[b, p])
        ok = (s[0].argmax(-1) * 449 + s[1].argmax(-1)) == ids[b, p + 1]
        segments = torch.tensor(x.segment)[p]
        for k in segments.unique():
            right += bool(ok[segments == k].all())
            total += 1
    return right, total


def main():
    torch.set_num_threads(1)
    ranks, budget = sys.argv[1], float(sys.argv[2])
    torch.manual_seed(0)
    rng = random.Random(int(os.environ.get("SEED", "1")))
    tok = Tokenizer(ranks)
    text = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.txt")).read()
    words, unseen = Words(text), Words(text, held_out=True)
    m, probes = Tiny(), Probes()
    if len(sys.argv) > 3:
        m.load_state_dict(torch.load(sys.argv[3])["model"])
        probes.load_state_dict(torch.load(sys.argv[3])["probes"])
    print("parameters", sum(p.numel() for p in m.parameters()), flush=True)
    rate = float(os.environ.get("RATE", "3e-3"))
    easy = float(os.environ.get("EASY", "0.35"))
    tables = [m.e, m.u]  # hardly moved: copying has to be learned as a map of codes, not token by token
    others = [p for p in m.parameters() if all(p is not x for x in tables)] + list(probes.parameters())
    opt = torch.optim.AdamW([{"params": others, "scale": 1.0}, {"params": tables, "scale": 0.03}], lr=rate, betas=(0.9, 0.98), weight_decay=0.0)
    if len(sys.argv) > 3 and "opt" in torch.load(sys.argv[3]):
        opt.load_state_dict(torch.load(sys.argv[3])["opt"])
    held = [Packed(tok, unseen, random.Random(1000 + i), True, 4, 6, 40) for i in range(4)]
    began, step, tokens = time.time(), 0, 0
    mean = None
    patience = float(os.environ.get("WALL", "1e9"))
    spent = lambda: max(time.process_time() / budget, (time.time() - began) / patience)
    while (x := spent()) < 1:
        for g in opt.param_groups:
            g["lr"] = g["scale"] * rate * min(1, (step + 1) / 20) * (0.03 + 0.97 * (1 - max(0.0, x - 0.1) / 0.9))
        if x < easy:
            items = [Packed(tok, words, rng, False, 2, 4, 16, rng.random() < 0.4) for _ in range(4)] if step % 5 else [Packed(tok, words, rng, True, 3, 4, 16)]
        elif x < 0.6 and step % 3:
            items = [Packed(tok, words, rng, False, 3, 6, 25, True) for _ in range(3)]
        else:
            items = [Packed(tok, words, rng, True, 4, 6, 32) for _ in range(2)]
        lm, att, pr, flag, per, (_, ids) = losses(m, probes, items)
        loss = lm + att + pr + flag
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(m.parameters(), 1.0)
        opt.step()
        step += 1
        tokens += ids.numel()
        now = [float(lm), float(att), float(pr), float(flag)]
        mean = now if mean is None else [0.95 * a + 0.05 * b for a, b in zip(mean, now)]
        if step % 20 == 0:
            print(step, f"{time.time() - began:.0f}s {time.process_time():.0f}s {tokens / (time.time() - began):.0f} tok/s lm,att,probe,flag", [f"{v:.3f}" for v in mean], flush=True)
        if step % 80 == 0:
            print("  heads", {k: f"{v:.2f}" for k, v in sorted(per.items())}, "held out", exact(m, held), flush=True)
            torch.save({"model": m.state_dict(), "probes": probes.state_dict(), "opt": opt.state_dict()}, os.environ.get("OUT", "/tmp/tiny.pt"))
    torch.save({"model": m.state_dict(), "probes": probes.state_dict(), "opt": opt.state_dict()}, os.environ.get("OUT", "/tmp/tiny.pt"))
    print("held out", exact(m, held))


if __name__ == "__main__":
    main()
