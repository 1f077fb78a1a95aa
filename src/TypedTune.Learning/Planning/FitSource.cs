namespace TypedTune.Learning;

/// <summary>The data that a run learns from; a plan holds none of it.</summary>
internal abstract class FitSource
{
    /// <summary>Makes rows with targets the source.</summary>
    public static FitSource<TData> From<TData>(TData data)
        where TData : IDataset<TData> => new(data, static (all, rows) => all.TakeRows(rows));

    /// <summary>Makes a matrix the source.</summary>
    public static FitSource<FeatureMatrix> From(FeatureMatrix features) => new(features, static (all, rows) => all.TakeRows(rows));
}

/// <summary>The data that a run learns from.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="whole">All rows.</param>
/// <param name="take">Takes some of the rows; null if all are always used.</param>
internal sealed class FitSource<T>(T whole, Func<T, int[], T>? take) : FitSource
{
    public T Whole { get; } = whole;

    /// <summary>Takes the rows with the given numbers, or all rows if no numbers are given.</summary>
    public T Take(int[]? rows) => rows is null ? Whole : take!(Whole, rows);
}
