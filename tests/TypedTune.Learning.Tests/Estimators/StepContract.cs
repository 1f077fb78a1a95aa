namespace TypedTune.Learning.Tests;

/// <summary>What every step promises; each step's tests inherit it.</summary>
public abstract class StepContract<TInput, TOutput>
{
    /// <summary>A configuration, made anew at each call.</summary>
    protected abstract IStep<TInput, TOutput> Create();

    /// <summary>A configuration that differs, or null where there is but one.</summary>
    protected abstract IStep<TInput, TOutput>? CreateOther();

    protected abstract TInput TrainingRows();

    protected abstract TInput Renamed(TInput rows);

    protected abstract TInput TakeRows(TInput rows, int[] indices);

    /// <summary>How large rows are, as a plan knows it.</summary>
    protected abstract InputSize Size(TInput rows);

    protected abstract int RowCount(TOutput output);

    protected abstract FeatureNames Names(TOutput output);

    /// <summary>Everything the output says, for an exact comparison.</summary>
    protected abstract IEnumerable<object?> Contents(TOutput output);

    /// <summary>Everything that a step makes of one row without a matrix, for an exact comparison.</summary>
    protected abstract IEnumerable<object?> RowContents(IFittedStep<TInput, TOutput> fitted, TInput rows, int row);

    [Fact]
    public void ConfigurationsWithEqualSettings_AreEqual()
    {
        Assert.Equal<object>(Create(), Create());
        Assert.Equal(Create().GetHashCode(), Create().GetHashCode());
    }

    [Fact]
    public void ConfigurationsWithOtherSettings_Differ()
    {
        if (CreateOther() is { } other)
            Assert.NotEqual<object>(Create(), other);
    }

    [Fact]
    public void Fit_LeavesTheConfigurationAsItWas()
    {
        var configuration = Create();
        _ = configuration.Fit(TrainingRows());
        Assert.Equal<object>(Create(), configuration);
    }

    [Fact]
    public void Transform_GivesAsManyRowsAsItIsGiven()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        Assert.Equal(3, RowCount(fitted.Transform(TakeRows(rows, [2, 0, 2]))));
        Assert.Equal(0, RowCount(fitted.Transform(TakeRows(rows, []))));
    }

    [Fact]
    public void Transform_NamesItsColumnsAsAnnounced()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        Assert.Equal(fitted.FeatureNames, Names(fitted.Transform(rows)));
    }

    [Fact]
    public void Transform_WorksRowByRow()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        Assert.Equal(Contents(fitted.Transform(TakeRows(rows, [1]))), Contents(fitted.Transform(TakeRows(rows, [1, 1, 0]))).Chunk(3).Select(column => column[0]));
    }

    [Fact]
    public void RowByItself_IsMappedToTheSameBits()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        for (int row = 0; row < 3; row++)
            Assert.Equal(Contents(fitted.Transform(TakeRows(rows, [row]))), RowContents(fitted, rows, row));
    }

    [Fact]
    public void RowOfOtherColumns_IsRefused()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        var error = Assert.Throws<ColumnMismatchException>(() => RowContents(fitted, Renamed(rows), 0).Count());
        Assert.Contains("was fitted on the columns [", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EstimatedColumns_AreThoseOfTheFit()
    {
        var rows = TrainingRows();
        var size = Size(rows);
        foreach (var step in new[] { Create(), CreateOther() ?? Create() })
            Assert.Equal(step.Fit(rows).FeatureNames.Count, FitEstimate.Of(step, size).OutputColumns ?? size.Columns);
    }

    [Fact]
    public void EstimatedWork_IsNoLessForMoreRowsColumnsOrLevels()
    {
        foreach (var step in new[] { Create(), CreateOther() ?? Create() })
            EstimateLaws.AssertGrowing(size => FitEstimate.Of(step, size));
    }

    [Fact]
    public void Transform_RefusesOtherColumns()
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        var error = Assert.Throws<ColumnMismatchException>(() => fitted.Transform(Renamed(rows)));
        Assert.Contains("was fitted on the columns [", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_GivesTheSameBitsAtAnyNumberOfThreads()
    {
        var rows = TrainingRows();
        Assert.Equal(FitAndTransform(1), FitAndTransform(2));

        object?[] FitAndTransform(int threads)
        {
            using var scheduler = new WorkScheduler(threads);
            var context = new FitContext(scheduler, TestContext.Current.CancellationToken);
            return [.. Contents(Create().Fit(rows, context).Transform(rows))];
        }
    }
}
