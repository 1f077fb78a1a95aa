#!/usr/bin/env python3
"""TypedTune's forests beside other libraries', each run in a process of its own, in turn.

usage: forests.py --data california-housing.csv [--matrix NAME ...] [--rounds N] [--peer NAME ...] [--timeout SECONDS]
       forests.py --path --data california-housing.csv [--rounds N]
       forests.py --quality --data california-housing.csv [--seeds N] [--set NAME ...]
       forests.py --growth [--rounds N]

Prints Markdown; what it does meanwhile goes to the standard error. Peers that are not installed are left out, and said so.
A process reads a matrix, fits and predicts a slice of 2,000 rows, which is not counted, then fits and predicts, which is.
Tiered compilation is off in .NET's, so that no code is compiled while the clock runs. Where others use the machine, processor
time says more than the clock; LightGBM's threads are told not to spin while they wait, or it takes ten times as long there.
All are asked for 100 trees of unlimited depth, the same features a split, two threads. ML.NET and LightGBM limit the leaves
of a tree instead: see LEAVES. Needs a release build of tests/TypedTune.Benchmarks.Peers, python3-sklearn, python3-pandas.
"""
import argparse
import functools
import itertools
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split

import chapter

PEERS = Path(__file__).resolve().parents[1] / "TypedTune.Benchmarks.Peers"
DOTNET = PEERS / "bin/Release/net10.0/TypedTune.Benchmarks.Peers.dll"
THREADS = 2

# The most leaves of a tree, by peer: all that LightGBM allows; 1,000 of ML.NET's, since its time grows with the square of them.
LEAVES = {"lightgbm": 131072, "fastforest": 1000, "fastforest-10000": 10000}
NAMES = {
    "typedtune": "TypedTune",
    "scikit-learn": "scikit-learn",
    "ranger": "ranger",
    "lightgbm": "LightGBM, rf",
    "fastforest": "ML.NET FastForest, 1,000 leaves",
    "fastforest-10000": "ML.NET FastForest, 10,000 leaves",
}
DEFAULT_PEERS = [peer for peer in NAMES if peer != "fastforest-10000"]


def note(text):
    print(text, file=sys.stderr, flush=True)


def write(path, X, y, classes=0):
    """Three 32-bit integers (rows, columns, classes; 0 for a regression), the columns one after another, the target; little-endian."""
    with open(path, "wb") as file:
        np.array([*X.shape, classes], dtype="<i4").tofile(file)
        np.asarray(X, dtype="<f8").T.tofile(file)
        np.asarray(y, dtype="<f8").tofile(file)
    return path


@functools.lru_cache(maxsize=None)
def districts(data, seed):
    """The chapter's split, prepared as its pipeline does with 15 clusters."""
    train, test = chapter.split(data, seed)
    preprocessing = chapter.model(seed, 1).named_steps["preprocessing"].set_params(geo__n_clusters=15)
    X, y = train.drop(columns="median_house_value"), train["median_house_value"]
    return preprocessing.fit_transform(X), preprocessing.transform(test.drop(columns="median_house_value")), y.to_numpy(), test["median_house_value"].to_numpy()


def friedman(rows, columns, seed=1):
    """Friedman's first function of five columns, with noise; the other columns say nothing."""
    return datasets.make_friedman1(rows, columns, noise=1.0, random_state=seed)


def ten_classes(rows, columns):
    return datasets.make_classification(rows, columns, n_informative=15, n_redundant=10, n_classes=10, n_clusters_per_class=2, random_state=1)


def held_back(X, y, rows):
    return X[:-rows], X[-rows:], y[:-rows], y[-rows:]


# How a matrix is made, how many features a split chooses from, how many classes there are.
MATRICES = {
    "chapter": ("the chapter's, 16,512 × 29", lambda data: districts(data, 42), 6, 0),
    "regression": ("simulated regression, 100,000 × 50", lambda data: held_back(*friedman(120_000, 50), 20_000), 16, 0),
    "classes": ("simulated, ten classes, 100,000 × 50", lambda data: held_back(*ten_classes(120_000, 50), 20_000), 7, 10),
    "million": ("simulated regression, 1,000,000 × 20", lambda data: held_back(*friedman(1_050_000, 20), 50_000), 6, 0),
}


def is_installed(peer):
    if peer == "ranger":
        return shutil.which("Rscript") is not None and subprocess.run(["Rscript", "-e", "library(ranger)"], capture_output=True).returncode == 0
    return peer == "scikit-learn" or DOTNET.exists()


def command(peer, train, test, max_features, trees=100, threads=THREADS, seed=1):
    """The command that fits and predicts once."""
    if peer == "ranger":
        return ["Rscript", PEERS / "ranger.R", train, test, *map(str, (trees, max_features, threads, seed))]
    options = ["--trees", trees, "--max-features", max_features, "--threads", threads, "--seed", seed]
    if peer == "scikit-learn":
        line = [sys.executable, PEERS / "scikit-learn.py", "forest", train, test, *options]
    else:
        line = ["dotnet", DOTNET, "forest", peer.split("-")[0], train, test, *options, "--leaves", LEAVES.get(peer, 0)]
    return [str(part) for part in line]


def run(line, timeout=None):
    """The JSON that a process prints; nothing if it takes too long."""
    try:
        line = [str(part) for part in line]
        done = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True, timeout=timeout, env=os.environ | {"OMP_WAIT_POLICY": "passive"})
        return json.loads(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        return None


def in_turn(lines, rounds, timeout=None):
    """Runs the commands in turn, round after round; one that takes too long is not tried again."""
    results = {name: [] for name in lines}
    for _, name in itertools.product(range(rounds), lines):
        if results[name] is None:
            continue
        result = run(lines[name], timeout)
        note(f"  {name}: {result or f'no result in {timeout} s'}")
        results[name] = results[name] + [result] if result else None
    return results


def times(numerators, denominators):
    """The ratios of runs in the same round: median, least and most."""
    ratios = [one / other for one, other in zip(numerators, denominators)]
    middle = f"{statistics.median(ratios):.3g}×"
    return middle if len(ratios) == 1 else f"{middle} ({min(ratios):.3g}–{max(ratios):.3g})"


def speed(arguments, folder):
    peers = [peer for peer in arguments.peer or DEFAULT_PEERS if is_installed(peer) or note(f"{peer} is not installed and left out")]
    for name in arguments.matrix:
        title, make, max_features, classes = MATRICES[name]
        note(title)
        X, X_test, y, y_test = make(arguments.data)
        train, test = write(folder / "train", X, y, classes), write(folder / "test", X_test, y_test, classes)
        del X, X_test
        lines = {peer: command(peer, train, test, max_features) for peer in peers if not (classes and peer.startswith("fastforest"))}
        results = in_turn(lines, arguments.rounds, arguments.timeout)
        ours = results["typedtune"]
        column = lambda runs, field: [one[field] for one in runs]
        print(f"\n{title[0].upper() + title[1:]}; {max_features} features a split, {len(y_test):,} rows predicted; {arguments.rounds} rounds\n")
        print(f"| | fit, s | fit ÷ TypedTune's | its processor time ÷ TypedTune's | predict, s | predict ÷ TypedTune's | {'accuracy' if classes else 'RMSE'} | peak memory, MB | ÷ TypedTune's | the fit's own ÷ TypedTune's |")
        print("|---|---|---|---|---|---|---|---|---|---|")
        for peer, runs in results.items():
            if runs is None:
                print(f"| {NAMES[peer]} | no result in {arguments.timeout} s | | | | | | | | |")
                continue
            middle = {field: statistics.median(column(runs, field)) for field in runs[0]}
            ratio = {field: times(column(runs, field), column(ours, field)) if peer != "typedtune" else "1" for field in runs[0]}
            score = f"{middle['score']:.4f}" if classes else f"{middle['score']:,.5g}"
            print(f"| {NAMES[peer]} | {middle['fit']:.3g} | {ratio['fit']} | {ratio['processor']} | {middle['predict']:.3g} | {ratio['predict']} | {score} | {middle['peak']:,.0f} | {ratio['peak']} | {ratio['added']} |", flush=True)


def path(arguments, folder):
    X, _, y, _ = districts(arguments.data, 42)
    train = write(folder / "train", X, y)
    options = [train, "--max-features", 6, "--threads", THREADS]
    results = in_turn(
        {"scikit-learn": [sys.executable, PEERS / "scikit-learn.py", "path", *options], "typedtune": ["dotnet", DOTNET, "path", *options]},
        arguments.rounds,
    )
    theirs, ours = results["scikit-learn"], results["typedtune"]
    another = np.array(run(["dotnet", DOTNET, "path", *options, "--seed", 2])["scores"])
    a, b = np.array(theirs[0]["scores"]), np.array(ours[0]["scores"])
    points = list(itertools.product([20, 40, 60, 80, 100], [4, 8, 12, 16, 20], [2, 5, 10, 20, 40]))
    show = lambda scores: "{} trees, depth {}, {} rows".format(*points[int(scores.argmin())])
    most = lambda one, other: f"{100 * np.abs(one / other - 1).max():.2f} %"
    seconds = lambda runs: [one["seconds"] for one in runs]
    print("\nGrid of 125 points (trees × depth × rows to split), 3 folds, the chapter's matrix\n")
    print("| | s | ÷ TypedTune's | best point | its RMSE | RMSE at scikit-learn's best point |")
    print("|---|---|---|---|---|---|")
    print(f"| scikit-learn, GridSearchCV | {statistics.median(seconds(theirs)):.3g} | {times(seconds(theirs), seconds(ours))} | {show(a)} | {a.min():,.0f} | {a.min():,.0f} |")
    for name, scores, took in (("TypedTune, a path a fold", b, f"{statistics.median(seconds(ours)):.3g}"), ("TypedTune, another seed", another, "")):
        print(f"| {name} | {took} | {'1' if took else ''} | {show(scores)} | {scores.min():,.0f} | {scores[a.argmin()]:,.0f} |")
    print(f"\nOver the 125 points the two systems differ by {most(a, b)} at most, TypedTune's two seeds by {most(another, b)}.")


def interactions(seed=3):
    """Two classes by the sign of a sum of products of pairs, 5 % of them wrong; six columns say something, 24 nothing."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(4000, 30))
    y = (X[:, 0] * X[:, 1] + X[:, 2] * X[:, 3] + X[:, 4] * X[:, 5] > 0).astype(int)
    return X, np.where(random.random(len(y)) < 0.05, 1 - y, y)


def quality(arguments, folder):
    tables = {
        "breast cancer": datasets.load_breast_cancer(return_X_y=True),
        "digits": datasets.load_digits(return_X_y=True),
        "wine": datasets.load_wine(return_X_y=True),
        "products of pairs": interactions(),
        "diabetes": datasets.load_diabetes(return_X_y=True),
        "Friedman's first": friedman(4000, 30),
    }
    print("\nErrors on a quarter of the rows held back (the chapter's: a fifth), "
          f"mean ± standard error over {arguments.seeds} splits and seeds; 100 trees\n")
    print("| | rows × columns | error | scikit-learn | TypedTune | TypedTune − scikit-learn, split by split | within a standard error of scikit-learn's, or better |")
    print("|---|---|---|---|---|---|---|")
    spread = lambda values: np.std(values, ddof=1) / math.sqrt(len(values))
    for name in [name for name in ["the chapter's", *tables] if not arguments.set or name in arguments.set]:
        errors = {"scikit-learn": [], "typedtune": []}
        for seed in range(arguments.seeds):
            if name in tables:
                X, y = tables[name]
                classes = len(set(y)) if y.dtype.kind == "i" else 0
                split = train_test_split(X, y, test_size=0.25, stratify=y if classes else None, random_state=seed)
                max_features = max(1, int(math.sqrt(X.shape[1]) if classes else X.shape[1] / 3))
            else:
                split, max_features, classes = districts(arguments.data, seed), 6, 0
            train, test = write(folder / "train", split[0], split[2], classes), write(folder / "test", split[1], split[3], classes)
            for peer in errors:
                score = run(command(peer, train, test, max_features, seed=seed))["score"]
                errors[peer].append(100 * (1 - score) if classes else score)
        theirs, ours = np.array(errors["scikit-learn"]), np.array(errors["typedtune"])
        is_equal = ours.mean() - theirs.mean() <= spread(theirs)
        digits = max(0, 3 - math.floor(math.log10(theirs.mean())))
        show = lambda values: f"{values.mean():,.{digits}f} ± {spread(values):,.{digits}f}"
        rows = len(split[2]) + len(split[3])
        print(f"| {name} | {rows:,} × {split[0].shape[1]} | {'% wrong' if classes else 'RMSE'} | {show(theirs)} | {show(ours)} | {show(ours - theirs)} | {'yes' if is_equal else 'no'} |", flush=True)


def growth(arguments, folder):
    print("\nTypedTune's time to fit, s: Friedman's first function, a third of the columns a split, the median of "
          f"{arguments.rounds}; where nothing else is said 50,000 rows, 20 columns, 100 trees, 2 threads\n")
    series = {"rows": [12_500, 25_000, 50_000, 100_000, 200_000], "columns": [5, 10, 20, 40, 80], "trees": [25, 50, 100, 200, 400], "threads": [1, 2]}
    for name, values in series.items():
        lines = {}
        for value in values:
            case = {"rows": 50_000, "columns": 20, "trees": 100, "threads": 2} | {name: value}
            X, y = friedman(case["rows"], case["columns"])
            train = write(folder / f"{name}-{value}", X, y)
            test = write(folder / f"{name}-{value}-test", X[:1000], y[:1000])
            lines[value] = command("typedtune", train, test, max(1, case["columns"] // 3), case["trees"], case["threads"])
        results = in_turn(lines, arguments.rounds)
        fits = [statistics.median(one["fit"] for one in results[value]) for value in values]
        print(f"| {name} | " + " | ".join(f"{value:,}" for value in values) + " |")
        print("|---" * (len(values) + 1) + "|")
        print("| fit, s | " + " | ".join(f"{fit:.3g}" for fit in fits) + " |\n", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_mutually_exclusive_group()
    for mode in (path, quality, growth):
        modes.add_argument(f"--{mode.__name__}", dest="mode", action="store_const", const=mode)
    parser.add_argument("--data", help="the districts; all but --growth and the simulated matrices need them")
    parser.add_argument("--matrix", nargs="+", choices=MATRICES, default=["chapter", "regression", "classes"], help="default: all but the million rows, which take long")
    parser.add_argument("--peer", nargs="+", choices=NAMES, help="TypedTune is always among them; default: all but ML.NET's with 10,000 leaves, which take long")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seeds", type=int, default=10, help="of --quality")
    parser.add_argument("--set", nargs="+", help="the data sets of --quality by their names in its table; default: all")
    parser.add_argument("--timeout", type=float, default=1800, help="seconds that a run may take")
    arguments = parser.parse_args()
    if arguments.data is None and arguments.mode is not growth and (arguments.mode or "chapter" in arguments.matrix):
        parser.error("--data is needed")
    if arguments.peer:
        arguments.peer = ["typedtune", *(peer for peer in arguments.peer if peer != "typedtune")]
    if not DOTNET.exists():
        sys.exit("First: dotnet build -c Release tests/TypedTune.Benchmarks.Peers")
    with tempfile.TemporaryDirectory() as folder:
        (arguments.mode or speed)(arguments, Path(folder))


if __name__ == "__main__":
    main()
