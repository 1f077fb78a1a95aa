#!/usr/bin/env python3
"""TypedTune's forests beside other libraries', each run in a process of its own, in turn.

usage: forests.py --data california-housing.csv [--matrix NAME ...] [--rounds N] [--peer NAME ...] [--timeout SECONDS]
       forests.py --submodels --data california-housing.csv [--rounds N]
       forests.py --quality --data california-housing.csv [--seeds N] [--set NAME ...]
       forests.py --growth [--rounds N] [--peer NAME ...]

Prints Markdown; what it does meanwhile goes to the standard error. Peers that are not installed are left out, and said so;
a run that fails or takes too long stands in the table as that. A process reads a matrix, fits and predicts a slice of 2,000
rows, which is not counted, then fits, and predicts five times, of which the shortest counts. Tiered compilation is off in
.NET's, so that no code is compiled
while the clock runs. Where others use the machine, processor time says more than the clock; LightGBM's threads are told not
to spin while they wait, or it takes ten times as long there. All are asked for 100 trees of unlimited depth, the same
features a split, two threads. ML.NET and LightGBM limit the leaves of a tree instead: see LEAVES in forest_runs.py. Memory is
resident: the peak of the process, and the peak while it fits less what it held before, the matrix and the library.

Needs a release build of tests/TypedTune.Benchmarks.Peers, Linux for the memory, python3-sklearn and python3-pandas; takes
r-cran-ranger if it is there.
"""
import argparse
import datetime
import functools
import itertools
import math
import sys
import tempfile
from pathlib import Path

try:
    import numpy as np
    import forest_matrices as matrices
    import forest_targets as targets
    from forest_runs import DEFAULT_PEERS, DOTNET, NAMES, PEERS, THREADS, command, in_turn, installed, machine, middle, note, ratios, run, times
except ModuleNotFoundError as missing:
    sys.exit(f"{sys.executable} has no module {missing.name}: install python3-sklearn and python3-pandas and start this with the Python that has them (Debian: /usr/bin/python3)")

show = functools.partial(print, flush=True)


def speed(arguments, folder):
    peers = installed(arguments.peer or DEFAULT_PEERS)
    for name in arguments.matrix:
        title, make, max_features, classes = matrices.MATRICES[name]
        note(title)
        X, X_test, y, y_test = make(arguments.data)
        train, test = matrices.write(folder / "train", X, y, classes), matrices.write(folder / "test", X_test, y_test, classes)
        del X, X_test
        lines = {peer: command(peer, train, test, max_features) for peer in peers if not (classes and peer.startswith("fastforest"))}
        results = in_turn(lines, arguments.rounds, arguments.timeout)
        ours = results["typedtune"]
        show(f"\n### {title[0].upper() + title[1:]}\n\n{max_features} features a split, {len(y_test):,} rows predicted; rounds: {arguments.rounds}\n")
        show(f"| | fit, s | fit ÷ TypedTune's | its processor time ÷ TypedTune's | predict, s | predict ÷ TypedTune's | its processor time ÷ TypedTune's | {'accuracy' if classes else 'RMSE'} | peak memory, MB | ÷ TypedTune's | the fit's own, MB | ÷ TypedTune's |")
        show("|---" * 12 + "|")
        for peer, runs in results.items():
            if isinstance(runs, str):
                show(f"| {NAMES[peer]} | {runs} |" + " |" * 10)
                continue
            ratio = {field: times(ratios(runs, ours, field)) if peer != "typedtune" else "1" for field in runs[0]}
            score = f"{middle(runs, 'score'):.4f}" if classes else f"{middle(runs, 'score'):,.5g}"
            cells = (f"{middle(runs, 'fit'):.3g}", ratio["fit"], ratio["processor"], f"{middle(runs, 'predict'):.3g}", ratio["predict"], ratio["predictProcessor"], score,
                     f"{middle(runs, 'peak'):,.0f}", ratio["peak"], f"{middle(runs, 'added'):,.0f}", ratio["added"])
            show(f"| {NAMES[peer]} | " + " | ".join(cells) + " |")
        rows = list(targets.rows(name, classes, results))
        if rows:
            show("\n".join([targets.HEAD, *rows]))


def submodels(arguments, folder):
    X, _, y, _ = matrices.districts(arguments.data, 42)
    train = matrices.write(folder / "train", X, y)
    options = [train, "--max-features", 6, "--threads", THREADS]
    line = ["dotnet", DOTNET, "submodels", *options]
    results = in_turn({"typedtune": line, "scikit-learn": [sys.executable, PEERS / "scikit-learn.py", "submodels", *options]}, arguments.rounds, arguments.timeout)
    theirs, ours = results["scikit-learn"], results["typedtune"]
    show("\n### Grid of 125 points (trees × depth × rows to split), 3 folds, the chapter's matrix\n")
    if isinstance(theirs, str):
        show(f"TypedTune: {middle(ours, 'seconds'):.3g} s. scikit-learn's GridSearchCV: {theirs}.")
        return
    a, b, another = (np.array(one["scores"]) for one in (theirs[0], ours[0], run([*line, "--seed", 2])))
    points = list(itertools.product([20, 40, 60, 80, 100], [4, 8, 12, 16, 20], [2, 5, 10, 20, 40]))
    best = lambda scores: "{} trees, depth {}, {} rows".format(*points[int(scores.argmin())])
    most = lambda one, other: f"{100 * np.abs(one / other - 1).max():.2f} %"
    ratio = {field: ratios(theirs, ours, field) for field in ("seconds", "processor")}
    show("| | s | ÷ TypedTune's | processor time ÷ TypedTune's | best point | its RMSE | RMSE at scikit-learn's best point |")
    show("|---" * 7 + "|")
    show(f"| scikit-learn, GridSearchCV | {middle(theirs, 'seconds'):.3g} | {times(ratio['seconds'])} | {times(ratio['processor'])} | {best(a)} | {a.min():,.0f} | {a.min():,.0f} |")
    for name, scores, took in (("TypedTune, one fit a fold", b, f"{middle(ours, 'seconds'):.3g} | 1 | 1"), ("TypedTune, another seed", another, "| |")):
        show(f"| {name} | {took} | {best(scores)} | {scores.min():,.0f} | {scores[a.argmin()]:,.0f} |")
    show(f"\nOver the 125 points the two systems differ by {most(a, b)} at most, TypedTune's two seeds by {most(another, b)}.")
    show("\n".join([targets.HEAD, targets.row("the grid, time", ratio["seconds"], *targets.SUBMODELS), targets.row("the grid, processor time", ratio["processor"], *targets.SUBMODELS)]))


def quality(arguments, folder):
    chapters = "the chapter's"
    sets = {chapters: None} | matrices.data_sets(arguments.data)
    peers = {"scikit-learn": "scikit-learn", "filled in": "typedtune", "as they are": "typedtune"}
    show(f"\n### Errors\n\nOn a quarter of the rows held back (the chapter's: a fifth), mean ± standard error over {arguments.seeds} splits and seeds; 100 trees; "
         "where numbers are missing or columns hold categories, both are given medians and a column for each category, then TypedTune the columns as they are\n")
    show("| | rows × columns | error | scikit-learn | TypedTune | TypedTune − scikit-learn, split by split | within a standard error of scikit-learn's, or better |")
    show("|---" * 7 + "|")
    spread = lambda values: np.std(values, ddof=1) / math.sqrt(len(values))
    for name in arguments.set or sets:
        forms = [form for form in peers if form != "as they are" or sets[name] is not None and sets[name].needs_filling]
        errors = {form: [] for form in forms}
        shapes = {}
        for seed, form in itertools.product(range(arguments.seeds), forms):
            levels = []
            if sets[name] is None:
                X, X_test, y, y_test = matrices.districts(arguments.data, seed)
                max_features, classes = 6, 0
            else:
                X, X_test, y, y_test = sets[name].split(seed)
                X, X_test = (matrices.as_is if form == "as they are" else matrices.filled_in)(X, X_test)
                levels = sets[name].levels if form == "as they are" else []
                max_features, classes = sets[name].max_features(X.shape[1]), sets[name].classes
            shapes[form] = f"{len(y) + len(y_test):,} × {X.shape[1]}"
            train, test = matrices.write(folder / "train", X, y, classes), matrices.write(folder / "test", X_test, y_test, classes)
            result = run(command(peers[form], train, test, max_features, seed=seed, levels=levels), arguments.timeout)
            if isinstance(result, str):
                sys.exit(f"{name}, {form}, seed {seed}: {NAMES[peers[form]]} {result}")
            errors[form].append(100 * (1 - result["score"]) if classes else result["score"])
        theirs = np.array(errors.pop("scikit-learn"))
        digits = 2 if classes else max(0, 3 - math.floor(math.log10(theirs.mean())))
        text = lambda values: f"{values.mean():,.{digits}f} ± {spread(values):,.{digits}f}"
        for form, ours in errors.items():
            ours = np.array(ours)
            is_equal = ours.mean() - theirs.mean() <= spread(theirs)
            label = name + (f", {form}" if len(errors) > 1 else "")
            show(f"| {label} | {shapes[form]} | {'% wrong' if classes else 'RMSE'} | {text(theirs)} | {text(ours)} | {text(ours - theirs)} | {'yes' if is_equal else '**no**'} |")


def growth(arguments, folder):
    peers = installed(arguments.peer or ["typedtune", "scikit-learn"])
    usual = {"rows": 20_000, "columns": 20, "trees": 50, "threads": THREADS}
    series = {"rows": [5_000, 10_000, 20_000, 40_000, 80_000], "columns": [5, 10, 20, 40, 80], "trees": [12, 25, 50, 100, 200], "threads": [1, 2]}
    show("\n### Growth\n\nTime to fit, s, and in brackets processor time: Friedman's first function, a third of the columns a split, the median of "
         f"{arguments.rounds}; where nothing else is said {usual['rows']:,} rows, {usual['columns']} columns, {usual['trees']} trees, {usual['threads']} threads\n")
    for name, values in series.items():
        lines = {}
        for value in values:
            case = usual | {name: value}
            X, y = matrices.friedman(case["rows"], case["columns"])
            train = matrices.write(folder / f"{name}-{value}", X, y)
            test = matrices.write(folder / f"{name}-{value}-test", X[:1000], y[:1000])
            options = train, test, max(1, case["columns"] // 3), case["trees"], case["threads"]
            lines |= {(peer, value): command(peer, *options) for peer in peers}
        results = in_turn(lines, arguments.rounds, arguments.timeout)
        cell = lambda runs: runs if isinstance(runs, str) else f"{middle(runs, 'fit'):.3g} ({middle(runs, 'processor'):.3g})"
        show(f"| {name} | " + " | ".join(f"{value:,}" for value in values) + " |")
        show("|---" * (len(values) + 1) + "|")
        for peer in peers:
            show(f"| {NAMES[peer]} | " + " | ".join(cell(results[peer, value]) for value in values) + " |")
        show("")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_mutually_exclusive_group()
    for mode in (submodels, quality, growth):
        modes.add_argument(f"--{mode.__name__}", dest="mode", action="store_const", const=mode)
    parser.add_argument("--data", help="the districts; all but --growth and the simulated matrices need them")
    parser.add_argument("--matrix", nargs="+", choices=matrices.MATRICES, default=["chapter", "regression", "classes"], help="default: all but the million rows, which take long")
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
    show(f"\n{datetime.date.today()}; {machine()}")
    with tempfile.TemporaryDirectory() as folder:
        (arguments.mode or speed)(arguments, Path(folder))


if __name__ == "__main__":
    main()
