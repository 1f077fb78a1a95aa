namespace Housing;

/// <summary>The chapter: what is searched, and how the winner is looked at.</summary>
/// <param name="model">What the searches start from: the defaults and the seeds.</param>
/// <param name="seed">Of the split and of the random draws.</param>
internal sealed class Chapter(HousingModel model, int seed)
{
    public Outcome Run(
        Table<District> districts,
        bool isRandomized,
        int? threads,
        Action<SearchPlan> showPlan,
        IProgress<SearchProgress>? progress,
        CancellationToken cancellation)
    {
        #region chapter
        var (train, test) = districts.SplitStratified(0.2, seed, district => IncomeBand(district.MedianIncome));

        var p = HousingModel.SpaceFrom(model); // typed, nested exactly as the pipeline is
        Grid<HousingModel> grid = // * is "and", + is "or": 3 × 3 + 2 × 3 = 15
            (p.Preprocessing.Geo.Clusters.In(5, 8, 10) * p.RandomForest.MaxFeatures.In(4, 6, 8))
            + (p.Preprocessing.Geo.Clusters.In(10, 15) * p.RandomForest.MaxFeatures.In(6, 8, 10));
        Grid<HousingModel> ranges = // both ends included
            p.Preprocessing.Geo.Clusters.Uniform(3, 49) * p.RandomForest.MaxFeatures.Count.Uniform(2, 19);

        var scoring = Metric.RootMeanSquaredError;
        var folds = new KFold(3);
        Search<HousingModel> search = isRandomized
            ? new RandomizedSearch<HousingModel>(ranges) { Iterations = 10, Seed = seed, Evaluation = folds, Scoring = scoring, Threads = threads }
            : new GridSearch<HousingModel>(grid) { Evaluation = folds, Scoring = scoring, Threads = threads };

        showPlan(search.Plan(train)); // 15 candidates, 13 distinct, and how often each step is fitted
        var result = search.Fit(train, progress, cancellationToken: cancellation);

        int clusters = result.Best.Configuration.Preprocessing.Geo.Clusters; // the pipeline's own type, no dictionary
        double[] predictions = result.Model.Predict(test); // the winner, fitted on all of train
        ConfidenceInterval interval = scoring.Interval(test.Target, predictions, confidence: 0.95);
        foreach (var (name, importance) in result.Model.FeatureImportances.Descending())
            Console.WriteLine($"{importance,6:F3}  {name}"); // Log.log MedianIncome, Category.INLAND, …
        #endregion
        return new Outcome(result, clusters, scoring.Score(test.Target, predictions), interval, train, test);
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
