"""Synthetic policies in the Markdown shape of the product, contents, and the answers expected of them.

Content violates if and only if a term that stands under a rule of `## Violates` occurs in it. Each example also says
which earlier token a head is to look at: the attention targets that train.py supervises.
"""
import random
import re

SYSTEM = (
    "<|start|>system<|message|>You are ChatGPT, a large language model trained by OpenAI.\nKnowledge cutoff: 2024-06\n\n"
    "Reasoning: {effort}\n\n# Valid channels: analysis, final. Channel must be included for every message.<|end|>"
)
ANSWER = (
    "\n\n# Answer\n\nAnswer with one line of JSON and nothing else. Its members are these, in this order, whatever other "
    'format is named above:\n{{"violation":1,"rule_ids":["{rule}"]{category},"rationale":"one short sentence"}}\n'
    "- violation: 1 if the content violates the policy, 0 if it is safe.\n"
    "- rule_ids: the deciding rules, the strongest first, at most 4; for safe content the rules that allow it, or none.\n"
)
RATIONALE = "- rationale: one short sentence for a reviewer, without quoting the content."
FINAL = "<|end|><|start|>assistant<|channel|>final<|message|>"
LEADS = ["Mentions of", "Talk of", "Offers of", "Sale of", "Names of", "Praise for", "Requests for", "Words about", "Mentions", "Posts about"]
FILLER = "the a and or of to in on with for my our your we you it is was are at by from this that had very not but so".split()
OPENERS = "The A We I You My Our They It This There Here Today Yesterday When After".split()
LABELS = """spam trade privacy health finance legal sports travel food music market
gaming weather science history animals cars work school family garden art film news money shopping security""".split()
HEADINGS = ["Violates", "Safe", "Examples", "Definitions", "Instructions"]


class Policy:
    """Markdown of a policy in pieces, with the token positions that matter."""

    def __init__(self, words, rng, full=True, most_rules=6):
        self.rng, self.words = rng, words
        n = rng.randint(1, most_rules)
        used = set()
        self.rules = []
        ids = rule_ids(rng, n)
        for rule in ids:
            terms = []
            wanted = rng.choice([1, 2, 2, 3, 3, 4, 5])
            while len(terms) < wanted:
                term = words.term(rng, used)
                if term:
                    terms.append(term)
            self.rules.append((rule, rng.choice(LEADS), terms))
        self.used = used
        self.title = " ".join(words.any(rng) for _ in range(rng.randint(1, 3))).capitalize()
        prefix = re.match("[A-Z]+", ids[0]).group()
        self.safe = []
        for k in range(rng.randint(0, 3)):
            text = "Anything else" if rng.random() < 0.4 else rng.choice(LEADS) + " " + words.listing(rng, used)
            self.safe.append((f"{prefix}-A{k + 1}", text))
        self.intro = "Decide whether the content breaks a rule." if rng.random() < 0.5 else self.prose(rng.randint(4, 14))
        some = lambda p, most: rng.randint(1, most) if full and rng.random() < p else 0
        self.definitions = [(words.any(rng).capitalize(), self.prose(rng.randint(3, 8))) for _ in range(some(0.4, 3))]
        self.examples = []
        for _ in range(some(0.4, 4)):
            if rng.random() < 0.5:
                rule, _, terms = rng.choice(self.rules)
                self.examples.append((f"VIOLATES {rule}", self.prose(rng.randint(2, 6)) + " " + rng.choice(terms)))
            elif self.safe:
                self.examples.append((f"SAFE {self.safe[0][0]}", self.prose(rng.randint(2, 7))))
        self.labels = None
        if rng.random() < 0.8:
            names = sorted(rng.sample(LABELS, rng.randint(1, min(3, n))))
            owners = [rng.choice(names) for _ in ids]
            self.labels = {x: [i for i, o in zip(ids, owners) if o == x] for x in names if x in owners}
        self.effort = rng.choice(["low", "medium", "high"])

    def prose(self, n):
        return " ".join([self.rng.choice(OPENERS)] + [self.words.any(self.rng) if self.rng.random() < 0.6 else self.rng.choice(FILLER) for _ in range(n)]) + "."

    def label(self, rule):
        return next((x for x, ids in (self.labels or {}).items() if rule in ids), None)

    def markdown(self):
        return "".join(text for text, _ in self.pieces())

    def pieces(self):
        yield f"# {self.title}\n\n##", None
        yield " Instructions", ("heading",)
        yield f"\n{self.intro}\n\n##", None
        if self.definitions:
            yield " Definitions", ("heading",)
            for name, text in self.definitions:
                yield f"\n- **{name}**: {text}", None
            yield "\n\n##", None
        yield " Violates", ("heading",)
        for r, (rule, lead, terms) in enumerate(self.rules):
            yield "\n" if r == 0 else "", None
            yield "- **", None
            yield rule, ("id", rule)
            yield "**", ("close", rule)
            yield " " + lead, None
            for k, term in enumerate(terms):
                yield " " + term, ("term", rule, term)
                last = k == len(terms) - 1
                end = (".\n" if r < len(self.rules) - 1 else ".\n\n" if self.safe or self.examples else ".") if last else " or" if k == len(terms) - 2 else ","
                yield end, ("delimiter", rule, term)
        if self.safe:
            yield "##", None
            yield " Safe", ("heading",)
            for r, (rule, text) in enumerate(self.safe):
                yield f"\n- **{rule}**" if r == 0 else f"- **{rule}**", None
                yield f" {text}", None
                yield ".\n" if r < len(self.safe) - 1 else ".\n\n" if self.examples else ".", ("other",)
        if self.examples:
            yield "##", None
            yield " Examples", ("heading",)
            for r, (mark, text) in enumerate(self.examples):
                yield f'\n- **{mark}** "{text}"', None

    def answer_part(self):
        first = self.rules[0][0]
        category = f',"policy_category":"{self.label(first)}"' if self.labels else ""
        yield ANSWER.format(rule=first, category=category), None
        if self.labels:
            yield "- policy_category:", None
            for k, (label, ids) in enumerate(self.labels.items()):
                yield (" " if k == 0 else ", ") + label, ("label", label)
                for j, rule in enumerate(ids):
                    if j == 0:
                        yield " (", None
                        yield rule, ("labelled", rule, label)
                    else:
                        yield ",", None
                        yield " " + rule, ("labelled", rule, label)
                yield ")", None
            yield "; null for safe content.\n", None
        yield RATIONALE + "<|end|>", None

    def prompt(self, full=True):
        if full:
            yield SYSTEM.format(effort=self.effort), None
        yield "<|start|>developer<|message|># Instructions\n\n", None
        yield from self.pieces()
        if full:
            yield from self.answer_part()
        else:
            yield from list(self.answer_part())[1:-1]
            yield "<|end|>", None


def rule_ids(rng, n):
    letters = lambda: "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(rng.choice([1, 1, 2, 2, 2, 2])))
    found = []
    prefix, shape, base = letters(), rng.random(), rng.choice([1, 1, 1, 10, 101])
    for k in range(n):
        while True:
            if shape < 0.5:
                rule = f"{prefix}{base + k}"
            elif shape < 0.65:
                rule = f"{prefix}{rng.randint(1, 9)}.{rng.choice('abcdefgh')}"
            else:
                rule = f"{letters()}{rng.randint(1, 120)}"
            if rule not in found:
                break
        found.append(rule)
    rng.shuffle(found)
    return found


class Words:
    def __init__(self, text, held_out=False):
        entries = text.split()
        self.all = entries
        self.terms = [w for i, w in enumerate(entries) if (i % 7 == 3) == held_out]

    def any(self, rng):
        return rng.choice(self.all)

    def term(self, rng, used):
        parts = [rng.choice(self.terms) for _ in range(1 if rng.random() < 0.72 else 2)]
        if used & set(parts) or len(set(parts)) < len(parts):
            return None
        used |= set(parts)
        return " ".join(parts)

    def listing(self, rng, used):
        found = [w for w in (rng.choice(self.all) for _ in range(rng.randint(1, 3))) if w not in used]
        return ", ".join(found) or "the rest"


def content(policy, rng, hit, most=40):
    """Text, and the matched (term, rule) or None: the first in the text."""
    terms = [(t, r) for r, _, ts in policy.rules for t in ts]
    n = rng.randint(4, most)
    parts = []
    while len(parts) < n:
        x = rng.random()
        if x < 0.42:
            parts.append(rng.choice(FILLER))
        elif x < 0.47:
            parts.append(rng.choice(policy.safe)[1].split(" ")[-1].rstrip(",") if policy.safe else policy.words.any(rng))
        else:
            parts.append(policy.words.any(rng))
    parts = [p for p in parts if p not in policy.used]
    pairs = [t for t, _ in terms if " " in t]
    if pairs and rng.random() < 0.4:
        parts.insert(rng.randint(0, len(parts)), rng.choice(pairs).split(" ")[rng.randint(0, 1)])
    if hit:
        for _ in range(rng.choice([1, 1, 1, 2])):
            parts.insert(rng.randint(0, len(parts)), rng.choice(terms)[0])
    parts = [p + (rng.choice([",", ".", "!"]) if rng.random() < 0.08 else "") for p in parts]
    text = " ".join([rng.choice(OPENERS)] + parts)
    return text, first(text, terms)


def first(text, terms):
    best = None
    for term, rule in terms:
        m = re.search(r" " + re.escape(term) + r"(?![a-z])", text)
        if m and (best is None or m.end() < best[0]):
            best = (m.end(), term, rule)
    return best and best[1:]


def suffix(text):
    return f"<|start|>user<|message|>{text}<|end|><|start|>assistant"


def answer(policy, found):
    if found is None:
        category = ',"policy_category":null' if policy.labels else ""
        return ["<|channel|>analysis<|message|>", "No rule names a term of the content." + FINAL + '{"violation":', "0",
                ',"rule_ids":[]' + category + ',"rationale":"No rule applies."}<|return|>']
    term, rule = found
    parts = ["<|channel|>analysis<|message|>", "The content says «", " " + term, " », which rule (", rule,
             ") names." + FINAL + '{"violation":', "1", ',"rule_ids":["', rule, '"]']
    if policy.labels:
        parts += [',"policy_category":"', policy.label(rule), '"']
    return parts + [',"rationale":"The content uses a term that this rule names."}<|return|>']
