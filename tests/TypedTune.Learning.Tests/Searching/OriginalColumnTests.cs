namespace TypedTune.Learning.Tests.Searching;

public sealed class OriginalColumnTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Importances_AddUpByTheColumnsThatFeaturesWereMadeOf()
    {
        var model = new PlotModel().Fit(Plot.Many(300), Context);

        var importances = model.FeatureImportances.ByOriginalColumn();

        Assert.Equal(["East, North", "Soil", "Rain"], importances.Select(item => item.Name));
        foreach (var (prefix, name) in (IEnumerable<(string, string)>)[("Geo.", "East, North"), ("Soil.", "Soil"), ("Rest.", "Rain")])
        {
            double sum = model.FeatureImportances.Where(item => item.Name.StartsWith(prefix, StringComparison.Ordinal)).Sum(item => item.Importance);
            Assert.Equal(sum, importances.Single(item => item.Name == name).Importance, 1e-12);
            Assert.True(sum > 0);
        }
    }

    [Fact]
    public void SearchedModel_KnowsItsColumnsToo()
    {
        var search = new GridSearch<PlotModel>(PlotModel.Space.Features.Geo.Clusters.In(2, 3)) { Evaluation = new KFold(2), Scoring = Metric.RootMeanSquaredError };

        var result = search.Fit(Plot.Many(120), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["East, North", "Soil", "Rain"], result.Model.FeatureImportances.ByOriginalColumn().Select(item => item.Name));
    }

    [Fact]
    public void Contributions_AddUpByColumnsToTheSamePrediction()
    {
        var rows = Plot.Many(100);
        var model = new PlotModel().Fit(rows, Context);

        var contributions = model.Forest.Contributions(model.Features.Transform(rows), context: Context).ByOriginalColumn();

        Assert.Equal(["East, North", "Soil", "Rain"], contributions.Values.Names);
        double[] sums = [.. Enumerable.Range(0, 100).Select(row => contributions.Bias + contributions.Of(row).Sum(item => item.Contribution))];
        Matrices.AssertClose(model.Predict(rows, Context), sums, 1e-9);
    }

    [Fact]
    public void LoadedForest_KnowsItsColumnsToo()
    {
        var forest = new PlotModel().Fit(Plot.Many(100), Context).Forest;
        using var bytes = new MemoryStream();
        forest.Save(bytes);
        bytes.Position = 0;

        var loaded = FittedRandomForestRegressor.Load(bytes);

        Assert.Equal(forest.FeatureImportances.ByOriginalColumn(), loaded.FeatureImportances.ByOriginalColumn());
        Assert.Equal(3, loaded.FeatureImportances.ByOriginalColumn().Count);
    }

    [Fact]
    public void StepsThatWorkColumnByColumn_SayWhichOne()
    {
        var soils = new CategoryMatrix(new FeatureNames("Soil", "Crop"), Categories.From(["clay", "loam"]), Categories.From(["rye", "rye"]));
        var numbers = FeatureMatrix.FromRows([[1.0, 2.0]], new FeatureNames("a", "b"));

        var encoded = new OneHotEncoder().Fit(soils).FeatureNames;
        var logs = new LogTransformer().Fit(numbers).FeatureNames;
        var numbered = new OrdinalEncoder().Fit(soils).FeatureNames;

        Assert.Equal(["Soil=clay", "Soil=loam", "Crop=rye"], encoded);
        Assert.Equal([["Soil"], ["Soil"], ["Crop"]], Enumerable.Range(0, 3).Select(encoded.Sources));
        Assert.Equal([["a"], ["b"]], Enumerable.Range(0, 2).Select(logs.Sources));
        Assert.Equal([["Soil"], ["Crop"]], Enumerable.Range(0, 2).Select(numbered.Sources));
    }

    [Fact]
    public void Sources_OutlastPrefixesAndStandBesideOthers()
    {
        var derived = new FeatureNames("log a").MadeOf(new FeatureNames("x", "a"), [1]);

        var names = FeatureNames.Concatenate(derived.Prefixed("Log"), new FeatureNames("b").Prefixed("Rest"), new FeatureNames("c"));

        Assert.Equal(["Log.log a", "Rest.b", "c"], names);
        Assert.Equal([["a"], ["b"], ["c"]], Enumerable.Range(0, 3).Select(names.Sources));
        Assert.Equal(new FeatureNames("Log.log a", "Rest.b", "c"), names);
    }

    [Fact]
    public void OtherNumberOfColumns_IsRefused() => Assert.StartsWith(
        "2 columns were given for 1 names.",
        Assert.Throws<ArgumentException>(() => new FeatureNames("a").MadeOf(new FeatureNames("x", "y"), [0, 1])).Message);
}
