namespace TypedTune.Learning;

/// <summary>Data, and the step that made it.</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="data">A fold's rows.</param>
/// <param name="fitted">The fitted step; null if no step made the data.</param>
internal sealed class DataResult<T>(FoldData<T> data, object? fitted = null) : FitResult(fitted)
{
    public FoldData<T> Data { get; } = data;
}
