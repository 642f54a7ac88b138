"""gpt-oss at a tiny size: RMSNorm, RoPE, grouped queries with sinks and biases, every other layer with a window, top-k
experts with the clamped SwiGLU, an unembedding of its own. An id is the pair (id // 449, id % 449): two vectors are summed."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

VOCAB, N = 201088, 449
HIGH = VOCAB // N + 1
D, LAYERS, HEADS, KV, HD, EXPERTS, TOP, FF, WINDOW, THETA = 224, 6, 4, 2, 64, 4, 2, 32, 128, 1e12
CODE = 48


def norm(x, w):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * w


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        p = lambda *shape, std: nn.Parameter(torch.randn(*shape) * std)
        self.n1, self.n2 = nn.Parameter(torch.ones(D)), nn.Parameter(torch.ones(D))
        self.qkv, self.qkv_b = p((HEADS + 2 * KV) * HD, D, std=1 / math.sqrt(D)), nn.Parameter(torch.zeros((HEADS + 2 * KV) * HD))
        self.o, self.o_b = p(D, HEADS * HD, std=0.5 / math.sqrt(HEADS * HD)), nn.Parameter(torch.zeros(D))
        self.sinks = nn.Parameter(torch.zeros(HEADS))
        self.r, self.r_b = p(EXPERTS, D, std=1 / math.sqrt(D)), nn.Parameter(torch.zeros(EXPERTS))
        self.w1, self.b1 = p(EXPERTS, D, 2 * FF, std=1 / math.sqrt(D)), nn.Parameter(torch.zeros(EXPERTS, 2 * FF))
        self.w2, self.b2 = p(EXPERTS, FF, D, std=0.1 / math.sqrt(FF)), nn.Parameter(torch.zeros(EXPERTS, D))

    def forward(self, x, cos, sin, mask):
        b, t, _ = x.shape
        q, k, v = F.linear(norm(x, self.n1), self.qkv, self.qkv_b).split([HEADS * HD, KV * HD, KV * HD], -1)
        q = rotate(q.view(b, t, HEADS, HD).transpose(1, 2), cos, sin)
        k = rotate(k.view(b, t, KV, HD).transpose(1, 2), cos, sin)
        v = v.view(b, t, KV, HD).transpose(1, 2)
        g = HEADS // KV
        k, v = F.pad(k, (0, 0, 0, 1)), F.pad(v, (0, 0, 0, 1))  # the last column is the sink
        s = ((q / math.sqrt(HD)).reshape(b, KV, g * t, HD) @ k.transpose(-1, -2)).view(b, HEADS, t, t + 1)
        s += mask
        a = (s + F.pad(self.sinks.view(1, HEADS, 1, 1), (t, 0))).softmax(-1)
        y = (a.view(b, KV, g * t, t + 1) @ v).view(b, HEADS, t, HD).transpose(1, 2).reshape(b, t, -1)
        x = x + F.linear(y, self.o, self.o_b)
        h = norm(x, self.n2).view(-1, D)
        gates = F.linear(h, self.r, self.r_b)
        best, at = gates.topk(TOP, -1)
        w = torch.zeros_like(gates).scatter(-1, at, best.softmax(-1))
        z = h @ self.w1.transpose(0, 1).reshape(D, -1)
        z = z.view(-1, EXPERTS, FF, 2) + self.b1.view(EXPERTS, FF, 2)
        gate, up = z[..., 0].clamp(max=7.0), z[..., 1].clamp(-7.0, 7.0)
        y = gate * torch.sigmoid(1.702 * gate) * (up + 1) * w[..., None]
        return x + (y.reshape(-1, EXPERTS * FF) @ self.w2.reshape(-1, D) + w @ self.b2).view(b, t, D), a


class Tiny(nn.Module):
    def __init__(self):
        super().__init__()
        code = torch.zeros(HIGH + N, D)
        code[:HIGH, : CODE // 2] = torch.randn(HIGH, CODE // 2)
        code[HIGH:, CODE // 2 : CODE] = torch.randn(N, CODE // 2)
        code[:, :CODE] = F.normalize(code[:, :CODE], dim=-1) * math.sqrt(CODE)
        self.e = nn.Parameter(code)
        self.u = nn.Parameter(torch.roll(code, 3 * CODE, 1) * 0.2)
        self.n = nn.Parameter(torch.ones(D))
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.seed()

    @torch.no_grad()
    def seed(self):
        """A start near what the task needs; training does the rest. The residual stream is laid out in slots of codes:
        own token, token before, second before, output. Heads of layer 0 find the tokens before; layers 2 to 5 start with
        values that carry codes whole from slot to slot; layer 3 compares own codes with the code before a policy's token."""
        own, one_back, two_back, out = (slice(i * CODE, (i + 1) * CODE) for i in range(4))
        extra = 4 * CODE
        f = THETA ** (-torch.arange(HD // 2) / (HD // 2))
        orth = lambda rows: torch.linalg.qr(torch.randn(CODE, CODE))[0][:rows]
        for n in (0, 2, 3, 4, 5):
            self.layers[n].qkv[(HEADS + KV) * HD :] *= 0.1
            self.layers[n].o *= 0.1
        value = lambda n, g: self.layers[n].qkv[(HEADS + KV + g) * HD : (HEADS + KV + g + 1) * HD]
        output = lambda n, h: self.layers[n].o[:, h * HD : (h + 1) * HD]

        it = self.layers[0]
        it.qkv[: (HEADS + KV) * HD] *= 0.05
        for h in range(HEADS):
            for i in range(6):
                angle = f[i] * (h + 1)  # q at p meets k at p - (h + 1)
                it.qkv_b[h * HD + i], it.qkv_b[h * HD + i + HD // 2] = 11 * math.cos(angle), -11 * math.sin(angle)
        for g in range(KV):
            it.qkv_b[(HEADS + g) * HD : (HEADS + g) * HD + 6] = 11
            for n in (0, 2):
                value(n, g)[:CODE, own] += torch.eye(CODE)
        output(0, 0)[one_back, :CODE] += torch.eye(CODE)
        output(0, 1)[two_back, :CODE] += torch.eye(CODE)
        for h in (2, 3):
            output(0, h)[out.stop - 12 : out.stop, :CODE] += torch.randn(12, CODE) / math.sqrt(CODE) / 2

        first, second, third = orth(36), orth(20), orth(8)  # shorter codes of a term's first token and of ids' later ones
        output(2, 0)[own, :CODE] += torch.eye(CODE)
        output(2, 1)[extra : extra + 20, :CODE] += second
        output(2, 2)[extra + 20 : extra + 28, :CODE] += third
        output(2, 3)[out.start : out.start + 36, :CODE] += first
        value(3, 0)[:CODE, own] += torch.eye(CODE)
        value(3, 1)[:36, out.start : out.start + 36] += torch.eye(36)
        value(3, 1)[36:64, extra : extra + 28] += torch.eye(28)
        output(3, 0)[two_back, :CODE] += 2 * torch.eye(CODE)
        output(3, 1)[out, :CODE] += 1.5 * torch.eye(CODE)
        output(3, 2)[one_back.start : one_back.start + 36, :36] += 2 * torch.eye(36)
        output(3, 2)[extra : extra + 28, 36:64] += 1.5 * torch.eye(28)
        value(4, 0)[:CODE, two_back] += torch.eye(CODE)
        value(4, 1)[:28, extra : extra + 28] += torch.eye(28)
        output(4, 0)[out, :CODE] += 1.5 * torch.eye(CODE)
        output(4, 2)[out, :20] += 2 * second.T
        output(4, 3)[out, 20:28] += 2 * third.T
        value(5, 0)[:36, one_back.start : one_back.start + 36] += torch.eye(36)
        output(5, 0)[out, :36] += 1.5 * first.T

        free = list(range(9, HD // 2)) + list(range(HD // 2 + 9, HD))  # dimensions that turn too slowly to matter
        turns = orth(len(free)), orth(len(free))
        it = self.layers[3]
        it.qkv[: (HEADS + KV) * HD] *= 0.1
        for h in range(HEADS + KV):
            rows = torch.tensor(free) + h * HD
            it.qkv[rows, own if h < HEADS else one_back] += 1.3 * turns[0]
            it.qkv[rows, one_back if h < HEADS else two_back] += 0.8 * turns[1]
        for n in (2, 4):
            for h in range(HEADS + KV):
                self.layers[n].qkv_b[h * HD + 3 : h * HD + 6] += 4

    def forward(self, ids, position, mask_full, mask_window):
        f = THETA ** (-torch.arange(HD // 2, device=ids.device) / (HD // 2))
        angle = position[..., None].float() * f
        cos, sin = angle.cos()[:, None], angle.sin()[:, None]
        x = self.e[ids // N] + self.e[HIGH + ids % N]
        states, attentions = [], []
        for i, layer in enumerate(self.layers):
            x, a = layer(x, cos, sin, mask_window if i % 2 == 0 else mask_full)
            states.append(x)
            attentions.append(a)
        return norm(x, self.n), states, attentions

    def scores(self, h):
        return h @ self.u[:HIGH].T, h @ self.u[HIGH:].T


def masks(position, segment):
    """Segments after 0 see segment 0 and themselves: several contents share one policy."""
    t = position.shape[1]
    i = torch.arange(t, device=position.device)
    seen = (i[None, :] <= i[:, None])[None] & ((segment[:, None, :] == 0) | (segment[:, None, :] == segment[:, :, None]))
    near = seen & (position[:, :, None] - position[:, None, :] < WINDOW)
    big = lambda m: F.pad(torch.zeros(m.shape, device=m.device).masked_fill(~m, -1e9), (0, 1))[:, None]
    return big(seen), big(near)


def ids_loss(scores, target, weight=None):
    loss = F.cross_entropy(scores[0], target // N, reduction="none") + F.cross_entropy(scores[1], target % N, reduction="none")
    return loss.mean() if weight is None else (loss * weight).sum() / weight.sum()
