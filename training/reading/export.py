"""Make the model that ships of a checkpoint: python -m training.reading.export OUT FOLDER

OUT holds `tagger.pt` and `linker.json`; FOLDER gets the model in whole numbers of eight bits, its vocabulary, steps and weights.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from homeward.reading.core.parts import PARTS
from training.reading.encoder import Chain, Encoder
from training.reading.tagger import _base


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
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            encoder,
            (torch.randint(1000, 2000, (1, 64)),),
            whole,
            input_names=["ids"],
            output_names=["scores"],
            dynamic_axes={"ids": {0: "texts", 1: "pieces"}, "scores": {0: "texts", 1: "pieces"}},
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            given.folder / "tagger.onnx",
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
    first, follows = (weight.detach().numpy().round(3).tolist() for weight in chain.weights())
    (given.folder / "steps.json").write_text(json.dumps({"first": first, "follows": follows}) + "\n", encoding="utf-8")
    shutil.copyfile(given.out / "linker.json", given.folder / "linker.json")
    shutil.copyfile(_base() / "vocab.txt", given.folder / "vocab.txt")
    print(f"{(given.folder / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
