"""What a study itself takes, beside Optuna's random search in memory: the same space, the same objective, one thread each.

python3 tests/TypedTune.Benchmarks/study.py    # Debian: python3-optuna; build TypedTune.Benchmarks in Release first
"""
import csv
import pathlib
import subprocess
import time

import optuna

SIZES = (1_000, 10_000)
REPEATS = 3
PROGRAM = pathlib.Path(__file__).parent / "bin/Release/net10.0/TypedTune.Benchmarks.dll"


def objective(trial):
    width = trial.suggest_int("width", 0, 999)
    depth = trial.suggest_int("depth", 0, 999)
    rate = trial.suggest_float("rate", 0, 1)
    return abs(width - 37) + abs(depth - 59) * 0.5 + rate


def optuna_seconds(size):
    """Seconds by the clock and of the processor, the least of several runs each."""
    clock, processor = [], []
    for seed in range(REPEATS):
        study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=seed))
        start, spent = time.perf_counter(), time.process_time()
        study.optimize(objective, n_trials=size)
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - spent)
        assert len(study.trials) == size
    return min(clock), min(processor)


def typedtune_seconds():
    lines = subprocess.run(["dotnet", PROGRAM, "studies", *map(str, SIZES)], check=True, capture_output=True, text=True).stdout
    rows = [row for row in csv.DictReader(lines.splitlines()) if row["candidates"] == "random" and row["threads"] == "1"]
    return {int(row["trials"]): (float(row["seconds"]), float(row["processor seconds"])) for row in rows}


def main():
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    ours = typedtune_seconds()
    print("| random search, one thread | trials | trials a second | by processor time |\n|---|---|---|---|")
    for size in SIZES:
        theirs = optuna_seconds(size)
        for name, (clock, processor) in ((f"Optuna {optuna.__version__}", theirs), ("TypedTune", ours[size])):
            print(f"| {name} | {size:,} | {size / clock:,.0f} | {size / processor:,.0f} |")
        print(f"| TypedTune ÷ Optuna | {size:,} | {theirs[0] / ours[size][0]:,.0f} | {theirs[1] / ours[size][1]:,.0f} |")


if __name__ == "__main__":
    main()
