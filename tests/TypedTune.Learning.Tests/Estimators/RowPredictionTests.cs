using TypedTune.Learning.Tests.Forests;
using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests;

/// <summary>One row through whole pipelines: the same as in a table.</summary>
public sealed class RowPredictionTests
{
    public static TheoryData<IClassifier> Classifiers => [new RandomForestClassifier { Trees = 11, Seed = 1 }, new KNeighborsClassifier { Neighbors = 3 }];

    [Fact]
    public void RowOfARegression_IsPredictedToTheSameBits()
    {
        var rows = Plot.Many(120);
        var model = new PlotModel { Forest = new() { Trees = 21, Seed = 3 } }.Fit(rows);
        double[] expected = model.Predict(rows);

        Assert.Equal(expected, rows.Select(model.Predict));
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void RowOfAClassification_GetsTheSameLabelAndProbabilities(IClassifier classifier)
    {
        var rows = Flower.Many(90);
        var model = new FlowerModel { Model = classifier }.Fit(rows);
        var labels = model.Predict(rows);
        var probabilities = model.PredictProbabilities(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            FlowerSpecies species = model.Predict(rows[row]);
            LabelProbabilities ofRow = model.PredictProbabilities(rows[row]);

            Assert.Equal(labels[row], species.ToString());
            Assert.Equal(labels[row], ofRow.MostProbable);
            Assert.Equal(probabilities.Names.Select((_, column) => probabilities[row, column]), ofRow.Values);
            Assert.Equal(probabilities.Names, ofRow.Keys);
        }
    }

    [Fact]
    public void RowOfAMatrix_GetsTheSameLabelAndProbabilities()
    {
        var (features, _) = Samples.Draw(1, 40, 3);
        var model = new ScaledNeighbors().Fit(features, Samples.Labels(features, 3));
        var expected = model.PredictProbabilities(features);
        var row = features.TakeRows([7]);

        Assert.Equal(model.Predict(row)[0], model.PredictRow(row.AsColumnMajor(), features.Names));
        Assert.Equal([expected[7, 0], expected[7, 1], expected[7, 2]], model.PredictRowProbabilities(row.AsColumnMajor(), features.Names).Values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void RowOfATreeWithCategoriesAndMissingValues_IsPredictedToTheSameBits(int seed)
    {
        var rows = Samples.WithSpecialColumns(Samples.Draw(seed, 60, 5).Features, seed);
        var model = new RandomForestRegressor { Trees = 19, Seed = 2 }.Fit(rows, Samples.Draw(seed, 60, 5).Target);
        double[] expected = model.Predict(rows);

        Assert.Equal(expected, Enumerable.Range(0, rows.RowCount).Select(row => model.PredictRow(rows.TakeRows([row]).AsColumnMajor(), rows.Names)));
    }

    [Fact]
    public void UnknownCategory_HasAnErrorOfItsOwn()
    {
        var model = new PlotModel { Forest = new() { Trees = 2 } }.Fit(Plot.Many(40));
        var row = Plot.Many(1)[0] with { Soil = "peat" };

        var error = Assert.Throws<UnknownCategoryException>(() => model.Predict(row));
        var ofTable = Assert.Throws<UnknownCategoryException>(() => model.Predict(new Table<Plot>([row])));

        Assert.Equal(("Soil", "peat", 0), (error.Column, error.Category, error.Row));
        Assert.Equal(ofTable.Message, error.Message);
    }

    [Fact]
    public void NoRow_IsRefused() => Assert.Throws<ArgumentNullException>(() => new PlotModel { Forest = new() { Trees = 2 } }.Fit(Plot.Many(40)).Predict((Plot)null!));

    [Fact]
    public void RowOfARegression_MakesNoGarbage()
    {
        var rows = Plot.Many(40);
        var model = new PlotModel { Forest = new() { Trees = 20 } }.Fit(rows);
        var row = rows[0];
        for (int i = 0; i < RowForest.RowsBeforeLayout; i++)
            model.Predict(row);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
            model.Predict(row);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 999);
    }

    [Fact]
    public void Probabilities_AreADictionary()
    {
        var probabilities = new LabelProbabilities(["a", "b"], [0.25, 0.75]);

        Assert.Equal(0.75, probabilities["b"]);
        Assert.Equal("b", probabilities.MostProbable);
        Assert.Equal("There is no label 'c'. There are: a, b.", Assert.Throws<KeyNotFoundException>(() => probabilities["c"]).Message);
        Assert.Equal("a 25.0 %, b 75.0 %", probabilities.ToString());
        Assert.Throws<ArgumentException>(() => new LabelProbabilities(["a"], [0.5, 0.5]));
    }
}
