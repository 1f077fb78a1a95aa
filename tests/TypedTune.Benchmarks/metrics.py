"""Metrics of a million rows beside scikit-learn's: the same rows, one thread each, in turns.

python3 tests/TypedTune.Benchmarks/metrics.py [rows]    # Debian: python3-sklearn; build TypedTune.Benchmarks in Release first
"""
import csv
import pathlib
import subprocess
import sys
import time

import numpy
import sklearn
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = 3
PROGRAM = pathlib.Path(__file__).parent / "bin/Release/net10.0/TypedTune.Benchmarks.dll"


def numbers(rows, labels):
    """The draws of the C# side, as a table of rows × (2 + labels)."""
    count, state, draws = rows * (2 + labels), 42, numpy.empty(rows * (2 + labels))
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        draws[i] = (state >> 11) / 9007199254740992.0
    table = draws.reshape(rows, 2 + labels)
    truth = (table[:, 0] * labels).astype(int)
    shares = table[:, 2:] + 0.5 * (truth[:, None] == numpy.arange(labels)) + 0.01
    return truth, shares / shares.sum(axis=1, keepdims=True), table[:, 1] + 0.5


def calls():
    two, five = numbers(ROWS, 2), numbers(ROWS, 5)
    for suffix, weights in (("", None), (", weighted", two[2])):
        yield f"ROC-AUC, 2 labels{suffix}", lambda w=weights: roc_auc_score(two[0], two[1][:, 1], sample_weight=w)
        yield f"average precision, 2 labels{suffix}", lambda w=weights: average_precision_score(two[0], two[1][:, 1], sample_weight=w)
        yield f"log loss, 2 labels{suffix}", lambda w=weights: log_loss(two[0], two[1], sample_weight=w)
    yield "ROC-AUC, 5 labels", lambda: roc_auc_score(five[0], five[1], multi_class="ovr")
    yield "log loss, 5 labels", lambda: log_loss(five[0], five[1])


def main():
    ours, theirs = {}, {}
    peers = list(calls())
    for _ in range(ROUNDS):
        lines = subprocess.run(["dotnet", PROGRAM, "metrics", str(ROWS)], check=True, capture_output=True, text=True).stdout
        for row in csv.DictReader(lines.splitlines()):
            ours.setdefault(row["metric"], []).append((float(row["seconds"]), float(row["score"])))
        for name, call in peers:
            for _ in range(3):
                start = time.perf_counter()
                score = call()
                theirs.setdefault(name, []).append((time.perf_counter() - start, score))
    print(f"| {ROWS:,} rows | TypedTune, ms | scikit-learn {sklearn.__version__}, ms | ÷ |\n|---|---|---|---|")
    for name, _ in peers:
        mine, other = min(ours[name]), min(theirs[name])
        assert abs(mine[1] - other[1]) < 1e-9, (name, mine, other)
        print(f"| {name} | {1000 * mine[0]:.1f} | {1000 * other[0]:.1f} | {other[0] / mine[0]:.1f}× |")


main()
