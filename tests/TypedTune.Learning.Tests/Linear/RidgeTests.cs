using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class RidgeTests
{
    [Theory]
    [InlineData(0.1, "ridge_0.1")]
    [InlineData(10, "ridge_10.0")]
    [InlineData(0, "linear_regression")]
    public void Model_IsScikitLearns(double alpha, string name)
    {
        var golden = Golden.Read("models.json");
        var expected = golden.GetProperty("expected").GetProperty(name);
        var fitted = new Ridge { Alpha = alpha }.Fit(FeatureMatrix.FromRows(golden.GetProperty("X").Rows()), golden.GetProperty("y_regression").Numbers());
        Matrices.AssertClose(expected.GetProperty("coef").Numbers(), fitted.Coefficients);
        Assert.Equal(expected.GetProperty("intercept").GetDouble(), fitted.Intercept, 1e-10);
        Matrices.AssertClose(expected.GetProperty("predictions").Numbers(), fitted.Predict(FeatureMatrix.FromRows(golden.GetProperty("X_test").Rows())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WholeWeights_AreRepeatedRows(bool fitIntercept) =>
        Gen.Select(Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], Gen.Double[-9, 9]).Array[6, 20], Gen.Int[0, 3].Array[20]).Sample((rows, weights) =>
        {
            int[] repeated = [.. Enumerable.Range(0, rows.Length).SelectMany(row => Enumerable.Repeat(row, weights[row]))];
            if (repeated.Length == 0)
                return;
            var features = FeatureMatrix.FromRows([.. rows.Select(row => new[] { row.Item1, row.Item2 })]);
            double[] target = [.. rows.Select(row => row.Item3)];
            var ridge = new Ridge { Alpha = 0.5, FitIntercept = fitIntercept };

            var weighted = ridge.Fit(features, target, [.. weights.Take(rows.Length).Select(weight => (double)weight)]);

            var plain = ridge.Fit(features.TakeRows(repeated), [.. repeated.Select(row => target[row])]);
            Matrices.AssertClose([.. plain.Coefficients, plain.Intercept], [.. weighted.Coefficients, weighted.Intercept]);
        });

    [Fact]
    public void IllegalWeights_AreRefused()
    {
        var rows = FeatureMatrix.FromRows([[1], [2]]);
        Assert.StartsWith("The weight of row 1 is -1; Ridge needs finite numbers of at least 0.", Assert.Throws<ArgumentException>(() => new Ridge().Fit(rows, [1, 2], [1, -1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Ridge has nothing to learn from: the weights of all rows are 0.", Assert.Throws<ArgumentException>(() => new Ridge().Fit(rows, [1, 2], [0, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExactLine_IsRecoveredWithoutPenalty()
    {
        var fitted = new Ridge { Alpha = 0 }.Fit(FeatureMatrix.FromRows([[1, 0], [2, 1], [3, 5], [4, 4]]), [3, 6, 12, 13]);
        Matrices.AssertClose([2, 1], fitted.Coefficients);
        Assert.Equal(1, fitted.Intercept, 1e-10);
    }

    [Fact]
    public void WithoutIntercept_TheModelGoesThroughTheOrigin()
    {
        var fitted = new Ridge { Alpha = 0, FitIntercept = false }.Fit(FeatureMatrix.FromRows([[1], [2]]), [3, 6]);
        Assert.Equal(0, fitted.Intercept);
        Matrices.AssertClose([3, 0], fitted.Predict(FeatureMatrix.FromRows([[1], [0]])));
    }

    [Fact]
    public void LargerPenalty_GivesSmallerCoefficients() =>
        Gen.Double[-10, 10].Array[4, 30].Sample(values =>
        {
            var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), values);
            double[] target = [.. values.Select(value => 3 * value - 1 + Math.Sin(value))];
            double[] sizes = [.. new[] { 0.1, 1, 10, 1000 }.Select(alpha => Math.Abs(new Ridge { Alpha = alpha }.Fit(rows, target).Coefficients[0]))];
            Assert.Equal(sizes.OrderDescending(), sizes);
        });

    [Fact]
    public void MoreColumnsThanRows_AreSolvedWithAPenaltyOnly()
    {
        var rows = FeatureMatrix.FromRows([[1, 2, 3], [3, 1, 2]]);
        var error = Assert.Throws<ArgumentException>(() => new Ridge { Alpha = 0 }.Fit(rows, [1, 2]));
        Assert.Equal("Ridge found no unique solution with Alpha 0: a column is constant, follows from the others, or is too large to square. Raise Alpha, or scale or leave out such columns.", error.Message);
        Assert.All(new Ridge().Fit(rows, [1, 2]).Predict(rows), prediction => Assert.InRange(prediction, 1, 2));
    }

    [Fact]
    public void ConstantColumn_CountsForNothingUnderAPenaltyAndIsRefusedWithoutOne()
    {
        var rows = FeatureMatrix.FromRows([[0.1, 1], [0.1, 2], [0.1, 4]]);
        Assert.Equal(0, new Ridge { Alpha = 1e-9 }.Fit(rows, [1, 2, 3]).Coefficients[0]);
        Assert.Throws<ArgumentException>(() => new Ridge { Alpha = 0 }.Fit(rows, [1, 2, 3]));
    }

    [Fact]
    public void MissingOrOtherwiseUnsuitableData_IsRefused()
    {
        var rows = FeatureMatrix.FromRows([[1], [2]]);
        Assert.Contains("2 rows and 1 targets", Assert.Throws<ArgumentException>(() => new Ridge().Fit(rows, [1])).Message, StringComparison.Ordinal);
        Assert.Contains("in row 1", Assert.Throws<ArgumentException>(() => new Ridge().Fit(rows, [1, double.NaN])).Message, StringComparison.Ordinal);
        var fitted = new Ridge().Fit(rows, [1, 2]);
        Assert.Contains("x0 is missing (NaN) in row 0", Assert.Throws<ArgumentException>(() => fitted.Predict(FeatureMatrix.FromRows([[double.NaN]]))).Message, StringComparison.Ordinal);
        Assert.Contains("was fitted on the columns [x0]", Assert.Throws<ColumnMismatchException>(() => fitted.Predict(FeatureMatrix.FromRows([[1, 2]]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FitThroughAPlan_GivesTheSameModel()
    {
        var rows = FeatureMatrix.FromRows([[1], [2], [4]]);
        var planned = PlannedFit.Fit(new Ridge(), new Dataset(rows, [1, 2, 5]));
        Assert.Equal(new Ridge().Fit(rows, [1, 2, 5]).Coefficients, planned.Coefficients);
    }

    [Fact]
    public void EqualSettings_MakeEqualConfigurations()
    {
        Assert.Equal(new Ridge { Alpha = 2 }, new Ridge { Alpha = 2 });
        Assert.NotEqual(new Ridge { Alpha = 2 }, new Ridge { Alpha = 2, FitIntercept = false });
    }

    [Fact]
    public void LargeTargets_AreFittedToTheirOwnPrecision()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(row => (double)(row * 37 % 60))];
        double[] target = [.. x.Select(value => 1e15 + value)];
        var features = FeatureMatrix.FromColumns(new FeatureNames("x"), x);

        double[] predictions = new Ridge { Alpha = 1e-9 }.Fit(features, target).Predict(features);

        Assert.Equal(0, predictions.Zip(target, (prediction, truth) => Math.Abs(prediction - truth)).Max(), 0.25);
    }
}
