"""Starts the processes of forests.py and engine.py and reads what they print."""
import itertools
import json
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
from pathlib import Path

import sklearn

PEERS = Path(__file__).resolve().parents[1] / "TypedTune.Benchmarks.Peers"
DOTNET = PEERS / "bin/Release/net10.0/TypedTune.Benchmarks.Peers.dll"
THREADS = 2

# The most leaves of a tree, by peer: all that LightGBM allows; 1,000 of ML.NET's, since its time grows faster than its leaves.
LEAVES = {"lightgbm": 131072, "lightgbm-1000": 1000, "fastforest": 1000, "fastforest-10000": 10000}
NAMES = {
    "typedtune": "TypedTune",
    "scikit-learn": "scikit-learn",
    "ranger": "ranger",
    "lightgbm": "LightGBM, rf",
    "lightgbm-1000": "LightGBM, rf, 1,000 leaves",
    "fastforest": "ML.NET FastForest, 1,000 leaves",
    "fastforest-10000": "ML.NET FastForest, 10,000 leaves",
}
DEFAULT_PEERS = [peer for peer in NAMES if peer != "fastforest-10000"]


def note(text):
    print(text, file=sys.stderr, flush=True)


def has_ranger():
    return shutil.which("Rscript") is not None and _output("Rscript", "-e", "library(ranger)") is not None


def installed(peers):
    """Those that are here; says which are not."""
    missing = [peer for peer in peers if peer == "ranger" and not has_ranger()]
    for peer in missing:
        print(f"\n{NAMES[peer]} is not installed and left out.")
    return [peer for peer in peers if peer not in missing]


def machine(program=DOTNET):
    """Cores, their kind, and the versions of what is compared; program: whose packages count."""
    processor = re.search("model name\t: (.*)", Path("/proc/cpuinfo").read_text()) if Path("/proc/cpuinfo").exists() else None
    packages = re.findall(r'"(LightGBM|Microsoft\.ML)/([\d.]+)": \{', program.with_suffix(".deps.json").read_text())
    versions = {
        ".NET": _output("dotnet", "--version"),
        "Python": platform.python_version(),
        "scikit-learn": sklearn.__version__,
        "ranger": _output("Rscript", "-e", "cat(format(packageVersion('ranger')))"),
    } | {name.replace("Microsoft.", "").replace("ML", "ML.NET") if "Microsoft" in name else name: version for name, version in packages}
    kind = processor.group(1) if processor else platform.processor()
    return f"{os.cpu_count()} cores ({kind}); " + ", ".join(f"{name} {version}" for name, version in versions.items() if version)


def _output(*line):
    try:
        done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return done.stdout.strip() if done.returncode == 0 else None
    except FileNotFoundError:
        return None


def command(peer, train, test, max_features, trees=100, threads=THREADS, seed=1, levels=()):
    """The command that fits and predicts once; levels: how many categories each of the last columns holds, for TypedTune."""
    if peer == "ranger":
        return ["Rscript", PEERS / "ranger.R", train, test, trees, max_features, threads, seed]
    options = ["--trees", trees, "--max-features", max_features, "--threads", threads, "--seed", seed]
    if peer == "scikit-learn":
        return [sys.executable, PEERS / "scikit-learn.py", "forest", train, test, *options]
    return ["dotnet", DOTNET, "forest", peer.split("-")[0], train, test, *options, "--leaves", LEAVES.get(peer, 0), *(["--levels", *levels] if levels else [])]


def output(line, timeout=None):
    """What a process prints and why there is nothing, one of them None."""
    environment = os.environ | {"OMP_WAIT_POLICY": "passive"}
    # A session of its own, so that workers that it started end with it.
    process = subprocess.Popen([str(part) for part in line], stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)
    try:
        text, _ = process.communicate(timeout=timeout)
    except (subprocess.TimeoutExpired, KeyboardInterrupt) as stop:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if isinstance(stop, KeyboardInterrupt):
            raise
        return None, f"more than {timeout:,.0f} s"
    return (text, None) if process.returncode == 0 and text.strip() else (None, f"failed with {process.returncode}")


def run(line, timeout=None):
    """The JSON that a process prints as its last line, or, as a string, why there is none."""
    text, failure = output(line, timeout)
    return failure or json.loads(text.splitlines()[-1])


def in_turn(lines, rounds, timeout=None, run=run):
    """Runs the commands in turn, round after round; one that gives no result is not tried again, and its reason stands in its place."""
    results = {name: [] for name in lines}
    for _, name in itertools.product(range(rounds), lines):
        if isinstance(results[name], str):
            continue
        result = run(lines[name], timeout)
        note(f"  {name}: {result}")
        results[name] = result if isinstance(result, str) else [*results[name], result]
    if isinstance(results.get("typedtune"), str):
        sys.exit(f"TypedTune: {results['typedtune']}; there is nothing to compare with")
    return results


def column(runs, field):
    return [one[field] for one in runs]


def middle(runs, field):
    return statistics.median(column(runs, field))


def ratios(runs, others, field):
    """Of runs in the same round."""
    return [one / other for one, other in zip(column(runs, field), column(others, field))]


def times(values):
    """Ratios: median, least and most."""
    text = f"{statistics.median(values):.3g}×"
    return text if len(values) == 1 else f"{text} ({min(values):.3g}–{max(values):.3g})"
