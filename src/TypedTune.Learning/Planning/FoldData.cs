namespace TypedTune.Learning;

/// <summary>A fold's rows at one point of a pipeline.</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Train">The rows to learn from.</param>
/// <param name="Validation">The rows held back; null if no rows are held back.</param>
/// <param name="TrainAsNew">The rows to learn from as a finished model would see them, where that differs from <paramref name="Train"/> and is asked for.</param>
internal readonly record struct FoldData<T>(T Train, T? Validation, T? TrainAsNew = default)
{
    /// <summary>The rows to learn from as rows to predict.</summary>
    public T ToPredict => TrainAsNew ?? Train;

    /// <summary>Maps each part of the data that there is.</summary>
    public FoldData<TOutput> Select<TOutput>(Func<T, TOutput> map) => new(
        map(Train),
        Validation is null ? default : map(Validation),
        TrainAsNew is null ? default : map(TrainAsNew));
}
