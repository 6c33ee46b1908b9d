"""The encoder that is trained: BERT as MiniLM-L6 has it, with a head that tells the part of each word, and a chain over them.

Devlin et al., BERT, NAACL 2019; Wang et al., MiniLM, NeurIPS 2020; Lafferty et al., Conditional Random Fields, ICML 2001.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

NEVER = -1e4


class Layer(nn.Module):
    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.asking, self.offering, self.telling = (nn.Linear(width, width) for _ in range(3))
        self.out, self.up, self.down = nn.Linear(width, width), nn.Linear(width, inner), nn.Linear(inner, width)
        self.after, self.last = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        each = (
            part(x).view(batch, length, self.heads, -1).transpose(1, 2)
            for part in (self.asking, self.offering, self.telling)
        )
        seen = functional.scaled_dot_product_attention(*each, attn_mask=mask)
        x = self.after(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, width))))
        return self.last(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces, `[batch, length]` with 0 as padding, to scores of the parts of each, `[batch, length, parts]`."""

    def __init__(
        self, parts: int, *, pieces: int = 30522, width: int = 384, layers: int = 6, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(pieces, width), nn.Embedding(512, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm, self.dropout = nn.LayerNorm(width, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, width * 4, 12, dropout) for _ in range(layers))
        self.head = nn.Linear(width, parts)

    def forward(self, ids: Tensor) -> Tensor:
        mask = (ids != 0)[:, None, None, :]
        places = self.places.weight[: ids.shape[1]]
        x = self.dropout(self.norm(self.pieces(ids) + places + self.kind))
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.dropout(x))

    def begin(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a published encoder, by the names that its file has."""
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            _take(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                at = f"encoder.layer.{number}."
                for part, name in (
                    (layer.asking, "attention.self.query"),
                    (layer.offering, "attention.self.key"),
                    (layer.telling, "attention.self.value"),
                    (layer.out, "attention.output.dense"),
                    (layer.after, "attention.output.LayerNorm"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.last, "output.LayerNorm"),
                ):
                    _take(part, weights, at + name)


def _take(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(weights[f"{name}.weight"])
    part.bias.copy_(weights[f"{name}.bias"])


class Chain(nn.Module):
    """How well one part follows another, learned; what cannot follow never does."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__()
        count = len(parts)
        self.follows, self.begins = nn.Parameter(torch.zeros(count, count)), nn.Parameter(torch.zeros(count))
        inside = [part.startswith("I-") for part in parts]
        never = torch.zeros(count, count)
        for before, part in enumerate(parts):
            for after, name in enumerate(parts):
                if inside[after] and part[2:] != name[2:]:
                    never[before, after] = NEVER
        self.register_buffer("never", never)
        self.register_buffer("never_first", torch.tensor([NEVER if each else 0.0 for each in inside]))

    def weights(self) -> tuple[Tensor, Tensor]:
        """Scores of the first part, and of `[before, after]`."""
        return self.begins + self.never_first, self.follows + self.never

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """The mean over words of the negative log likelihood; `scores [batch, words, parts]`, `gold` and `mask [batch, words]`."""
        first, follows = self.weights()
        told = scores.gather(2, gold[:, :, None])[:, :, 0] * mask
        steps = follows[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        right = told.sum() + steps.sum() + first[gold[:, 0]].sum()
        reached = first + scores[:, 0]
        for word in range(1, scores.shape[1]):
            onward = torch.logsumexp(reached[:, :, None] + follows, dim=1) + scores[:, word]
            reached = torch.where(mask[:, word, None] > 0, onward, reached)
        return (torch.logsumexp(reached, dim=1).sum() - right) / mask.sum()
