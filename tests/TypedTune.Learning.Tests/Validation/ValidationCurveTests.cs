using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class ValidationCurveTests
{
    private static readonly Dataset s_signal = Samples.Signal(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Points_AreThoseOfCrossValidationsInTheOrderOfTheGrid()
    {
        var plots = Plot.Many(80);

        ValidationCurve<PlotModel> curve = PlotModel.Space.Forest.MaxDepth.In(8, 1, 4, 8).ValidationCurve(plots, new KFold(3), Metric.RootMeanSquaredError, cancellationToken: Token);

        Assert.Equal(("Forest.MaxDepth", "RMSE", Direction.Minimize), (curve.Parameter, curve.Metric, curve.Direction));
        Assert.Equal(["8", "1", "4"], curve.Points.Select(point => point.Value));
        Assert.Equal([8, 1, 4], curve.Points.Select(point => point.Configuration.Forest.MaxDepth));
        Assert.All(curve.Points, point =>
        {
            var expected = point.Configuration.CrossValidate(plots, new KFold(3), Metric.RootMeanSquaredError, new() { TrainingScores = true }, Token);
            Assert.Equal(expected.Validation.Values, point.Validation.Values);
            Assert.Equal(expected.Training!.Values, point.Training.Values);
        });
        Assert.True(curve.Points[0].Training.Mean < curve.Points[1].Training.Mean);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Points_AreTheSameBitsAtAnyNumberOfThreads(int threads)
    {
        var grid = RandomForestRegressor.Space.Trees.In(3, 6);
        var expected = grid.ValidationCurve(s_signal, new KFold(3), Metric.RSquared, threads: 1, cancellationToken: Token);

        var actual = grid.ValidationCurve(s_signal, new KFold(3), Metric.RSquared, threads, Token);

        Assert.Equal(expected.Points.SelectMany(point => point.Validation.Values), actual.Points.SelectMany(point => point.Validation.Values));
    }

    [Fact]
    public void GridOfNoneOrSeveralHyperparameters_IsRefused()
    {
        var p = Ridge.Space;

        Assert.Contains("the grid varies Alpha, FitIntercept.", Assert.Throws<ArgumentException>(() => (p.Alpha.In(1, 2) * p.FitIntercept.Any()).ValidationCurve(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("the grid varies none.", Assert.Throws<ArgumentException>(() => Grid<Ridge>.Of(new Ridge()).ValidationCurve(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValueThatFails_IsThrown() =>
        Assert.Equal("Brittle failed in fold 0: it does not want to", Assert.Throws<FitException>(() => Brittle.Space.Behaviour.In(Behaviour.Predict, Behaviour.Throw).ValidationCurve(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token)).Message);

    [Fact]
    public void Cancellation_IsThrown() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Ridge.Space.Alpha.In(1, 2).ValidationCurve(s_signal, new KFold(2), Metric.RSquared, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Table_HasALineAPoint()
    {
        var table = Ridge.Space.Alpha.In(0.5, 2).ValidationCurve(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token).ToTable();

        Assert.Equal(["Alpha", "mean R²", "std", "train R²", "train std"], table.Headers);
        Assert.Equal(["0.5", "2"], table.Rows.Select(row => row[0]));
    }
}
