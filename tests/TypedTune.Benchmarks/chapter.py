#!/usr/bin/env python3
"""The chapter's search in scikit-learn, for timing beside samples/Housing.

usage: chapter.py grid|random DISTRICTS.csv [--train TRAIN.csv --test TEST.csv] [--jobs N] [--seed N] [--json FILE]

With --train and --test the rows are taken as they are split there, so that both systems see the same folds.
"""
import argparse
import json
import time

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_squared_error
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.model_selection import GridSearchCV, ParameterSampler, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler


class ClusterSimilarity(BaseEstimator, TransformerMixin):
    def __init__(self, n_clusters=10, gamma=1.0, random_state=None):
        self.n_clusters = n_clusters
        self.gamma = gamma
        self.random_state = random_state

    def fit(self, X, y=None):
        self.kmeans_ = KMeans(self.n_clusters, n_init=10, random_state=self.random_state).fit(X)
        return self

    def transform(self, X):
        return rbf_kernel(X, self.kmeans_.cluster_centers_, gamma=self.gamma)


def divide(X):
    return X[:, [0]] / X[:, [1]]


def ratio():
    return make_pipeline(SimpleImputer(strategy="median"), FunctionTransformer(divide), StandardScaler())


def model(seed, jobs):
    logarithm = make_pipeline(SimpleImputer(strategy="median"), FunctionTransformer(np.log), StandardScaler())
    category = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    rest = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    preprocessing = ColumnTransformer(
        [
            ("bedrooms", ratio(), ["total_bedrooms", "total_rooms"]),
            ("rooms_per_house", ratio(), ["total_rooms", "households"]),
            ("people_per_house", ratio(), ["population", "households"]),
            ("log", logarithm, ["total_bedrooms", "total_rooms", "population", "households", "median_income"]),
            ("geo", ClusterSimilarity(random_state=seed), ["latitude", "longitude"]),
            ("cat", category, ["ocean_proximity"]),
        ],
        remainder=rest,
        sparse_threshold=0,
    )
    return Pipeline([("preprocessing", preprocessing), ("random_forest", RandomForestRegressor(random_state=seed, n_jobs=1))])


def split(path, seed):
    districts = pd.read_csv(path)
    bands = pd.cut(districts["median_income"], bins=[0, 1.5, 3, 4.5, 6, np.inf], labels=[1, 2, 3, 4, 5])
    return train_test_split(districts, test_size=0.2, stratify=bands, random_state=seed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["grid", "random"])
    parser.add_argument("data")
    parser.add_argument("--train")
    parser.add_argument("--test")
    parser.add_argument("--jobs", type=int, default=-1)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--json")
    arguments = parser.parse_args()

    if arguments.train:
        train, test = pd.read_csv(arguments.train), pd.read_csv(arguments.test)
    else:
        train, test = split(arguments.data, arguments.seed)
    target = "median_house_value"
    clusters, features = "preprocessing__geo__n_clusters", "random_forest__max_features"
    if arguments.mode == "grid":
        candidates = [
            {clusters: [5, 8, 10], features: [4, 6, 8]},
            {clusters: [10, 15], features: [6, 8, 10]},
        ]
    else:
        drawn = ParameterSampler({clusters: range(3, 50), features: range(2, 20)}, n_iter=10, random_state=arguments.seed)
        candidates = [{name: [value] for name, value in one.items()} for one in drawn]

    start = time.perf_counter()
    search = GridSearchCV(model(arguments.seed, 1), candidates, cv=3, scoring="neg_root_mean_squared_error", n_jobs=arguments.jobs)
    search.fit(train.drop(columns=target), train[target])
    seconds = time.perf_counter() - start

    results = search.cv_results_
    trials = [
        {"clusters": int(p[clusters]), "maxFeatures": int(p[features]), "meanRmse": -mean}
        for p, mean in zip(results["params"], results["mean_test_score"])
    ]
    rmse = mean_squared_error(test[target], search.predict(test.drop(columns=target)), squared=False)
    report = {"seconds": seconds, "cvRmse": -search.best_score_, "testRmse": rmse, "trials": trials}
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(report, file, indent=2)
    print(f"scikit-learn {arguments.mode}: {seconds:.1f} s, best RMSE {-search.best_score_:.0f}, test RMSE {rmse:.0f}")


if __name__ == "__main__":
    main()
