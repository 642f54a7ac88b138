"""Trains the tiny safeguard: python3 train.py o200k_base.tiktoken SECONDS [--from FOLDER_OR_CHECKPOINT] [--out FILE]

On CUDA where there is one; examples are made by other processes."""
import argparse
import json
import math
import multiprocessing as mp
import os
import struct
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import examples
from bpe import Tokenizer
from model import D, HEADS, LAYERS, N, Tiny, ids_loss, masks
from task import Words

HERE = os.path.dirname(os.path.abspath(__file__))


class Probes(nn.Module):
    """Read ids and terms from the states of layers 2 and 3."""

    def __init__(self):
        super().__init__()
        self.maps = nn.Parameter(torch.randn(2, 4, D, D) / math.sqrt(D))
        self.flag = nn.Linear(D, 2)


def losses(m, probes, x):
    """Of the answers' tokens, the heads' attention, the probes and whether a token ends a term."""
    ids = x["ids"]
    h, states, attention = m(ids, x["position"], *masks(x["position"], x["segment"]))
    t = ids.shape[1]
    b, p = x["learn"].T
    lm = ids_loss(m.scores(h[b, p]), ids[b, p + 1], x["weight"])  # the words that vary count for more
    att, kinds = 0, 0
    for layer in range(1, LAYERS):
        r = x["attend"][x["attend"][:, 1] == layer]
        key = torch.where(r[:, 4] < 0, t, r[:, 4])
        loss = -(attention[layer][r[:, 0], r[:, 2], r[:, 3], key] + 1e-6).log()
        kind = F.one_hot(r[:, 2] * 2 + (r[:, 4] < 0).long(), 2 * HEADS).float()
        count = kind.sum(0)
        att = att + ((loss @ kind) / count.clamp(min=1)).sum()
        kinds = kinds + (count > 0).sum()
    pr = 0
    for layer, which in ((2, 0), (3, 1)):
        for k in range(4):
            r = x["probe"]
            r = r[(r[:, 1] == layer) & (r[:, 3] == k)]
            v = states[layer][r[:, 0], r[:, 2]]
            v = v * torch.rsqrt(v.pow(2).mean(-1, keepdim=True) + 1e-5)
            pr = pr + ids_loss(m.scores(v @ probes.maps[which, k]), r[:, 4]) / 8
    f = x["flags"]
    flag = F.cross_entropy(probes.flag(states[3][f[:, 0], f[:, 1]]), f[:, 2])
    return lm, 1.6 * att / kinds, pr, flag


@torch.no_grad()
def exact(m, batches):
    """Share of answers whose every token is the most likely one, given the tokens before."""
    right = total = 0
    for x in batches:
        h, _, _ = m(x["ids"], x["position"], *masks(x["position"], x["segment"]))
        b, p = x["learn"].T
        s = m.scores(h[b, p])
        ok = (s[0].argmax(-1) * N + s[1].argmax(-1)) == x["ids"][b, p + 1]
        answers, of = torch.unique(b * 100 + x["segment"][b, p], return_inverse=True)
        wrong = torch.zeros(len(answers), device=ok.device).index_add_(0, of, (~ok).float())
        right += int((wrong == 0).sum())
        total += len(answers)
    return right, total


def maker(ranks, number, seed, stage, tokens, out):
    torch.set_num_threads(1)
    tok, words = Tokenizer(ranks), vocabulary(False)
    while True:
        out.put(examples.batch(tok, words, f"{seed}/{number}", stage.value, tokens))
        number += 1_000_003


def vocabulary(held_out):
    return Words(open(os.path.join(HERE, "words.txt")).read(), held_out)


def folder_state(folder):
    """The weights of a folder that export.py wrote."""
    with open(os.path.join(folder, "model.safetensors"), "rb") as f:
        size = struct.unpack("<Q", f.read(8))[0]
        header, data = json.loads(f.read(size)), f.read()
    def get(name):
        a, b = header[name]["data_offsets"]
        return torch.frombuffer(bytearray(data[a:b]), dtype=torch.bfloat16).float().view(header[name]["shape"])
    state = {"e": get("model.embed_tokens.weight"), "u": get("lm_head.weight"), "n": get("model.norm.weight")}
    for i in range(LAYERS):
        of = lambda name: get(f"model.layers.{i}.{name}")
        here = {"n1": of("input_layernorm.weight"), "n2": of("post_attention_layernorm.weight"),
                "qkv": torch.cat([of(f"self_attn.{x}_proj.weight") for x in "qkv"]),
                "qkv_b": torch.cat([of(f"self_attn.{x}_proj.bias") for x in "qkv"]),
                "o": of("self_attn.o_proj.weight"), "o_b": of("self_attn.o_proj.bias"), "sinks": of("self_attn.sinks"),
                "r": of("mlp.router.weight"), "r_b": of("mlp.router.bias"),
                "w1": of("mlp.experts.gate_up_proj"), "b1": of("mlp.experts.gate_up_proj_bias"),
                "w2": of("mlp.experts.down_proj"), "b2": of("mlp.experts.down_proj_bias")}
        state.update({f"layers.{i}.{name}": value for name, value in here.items()})
    return state


def main():
    args = argparse.ArgumentParser()
    args.add_argument("ranks")
    args.add_argument("seconds", type=float)
    args.add_argument("--from", dest="start", help="a folder of export.py, or a checkpoint")
    args.add_argument("--out", default="/tmp/tiny.pt")
    args.add_argument("--rate", type=float, default=3e-3)
    args.add_argument("--easy", type=float, default=0.3, help="share of the time for policies of a few rules")
    args.add_argument("--sections", type=float, default=0.5, help="until this share of the time most policies have no answer part")
    args.add_argument("--tokens", type=int, default=3_000, help="of a batch")
    args.add_argument("--makers", type=int, default=max(1, (os.cpu_count() or 2) - 2))
    args.add_argument("--seed", type=int, default=1)
    a = args.parse_args()

    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(a.seed)
    m, probes = Tiny(), Probes()
    alone = 0  # steps in which new probes learn to read a trained model, before they may change it
    if a.start and os.path.isdir(a.start):
        m.load_state_dict(folder_state(a.start))
        alone = 200
    elif a.start:
        saved = torch.load(a.start)
        m.load_state_dict(saved["model"])
        probes.load_state_dict(saved["probes"])
    m, probes = m.to(device), probes.to(device)
    print("parameters", sum(p.numel() for p in m.parameters()), "on", device, flush=True)

    tables = [m.e, m.u]  # hardly moved: copying has to be learned as a map of codes, not token by token
    others = [p for p in m.parameters() if all(p is not x for x in tables)]
    groups = [{"params": others, "scale": 1.0, "first": alone}, {"params": tables, "scale": 0.03, "first": alone}, {"params": list(probes.parameters()), "scale": 1.0, "first": 0}]
    opt = torch.optim.AdamW(groups, lr=a.rate, betas=(0.9, 0.98), weight_decay=0.0)

    context = mp.get_context("spawn")
    made = context.Queue(3 * a.makers)
    stages = [context.Value("i", 0) for _ in range(a.makers)]
    workers = [context.Process(target=maker, args=(a.ranks, i, a.seed, stages[i], a.tokens, made), daemon=True) for i in range(a.makers)]
    for w in workers:
        w.start()
    move = lambda x: {k: torch.from_numpy(v).to(device) for k, v in x.items()}
    tok, unseen = Tokenizer(a.ranks), vocabulary(True)
    held = [move(examples.batch(tok, unseen, f"held out {i}", 2, a.tokens)) for i in range(max(1, 40_000 // a.tokens))]

    def save():
        torch.save({"model": {k: v.cpu() for k, v in m.state_dict().items()}, "probes": {k: v.cpu() for k, v in probes.state_dict().items()}}, a.out + ".part")
        os.replace(a.out + ".part", a.out)

    began, step, tokens, told = time.time(), 0, 0, time.time()
    mean, waited = None, 0.0
    while (x := (time.time() - began) / a.seconds) < 1:
        for i, stage in enumerate(stages):
            stage.value = (0 if i % 5 else 2) if x < a.easy else (1 if i % 3 else 2) if x < a.sections else 2
        for g in opt.param_groups:
            g["lr"] = g["scale"] * a.rate * min(1, max(0, step + 1 - g["first"]) / 50) * (0.02 + 0.98 * (1 - max(0.0, x - 0.1) / 0.9))
        t0 = time.time()
        batch = move(made.get())
        waited += time.time() - t0
        parts = losses(m, probes, batch)
        opt.zero_grad()
        sum(parts).backward()
        nn.utils.clip_grad_norm_(m.parameters(), 1.0)
        opt.step()
        step += 1
        tokens += batch["ids"].numel()
        now = torch.stack([p.detach() for p in parts])
        mean = now if mean is None else 0.95 * mean + 0.05 * now
        if time.time() - told > 15:
            told = time.time()
            losses_now = [f"{v:.3f}" for v in mean.tolist()]
            print(f"{told - began:.0f}s step {step}, {tokens / (told - began):.0f} tok/s, waited {waited:.0f}s, lm att probe flag {losses_now}, held out {exact(m, held)}", flush=True)
            save()
    save()
    print("held out", exact(m, held), "steps", step, "tokens", tokens, flush=True)
    for w in workers:
        w.terminate()


if __name__ == "__main__":
    main()
