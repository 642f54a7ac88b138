"""Writes contents with a policy that they break and a term whose replacement makes them safe: python3 testset.py COUNT > flips.jsonl

Every term is a word that no rule held in training."""
import json
import os
import random
import sys

from task import OPENERS, Policy, Words, content, first


def flip(words, rng):
    while True:
        p = Policy(words, rng)
        terms = [(t, r) for r, _, ts in p.rules for t in ts]
        text, found = content(p, rng, False, 45)
        term, rule = rng.choice(terms)
        instead = words.term(rng, set(p.used))
        parts = text.split(" ")
        parts.insert(rng.randint(1, len(parts)), term)
        text = " ".join(parts)
        others = [(t, r) for t, r in terms if t != term] + [(instead, rule)]
        if found is None and instead and first(text, terms) == (term, rule) and first(text, others) is None:
            return {"policy": p.markdown(), "labels": p.labels or {}, "rules": [r for r, _, _ in p.rules], "safe": [r for r, _ in p.safe],
                    "content": text, "term": term, "rule": rule, "instead": instead}


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    words, rng = Words(open(os.path.join(here, "words.txt")).read(), held_out=True), random.Random(20_000)
    for _ in range(int(sys.argv[1])):
        print(json.dumps(flip(words, rng), separators=(",", ":")))
