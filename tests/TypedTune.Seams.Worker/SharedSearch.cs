using TypedTune.Learning;

namespace TypedTune.Seams;

/// <summary>A search and its rows, the same in every process.</summary>
public static class SharedSearch
{
    /// <summary>Forests of several sizes, some candidates twice, one of which a search in one process fits as submodels of one fit.</summary>
    public static GridSearch<RandomForestRegressor> Search { get; } = Create();

    /// <summary>90 rows of three features.</summary>
    public static Dataset Data { get; } = CreateData(90);

    private static GridSearch<RandomForestRegressor> Create()
    {
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Seed = 5, Trees = 6 });
        return new GridSearch<RandomForestRegressor>((p.Trees.In(3, 6) * p.MaxDepth.In(2, 4, null)) + p.MaxFeatures.Count.In(1, 2))
        {
            Evaluation = new KFold(3) { Shuffle = true },
            Scoring = Metric.RootMeanSquaredError,
            Metrics = [Metric.RSquared],
            TrainingScores = true,
            Refit = false,
        };
    }

    private static Dataset CreateData(int rows)
    {
        var random = Seed.Of(11).Stream();
        double[][] features = new double[rows][];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            features[row] = [random.NextNormal(), random.NextNormal(), random.NextDouble()];
            target[row] = Math.Sin(features[row][0]) + features[row][2] + (0.1 * random.NextNormal());
        }

        return new Dataset(FeatureMatrix.FromRows(features), target);
    }
}
