namespace Housing;

/// <summary>The chapter: what is searched, and how the winner is looked at.</summary>
internal static class Chapter
{
    public static (Table<District> Train, Table<District> Test) Split(Table<District> districts, int seed)
    {
        #region split
        var (train, test) = districts.SplitStratified(0.2, seed, district => IncomeBand(district.MedianIncome));
        #endregion
        return (train, test);
    }

    public static Search<HousingModel> GridSearch(HousingModel.Hyperparameters<HousingModel> p)
    {
        #region grid
        Grid<HousingModel> grid = // * is "and", + is "or": 3 × 3 + 2 × 3 = 15
            (p.Preprocessing.Geo.Clusters.In(5, 8, 10) * p.RandomForest.MaxFeatures.In(4, 6, 8))
            + (p.Preprocessing.Geo.Clusters.In(10, 15) * p.RandomForest.MaxFeatures.In(6, 8, 10));

        var search = new GridSearch<HousingModel>(grid)
        {
            CrossValidation = new KFold(3),
            Scoring = Metric.RootMeanSquaredError,
        };
        #endregion
        return search;
    }

    public static Search<HousingModel> RandomizedSearch(HousingModel.Hyperparameters<HousingModel> p, int seed)
    {
        #region random
        Space<HousingModel> space = // both ends included
            p.Preprocessing.Geo.Clusters.Uniform(3, 49) * p.RandomForest.MaxFeatures.Count.Uniform(2, 19);

        var search = new RandomizedSearch<HousingModel>(space)
        {
            Iterations = 10,
            Seed = seed,
            CrossValidation = new KFold(3),
            Scoring = Metric.RootMeanSquaredError,
        };
        #endregion
        return search;
    }

    public static Analysis Analyse(HousingModel.Fitted model, Table<District> test)
    {
        #region analysis
        double[] predictions = model.Predict(test);
        double rmse = Metric.RootMeanSquaredError.Score(test.Target, predictions);
        ConfidenceInterval interval = Metric.RootMeanSquaredError.Interval(test.Target, predictions, confidence: 0.95);
        IReadOnlyList<FeatureImportance> importances = model.FeatureImportances.Descending();
        #endregion
        return new Analysis(rmse, interval, importances);
    }

    private static int IncomeBand(double income) => income switch
    {
        <= 1.5 => 1,
        <= 3.0 => 2,
        <= 4.5 => 3,
        <= 6.0 => 4,
        _ => 5,
    };
}
