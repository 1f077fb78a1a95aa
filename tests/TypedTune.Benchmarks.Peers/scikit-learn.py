#!/usr/bin/env python3
"""scikit-learn's forest, timed in a process of its own as ForestRun.cs and PathRun.cs time TypedTune's; started by forests.py.

usage: scikit-learn.py forest TRAIN TEST --trees N --max-features N --threads N --seed N
       scikit-learn.py submodels TRAIN --max-features N --threads N --seed N --folds N
"""
import argparse
import json
import math
import resource
import time

import numpy as np
from joblib.externals.loky import get_reusable_executor
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.model_selection import GridSearchCV, KFold

WARM_UP_ROWS = 2000
PREDICTIONS = 5
GRID = {"max_depth": [4, 8, 12, 16, 20], "min_samples_split": [2, 5, 10, 20, 40], "n_estimators": [20, 40, 60, 80, 100]}


def read(path):
    with open(path, "rb") as file:
        rows, columns, classes = np.fromfile(file, dtype="<i4", count=3)
        # Row after row, as a NumPy array usually is; column after column, or in single precision, fits and predicts no sooner.
        X = np.ascontiguousarray(np.fromfile(file, dtype="<f8", count=int(rows) * int(columns)).reshape(columns, rows).T)
        y = np.fromfile(file, dtype="<f8", count=rows)
    return X, y.astype(int) if classes else y


def memory(name):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name)) * 1024 / 1e6


def timed(work):
    start, processor_start = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - start, time.process_time() - processor_start


def forest(arguments):
    (X, y), (X_test, y_test) = read(arguments.train), read(arguments.test)
    kind = RandomForestClassifier if y.dtype == int else RandomForestRegressor
    model = kind(arguments.trees, max_features=arguments.max_features, n_jobs=arguments.threads, random_state=arguments.seed)
    model.fit(X[:WARM_UP_ROWS], y[:WARM_UP_ROWS]).predict(X[:WARM_UP_ROWS])
    peak = memory("VmHWM")
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    before = memory("VmRSS")

    _, fit, processor = timed(lambda: model.fit(X, y))
    after = memory("VmHWM")

    predict = predict_processor = math.inf
    for _ in range(PREDICTIONS):
        predictions, seconds, processor_seconds = timed(lambda: model.predict(X_test))
        predict, predict_processor = min(predict, seconds), min(predict_processor, processor_seconds)
    score = np.mean(predictions == y_test) if y.dtype == int else np.sqrt(np.mean((predictions - y_test) ** 2))
    print(json.dumps({"fit": fit, "processor": processor, "predict": predict, "predictProcessor": predict_processor, "score": score, "peak": max(peak, after), "added": after - before}))


def processor_time():
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def submodels(arguments):
    X, y = read(arguments.train)
    model = RandomForestRegressor(max_features=arguments.max_features, n_jobs=1, random_state=arguments.seed)
    before, start = processor_time(), time.perf_counter()
    search = GridSearchCV(model, GRID, cv=KFold(arguments.folds), scoring="neg_root_mean_squared_error", n_jobs=arguments.threads, refit=False).fit(X, y)
    seconds = time.perf_counter() - start
    points = {(p["n_estimators"], p["max_depth"], p["min_samples_split"]): -score for p, score in zip(search.cv_results_["params"], search.cv_results_["mean_test_score"])}
    # The time of the workers counts only once they have ended.
    get_reusable_executor().shutdown(wait=True)
    print(json.dumps({"seconds": seconds, "processor": processor_time() - before, "scores": [points[point] for point in sorted(points)]}))


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    for run in (forest, submodels):
        command = commands.add_parser(run.__name__)
        command.set_defaults(run=run)
        command.add_argument("train")
        if run is forest:
            command.add_argument("test")
        for name, default in (("--trees", 100), ("--max-features", None), ("--threads", 2), ("--seed", 1), ("--folds", 3)):
            command.add_argument(name, type=int, default=default, required=default is None)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
