"""Make the model that ships of a checkpoint: python -m training.reading.export OUT FOLDER

OUT holds `tagger.pt` and `linker.json`; FOLDER gets the model in whole numbers of seven bits, its vocabulary, steps and weights.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from torch.nn import functional

from homeward.reading.core.parts import PARTS
from training.reading.encoder import Chain, Encoder
from training.reading.tagger import _base

FLOAT = 1
"""The type of a tensor in ONNX that is not told otherwise: what is put together out of known steps has lost its own."""


class OneWindow(nn.Module):
    """The encoder as it runs at a desk: one window at a time, nothing padded, its steps spelled so that they are put together."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        of = self.encoder
        x = of.norm(of.pieces(ids) + of.places.weight[: ids.shape[1]] + of.kind)
        for layer in of.layers:
            batch, length, width = x.shape
            size = width // layer.heads
            asking, offering, telling = (
                part(x).reshape(batch, length, layer.heads, size).transpose(1, 2)
                for part in (layer.asking, layer.offering, layer.telling)
            )
            seen = torch.softmax(asking @ offering.transpose(-1, -2) / size**0.5, -1) @ telling
            x = layer.after(x + layer.out(seen.transpose(1, 2).reshape(batch, length, width)))
            x = layer.last(x + layer.down(functional.gelu(layer.up(x))))
        return of.head(x)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    state = torch.load(given.out / "tagger.pt", weights_only=False)
    encoder, chain = Encoder(len(PARTS)), Chain(PARTS)
    encoder.load_state_dict(state["encoder"])
    chain.load_state_dict(state["chain"])
    encoder.eval()
    given.folder.mkdir(parents=True, exist_ok=True)
    _write(encoder, given.folder / "tagger.onnx")
    first, follows = (weight.detach().numpy().round(3).tolist() for weight in chain.weights())
    (given.folder / "steps.json").write_text(json.dumps({"first": first, "follows": follows}) + "\n", encoding="utf-8")
    shutil.copyfile(given.out / "linker.json", given.folder / "linker.json")
    shutil.copyfile(_base() / "vocab.txt", given.folder / "vocab.txt")
    print(f"{(given.folder / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


def _write(encoder: Encoder, file: Path) -> None:
    """Steps that belong together become one (attention, norms), then weights become whole numbers, a scale for each column.

    Seven bits, not eight: processors without VNNI add pairs of products in sixteen bits, which eight overflow, so that
    the same text would be read otherwise there (onnxruntime, "Quantize ONNX models", U8S8 on AVX2).
    """
    with tempfile.TemporaryDirectory() as folder:
        whole, together = Path(folder) / "whole.onnx", Path(folder) / "together.onnx"
        torch.onnx.export(
            OneWindow(encoder),
            (torch.randint(1000, 2000, (1, 64)),),
            whole,
            input_names=["ids"],
            output_names=["scores"],
            dynamic_axes={"ids": {1: "pieces"}, "scores": {1: "pieces"}},
            dynamo=False,
        )
        heads = encoder.layers[0].heads
        made = optimize_model(str(whole), "bert", num_heads=heads, hidden_size=encoder.pieces.weight.shape[1])
        made.save_model_to_file(str(together))
        quantize_dynamic(
            together,
            file,
            op_types_to_quantize=["MatMul", "Gather", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": FLOAT},
        )


if __name__ == "__main__":
    main()
