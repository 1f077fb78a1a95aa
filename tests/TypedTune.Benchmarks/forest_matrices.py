"""What the forests of forests.py learn from."""
import dataclasses
import functools
import math

import numpy as np
import pandas as pd
from sklearn import datasets
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder

import chapter
from chapter import TARGET


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
    X, y = train.drop(columns=TARGET), train[TARGET]
    return preprocessing.fit_transform(X), preprocessing.transform(test.drop(columns=TARGET)), y.to_numpy(), test[TARGET].to_numpy()


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


@dataclasses.dataclass(frozen=True)
class DataSet:
    """Columns of numbers (missing: NaN) or of categories (pandas' own type), and what is to be learned from them."""

    X: pd.DataFrame
    y: np.ndarray

    @property
    def classes(self):
        return len(set(self.y)) if self.y.dtype.kind == "i" else 0

    @property
    def levels(self):
        """How many categories each column of them has."""
        return [len(self.X[name].cat.categories) for name in self.X.select_dtypes("category")]

    @property
    def needs_filling(self):
        return bool(self.levels) or self.X.isna().any(axis=None)

    def split(self, seed):
        """Three quarters and one."""
        return train_test_split(self.X, self.y, test_size=0.25, stratify=self.y if self.classes else None, random_state=seed)

    def max_features(self, columns):
        return max(1, int(math.sqrt(columns) if self.classes else columns / 3))


def filled_in(train, test):
    """Missing numbers as the median, categories as a column each: what a forest that takes neither is given."""
    steps = ColumnTransformer(
        [
            ("numbers", SimpleImputer(strategy="median"), make_column_selector(dtype_include="number")),
            ("categories", OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_include="category")),
        ],
        sparse_threshold=0,
    )
    return steps.fit_transform(train), steps.transform(test)


def as_is(train, test):
    """The numbers, then the categories by their numbers from 0, what is missing as NaN: for a forest that takes both."""
    numbers = lambda table: table.select_dtypes("number").to_numpy(float)
    codes = lambda table: table.select_dtypes("category").apply(lambda column: column.cat.codes.replace(-1, np.nan)).to_numpy(float)
    return [np.hstack([numbers(table), codes(table)]) for table in (train, test)]


def data_sets(data):
    """Those of --quality, by name; the first as the chapter prepares it, which depends on the split, is not among them."""
    loaded = lambda load: DataSet(*(lambda all: (pd.DataFrame(all.data), all.target))(load()))
    raw = pd.read_csv(data).astype({"ocean_proximity": "category"})
    return {
        "breast cancer": loaded(datasets.load_breast_cancer),
        "digits": loaded(datasets.load_digits),
        "wine": loaded(datasets.load_wine),
        "products of pairs": _products_of_pairs(),
        "diabetes": loaded(datasets.load_diabetes),
        "Friedman's first, 25 columns of noise": DataSet(*(lambda X, y: (pd.DataFrame(X), y))(*friedman(4000, 30))),
        "a fifth missing": _missing(),
        "categories": _categories(),
        "districts, not prepared": DataSet(raw.drop(columns=TARGET), raw[TARGET].to_numpy()),
    }


def _products_of_pairs(seed=3):
    """Two classes by the sign of a sum of products of pairs, 5 % of them wrong; six columns say something, 24 nothing."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(4000, 30))
    y = (X[:, 0] * X[:, 1] + X[:, 2] * X[:, 3] + X[:, 4] * X[:, 5] > 0).astype(int)
    return DataSet(pd.DataFrame(X), np.where(random.random(len(y)) < 0.05, 1 - y, y))


def _missing(seed=4):
    """Friedman's first with every fifth number gone, and more of them where the first column is large."""
    random = np.random.default_rng(seed)
    X, y = friedman(4000, 10, seed)
    return DataSet(pd.DataFrame(np.where(random.random(X.shape) < 0.1 + 0.2 * X[:, [0]], np.nan, X)), y)


def _categories(seed=5):
    """Two columns of 12 categories with an effect each, one of them also turns the sign of a number's; four numbers, two of noise."""
    random = np.random.default_rng(seed)
    codes, numbers = random.integers(0, 12, size=(4000, 2)), random.normal(size=(4000, 4))
    effects, signs = random.normal(size=(2, 12)), random.choice([-1, 1], size=12)
    y = effects[0, codes[:, 0]] + effects[1, codes[:, 1]] + signs[codes[:, 0]] * numbers[:, 0] + numbers[:, 1] + random.normal(scale=0.5, size=4000)
    X = pd.DataFrame(numbers, columns=[f"number {i}" for i in range(4)])
    for i in range(2):
        X[f"category {i}"] = pd.Categorical(codes[:, i], categories=range(12))
    return DataSet(X, y)
