#!/usr/bin/env python3
"""The chapter's searches, TypedTune's beside scikit-learn's: the same rows, folds and candidates, on the same cores, in turn.

usage: engine.py --chapter grid --data california-housing.csv [--rounds N] [--value-tolerance T] [--similarity-scale S]
       engine.py --chapter random --data california-housing.csv [--rounds N] [--value-tolerance T] [--similarity-scale S]
       engine.py --naive --data california-housing.csv [--rounds N]

--chapter grid: the candidates of the chapter's two grids. --chapter random: the ten that its randomized search draws from seed
42. Both search with the sample's model on chapter.py's split. A search is timed from its making to the end of the fit of its
winner on all rows, and is its process's first: what is compiled meanwhile counts. TypedTune's is run as a native build, as
scikit-learn's trees are one, and also compiled at run time. The processor time is that of the whole process, and so has starting
it and reading the files in it. --value-tolerance: TypedTune's; 1e-7, the default here, takes the same values for equal as
scikit-learn, which has no choice; 0 is TypedTune's own default and tells all apart. --similarity-scale: what scikit-learn's
similarities are multiplied by, so that it tells all apart as well; see chapter.py. --naive: the grid as one search beside each
of its candidates alone, in one process.

Prints Markdown; what it does meanwhile goes to the standard error. Needs tests/TypedTune.Benchmarks.Searches, built and
published, python3-sklearn and python3-pandas.
"""
import argparse
import datetime
import functools
import json
import resource
import sys
import tempfile
from pathlib import Path

try:
    import chapter
    import engine_targets as targets
    from forest_runs import THREADS, column, in_turn, machine, middle, output, ratios, run, times
except ModuleNotFoundError as missing:
    sys.exit(f"{sys.executable} has no module {missing.name}: install python3-sklearn and python3-pandas and start this with the Python that has them (Debian: /usr/bin/python3)")

SEED = 42
CHAPTER = Path(__file__).with_name("chapter.py")
SEARCHES = Path(__file__).resolve().parents[1] / "TypedTune.Benchmarks.Searches"
AT_RUN_TIME = SEARCHES / "bin/Release/net10.0/TypedTune.Benchmarks.Searches.dll"
NATIVE = next(SEARCHES.glob("bin/Release/net10.0/*/publish/TypedTune.Benchmarks.Searches"), None)
NAMES = {"typedtune": "TypedTune, native", "at run time": "TypedTune, compiled at run time", "scikit-learn": "scikit-learn"}

FIELDS = {"by the clock": "seconds", "processor time": "processor"}

show = functools.partial(print, flush=True)


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def report(line, timeout=None):
    """What a search wrote to the file that ends its command, or printed, with the processor time of its process; as a string, why there is nothing."""
    before = processor_time()
    text, failure = output(line, timeout)
    if failure:
        return failure
    processor = processor_time() - before
    result = json.loads(Path(line[-1]).read_text() if "--json" in line else text.splitlines()[-1])
    return {field: result[field] for field in ("seconds", "cvRmse", "testRmse", "trials")} | {"processor": processor}


def candidates(mode):
    clusters, features = zip(*chapter.candidates(mode, SEED))
    return ["--clusters", *clusters, "--features", *features]


def split(arguments, folder):
    """The files of chapter.py's own split."""
    paths = folder / "train.csv", folder / "test.csv"
    for rows, path in zip(chapter.split(arguments.data, SEED), paths):
        rows.to_csv(path, index=False)
    return paths


def searches(arguments, folder):
    mode = arguments.chapter
    train, test = split(arguments, folder)
    ours = ["chapter", train, test, *candidates(mode), "--seed", SEED, "--threads", THREADS, "--value-tolerance", arguments.value_tolerance]
    theirs = [CHAPTER, mode, arguments.data, "--train", train, "--test", test, "--jobs", THREADS, "--seed", SEED, "--similarity-scale", arguments.similarity_scale]
    lines = {"typedtune": [NATIVE, *ours], "at run time": ["dotnet", AT_RUN_TIME, *ours], "scikit-learn": [sys.executable, *theirs, "--json", folder / "scikit-learn.json"]}
    results = in_turn(lines, arguments.rounds, arguments.timeout, report)
    for name, runs in results.items():
        if isinstance(runs, str):
            sys.exit(f"{NAMES[name]}: {runs}; there is nothing to compare with")
    theirs = results["scikit-learn"]
    scaled = f", scikit-learn's similarities × {arguments.similarity_scale:g}" if arguments.similarity_scale != 1 else ""
    scaled += f", values within {arguments.value_tolerance:g} equal to TypedTune"
    show(f"\n### The chapter's {'grid' if mode == 'grid' else 'randomized search'}{scaled}\n\n{len(chapter.candidates(mode, SEED))} candidates, 3 folds, the same rows; rounds: {arguments.rounds}\n")
    show("| | s | scikit-learn's ÷ it | processor time, s | scikit-learn's ÷ it | best RMSE of the folds | test RMSE |")
    show("|---" * 7 + "|")
    for name, runs in results.items():
        ratio = {field: times(ratios(theirs, runs, field)) if runs is not theirs else "1" for field in ("seconds", "processor")}
        show(f"| {NAMES[name]} | {middle(runs, 'seconds'):.3g} | {ratio['seconds']} | {middle(runs, 'processor'):.3g} | {ratio['processor']} | {runs[0]['cvRmse']:,.0f} | {runs[0]['testRmse']:,.0f} |")
    differences = compare(*({(trial["clusters"], trial["maxFeatures"]): trial["meanRmse"] for trial in results[name][0]["trials"]} for name in ("scikit-learn", "typedtune")))
    show(targets.table(mode, {f"{NAMES[name]}, {what}": ratios(theirs, results[name], field) for name in ("typedtune", "at run time") for what, field in FIELDS.items()}, differences))


def compare(there, here):
    """Prints the mean errors of the folds, candidate by candidate; returns by how much they differ, as shares."""
    show("\n| clusters | features a split | RMSE of scikit-learn | of TypedTune | TypedTune's differs by |")
    show("|---" * 5 + "|")
    differences = [here[point] / there[point] - 1 for point in there]
    for (clusters, features), difference in zip(there, differences):
        show(f"| {clusters} | {features} | {there[clusters, features]:,.0f} | {here[clusters, features]:,.0f} | {100 * difference:+.2f} % |")
    return differences


def naive(arguments, folder):
    train, _ = split(arguments, folder)
    result = run([NATIVE, "sharing", train, *candidates("grid"), "--seed", SEED, "--threads", THREADS, "--rounds", arguments.rounds], arguments.timeout)
    if isinstance(result, str):
        sys.exit(f"TypedTune {result}")
    runs, steps = result["runs"], result["steps"]
    show(f"\n### What sharing saves\n\nThe chapter's grid, 3 folds, nothing fitted again at the end; rounds: {arguments.rounds}\n")
    show("| | s | ÷ one search's | processor time, s | ÷ one search's |")
    show("|---" * 5 + "|")
    show(f"| one search | {middle(runs, 'shared'):.3g} | 1 | {middle(runs, 'sharedProcessor'):.3g} | 1 |")
    ratio = {field: times([one["naive" + field] / one["shared" + field] for one in runs]) for field in ("", "Processor")}
    show(f"| a search a candidate | {middle(runs, 'naive'):.3g} | {ratio['']} | {middle(runs, 'naiveProcessor'):.3g} | {ratio['Processor']} |")
    show("\n| step | fits in one search | in a search a candidate |")
    show("|---" * 3 + "|")
    for step in steps:
        show(f"| {step['step']} | {step['shared']} | {step['naive']} |")
    show(f"| all | {sum(column(steps, 'shared'))} | {sum(column(steps, 'naive'))} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_mutually_exclusive_group(required=True)
    modes.add_argument("--chapter", choices=targets.SPEED)
    modes.add_argument("--naive", action="store_true")
    parser.add_argument("--data", required=True, help="the districts")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--value-tolerance", type=float, default=1e-7, help="within what values are equal to TypedTune; default: 1e-7, as to scikit-learn")
    parser.add_argument("--similarity-scale", type=float, default=1, help="what scikit-learn's similarities are multiplied by; default: 1")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds that a run may take")
    arguments = parser.parse_args()
    if not AT_RUN_TIME.exists() or not NATIVE:
        sys.exit("First: dotnet build -c Release tests/TypedTune.Benchmarks.Searches && dotnet publish -c Release tests/TypedTune.Benchmarks.Searches")
    show(f"\n{datetime.date.today()}; {machine(AT_RUN_TIME)}")
    with tempfile.TemporaryDirectory() as folder:
        (naive if arguments.naive else searches)(arguments, Path(folder))


if __name__ == "__main__":
    main()
