namespace TypedTune.Learning.Tests.Searching;

/// <summary>Categories that a fold has never learned from are named, and cost their candidate alone.</summary>
public sealed class UnseenCategoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void CategoryNeverSeenInTraining_IsNamedWhereItIsRefused()
    {
        var plots = Plot.Many(60);
        var model = new PlotModel().Fit(plots);
        var peat = new Table<Plot>([plots[0] with { Soil = "peat" }]);

        var exception = Assert.Throws<UnknownCategoryException>(() => model.Predict(peat));

        Assert.Contains("peat", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Soil", exception.Message, StringComparison.Ordinal);
        Assert.Contains("clay, loam, sand", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryNeverSeenInTraining_FailsItsCandidateAndNotTheSearch()
    {
        var plots = Plot.Many(60);
        var rare = new Table<Plot>(plots.Select((plot, i) => i == 0 ? plot with { Soil = "peat" } : plot));
        var search = new GridSearch<PlotModel>(Grid<PlotModel>.Of(new PlotModel()))
        {
            Evaluation = new KFold(3),
            Scoring = Metric.MeanAbsoluteError,
        };

        var failed = search.Fit(rare, cancellationToken: Token).Trials.Single();

        Assert.StartsWith("Features.Soil.Encode failed in fold 0: ", failed.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("peat", failed.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryNeverSeenInTraining_IsIgnoredIfAsked()
    {
        var plots = Plot.Many(60);
        var model = new PlotModel();
        var tolerant = model with
        {
            Features = model.Features with
            {
                Soil = model.Features.Soil with { Encode = new OneHotEncoder { UnknownCategories = UnknownCategories.Ignore } },
            },
        };

        double[] predictions = tolerant.Fit(plots).Predict(new Table<Plot>([plots[0] with { Soil = "peat" }]));

        Assert.True(double.IsFinite(predictions[0]));
    }
}
