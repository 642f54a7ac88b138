"""Writes a checkpoint as a folder in Hugging Face's format: python3 export.py CHECKPOINT FOLDER"""
import json
import os
import struct
import sys

import torch

import model as M


def tensors(state):
    ids = torch.arange(M.VOCAB)
    buckets = torch.stack([ids // M.N, M.HIGH + ids % M.N], 1).int()
    yield "model.embed_tokens.weight", state["e"]
    yield "model.embed_tokens.buckets", buckets
    yield "lm_head.weight", state["u"]
    yield "lm_head.buckets", buckets
    yield "model.norm.weight", state["n"]
    q, kv = M.HEADS * M.HD, M.KV * M.HD
    for i in range(M.LAYERS):
        at = lambda name: state[f"layers.{i}.{name}"]
        to = f"model.layers.{i}."
        yield to + "input_layernorm.weight", at("n1")
        yield to + "post_attention_layernorm.weight", at("n2")
        for name, rows in (("q", slice(0, q)), ("k", slice(q, q + kv)), ("v", slice(q + kv, q + 2 * kv))):
            yield to + f"self_attn.{name}_proj.weight", at("qkv")[rows]
            yield to + f"self_attn.{name}_proj.bias", at("qkv_b")[rows]
        yield to + "self_attn.o_proj.weight", at("o")
        yield to + "self_attn.o_proj.bias", at("o_b")
        yield to + "self_attn.sinks", at("sinks")
        yield to + "mlp.router.weight", at("r")
        yield to + "mlp.router.bias", at("r_b")
        yield to + "mlp.experts.gate_up_proj", at("w1")
        yield to + "mlp.experts.gate_up_proj_bias", at("b1")
        yield to + "mlp.experts.down_proj", at("w2")
        yield to + "mlp.experts.down_proj_bias", at("b2")


CONFIG = {
    "architectures": ["GptOssForCausalLM"],
    "model_type": "gpt_oss",
    "precept_note": "A test model on synthetic policies. It judges nothing real.",
    "vocab_size": M.VOCAB,
    "hidden_size": M.D,
    "intermediate_size": M.FF,
    "num_hidden_layers": M.LAYERS,
    "num_attention_heads": M.HEADS,
    "num_key_value_heads": M.KV,
    "head_dim": M.HD,
    "num_local_experts": M.EXPERTS,
    "num_experts_per_tok": M.TOP,
    "sliding_window": M.WINDOW,
    "layer_types": ["full_attention" if i % 2 else "sliding_attention" for i in range(M.LAYERS)],
    "max_position_embeddings": 4096,
    "rms_norm_eps": 1e-5,
    "rope_theta": M.THETA,
    "rope_scaling": {"rope_type": "yarn", "factor": 1.0, "beta_fast": 32.0, "beta_slow": 1.0,
                     "original_max_position_embeddings": 4096, "truncate": False},
    "swiglu_limit": 7.0,
    "attention_bias": True,
    "tie_word_embeddings": False,
    "torch_dtype": "bfloat16",
}


def main(checkpoint, folder):
    state = torch.load(checkpoint)["model"]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "config.json"), "w") as out:
        json.dump(CONFIG, out, indent=1)
        out.write("\n")
    header, blobs, at = {"__metadata__": {"format": "pt"}}, [], 0
    for name, t in tensors(state):
        whole = t.dtype == torch.int32
        raw = (t.contiguous() if whole else t.detach().bfloat16().contiguous().view(torch.int16)).numpy().tobytes()
        header[name] = {"dtype": "I32" if whole else "BF16", "shape": list(t.shape), "data_offsets": [at, at + len(raw)]}
        blobs.append(raw)
        at += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(folder, "model.safetensors"), "wb") as out:
        out.write(struct.pack("<Q", len(text)))
        out.write(text)
        for raw in blobs:
            out.write(raw)
    print(at, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
