#!/usr/bin/env python3
"""The chapter's search in scikit-learn, for timing beside samples/Housing.

usage: chapter.py grid|random DISTRICTS.csv [--train TRAIN.csv --test TEST.csv] [--jobs N] [--seed N] [--json FILE] [--similarity-scale S]

With --train and --test the rows are taken as they are split there, so that both systems see the same folds: the sample's
--split FOLDER writes such files. With --similarity-scale the similarities to clusters are multiplied by a number. To a tree a
column's unit is all one, but scikit-learn's takes values within 1e-7 of each other for equal: at 1e30 hardly any two are.
"""
import argparse
import json
import re
import time

import numpy as np
import pandas as pd
from joblib.externals.loky import get_reusable_executor
from scipy.stats import randint
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_squared_error
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.model_selection import GridSearchCV, ParameterGrid, ParameterSampler, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

TARGET = "median_house_value"
CLUSTERS, FEATURES = "preprocessing__geo__n_clusters", "random_forest__max_features"
GRID = [{CLUSTERS: [5, 8, 10], FEATURES: [4, 6, 8]}, {CLUSTERS: [10, 15], FEATURES: [6, 8, 10]}]


class ClusterSimilarity(BaseEstimator, TransformerMixin):
    def __init__(self, n_clusters=10, gamma=1.0, scale=1.0, random_state=None):
        self.n_clusters = n_clusters
        self.gamma = gamma
        self.scale = scale
        self.random_state = random_state

    def fit(self, X, y=None):
        self.kmeans_ = KMeans(self.n_clusters, n_init=10, random_state=self.random_state).fit(X)
        return self

    def transform(self, X):
        return self.scale * rbf_kernel(X, self.kmeans_.cluster_centers_, gamma=self.gamma)


def divide(X):
    return X[:, [0]] / X[:, [1]]


def ratio():
    return make_pipeline(SimpleImputer(strategy="median"), FunctionTransformer(divide), StandardScaler())


def model(seed, similarity_scale):
    logarithm = make_pipeline(SimpleImputer(strategy="median"), FunctionTransformer(np.log), StandardScaler())
    category = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    rest = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    preprocessing = ColumnTransformer(
        [
            ("bedrooms", ratio(), ["total_bedrooms", "total_rooms"]),
            ("rooms_per_house", ratio(), ["total_rooms", "households"]),
            ("people_per_house", ratio(), ["population", "households"]),
            ("log", logarithm, ["total_bedrooms", "total_rooms", "population", "households", "median_income"]),
            ("geo", ClusterSimilarity(scale=similarity_scale, random_state=seed), ["latitude", "longitude"]),
            ("cat", category, ["ocean_proximity"]),
        ],
        remainder=rest,
        sparse_threshold=0,
    )
    return Pipeline([("preprocessing", preprocessing), ("random_forest", RandomForestRegressor(random_state=seed, n_jobs=1))])


def read(path):
    """Districts, whether their columns are called median_income or MedianIncome."""
    return pd.read_csv(path).rename(columns=lambda name: re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())


def split(path, seed):
    districts = read(path)
    bands = pd.cut(districts["median_income"], bins=[0, 1.5, 3, 4.5, 6, np.inf], labels=[1, 2, 3, 4, 5])
    return train_test_split(districts, test_size=0.2, stratify=bands, random_state=seed)


def candidates(mode, seed):
    """Pairs of clusters and features, in order: the 15 of both grids, two of them twice, or ten that are drawn."""
    ranges = {CLUSTERS: randint(3, 50), FEATURES: randint(2, 20)}
    points = ParameterGrid(GRID) if mode == "grid" else ParameterSampler(ranges, n_iter=10, random_state=seed)
    return [(one[CLUSTERS], one[FEATURES]) for one in points]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["grid", "random"])
    parser.add_argument("data")
    parser.add_argument("--train")
    parser.add_argument("--test")
    parser.add_argument("--jobs", type=int, default=-1)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--json")
    parser.add_argument("--similarity-scale", type=float, default=1)
    arguments = parser.parse_args()

    if arguments.train:
        train, test = read(arguments.train), read(arguments.test)
    else:
        train, test = split(arguments.data, arguments.seed)
    points = [{CLUSTERS: [clusters], FEATURES: [features]} for clusters, features in candidates(arguments.mode, arguments.seed)]

    start = time.perf_counter()
    search = GridSearchCV(model(arguments.seed, arguments.similarity_scale), points, cv=3, scoring="neg_root_mean_squared_error", n_jobs=arguments.jobs)
    search.fit(train.drop(columns=TARGET), train[TARGET])
    seconds = time.perf_counter() - start

    results = search.cv_results_
    trials = [
        {"clusters": int(p[CLUSTERS]), "maxFeatures": int(p[FEATURES]), "meanRmse": -mean}
        for p, mean in zip(results["params"], results["mean_test_score"])
    ]
    rmse = mean_squared_error(test[TARGET], search.predict(test.drop(columns=TARGET)), squared=False)
    report = {"seconds": seconds, "cvRmse": -search.best_score_, "testRmse": rmse, "trials": trials}
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(report, file, indent=2)
    # The time of the workers counts only once they have ended.
    get_reusable_executor().shutdown(wait=True)
    print(f"scikit-learn {arguments.mode}: {seconds:.1f} s, best RMSE {-search.best_score_:.0f}, test RMSE {rmse:.0f}")


if __name__ == "__main__":
    main()
