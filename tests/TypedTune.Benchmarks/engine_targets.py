"""What TypedTune's search is held to beside scikit-learn's, on the same rows and cores."""
from forest_targets import HEAD, row

# How many times TypedTune's time scikit-learn's must be, and what it aims at.
SPEED = {"grid": (20, 30), "random": (20, 30)}

# By how much the mean cross-validated error of a candidate may differ.
ERROR = 0.01


def table(mode, ratios, differences):
    """ratios: by what is compared; differences: of the candidates, as shares."""
    largest = max(map(abs, differences))
    doubt = "" if largest <= ERROR else f", but an error differs by {100 * largest:.2f} %"
    lines = [row(f"{mode}, {name}", values, *SPEED[mode], doubt) for name, values in ratios.items()]
    verdict = "reached" if largest <= ERROR else "**missed**"
    lines.append(f"| {mode}, the errors of all {len(differences)} candidates within | {100 * ERROR:.0f} % | | {100 * largest:.2f} % | {verdict} |")
    return "\n".join([HEAD, *lines])
