"""What TypedTune's forest is held to beside the others, at equal trees and on equal cores."""
import statistics

from forest_runs import NAMES, column, ratios

# By matrix, peer and field: how many times TypedTune's it must be, and what it aims at.
SPEED = {
    ("chapter", "scikit-learn", "fit"): (12, 25),
    ("regression", "scikit-learn", "fit"): (12, 30),
    ("classes", "scikit-learn", "fit"): (12, 30),
    ("million", "scikit-learn", "fit"): (12, 30),
    ("chapter", "scikit-learn", "predict"): (3, 8),
    ("regression", "scikit-learn", "predict"): (3, 8),
    ("classes", "scikit-learn", "predict"): (3, 8),
    ("million", "scikit-learn", "predict"): (3, 8),
    ("chapter", "fastforest-10000", "fit"): (50, 200),
    ("chapter", "scikit-learn", "added"): (2, 4),
    ("regression", "scikit-learn", "added"): (2, 4),
    ("classes", "scikit-learn", "added"): (2, 4),
    ("million", "scikit-learn", "added"): (2, 4),
}
SUBMODELS = (100, 300)
ERROR = 0.01
LABELS = {
    "fit": "time to fit",
    "processor": "processor time to fit",
    "predict": "time to predict",
    "predictProcessor": "processor time to predict",
    "added": "memory of the fit",
}
PROCESSOR = {"fit": "processor", "predict": "predictProcessor"}


def verdict(value, must, aim):
    return "aim reached" if value >= aim else "reached, aim not" if value >= must else "**missed**"


def row(label, values, must, aim, doubt=""):
    value = statistics.median(values)
    return f"| {label} | {must}× | {aim}× | {value:.3g}× | {verdict(value, must, aim)}{doubt} |"


HEAD = "\n| ÷ TypedTune's | must | aim | measured | |\n|---|---|---|---|---|"


def rows(matrix, classes, results):
    """One for each target of a matrix that has a result; says where the errors are not equal."""
    ours = results["typedtune"]
    for (name, peer, field), (must, aim) in SPEED.items():
        runs = results.get(peer)
        if name != matrix or not runs or isinstance(runs, str):
            continue
        wrong = lambda score: 1 - score if classes else score
        excess = statistics.median(map(wrong, column(ours, "score"))) / statistics.median(map(wrong, column(runs, "score"))) - 1
        doubt = "" if excess <= ERROR or field == "added" else f", but TypedTune's error is {100 * excess:.1f} % higher"
        yield row(f"{NAMES[peer]}, {LABELS[field]}", ratios(runs, ours, field), must, aim, doubt)
        if field in PROCESSOR:
            yield row(f"{NAMES[peer]}, {LABELS[PROCESSOR[field]]}", ratios(runs, ours, PROCESSOR[field]), must, aim, doubt)
