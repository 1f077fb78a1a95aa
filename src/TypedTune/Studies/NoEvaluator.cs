namespace TypedTune;

/// <summary>Stands for the caller, who evaluates candidates in a loop of their own.</summary>
internal sealed class NoEvaluator<T> : IEvaluator<T>
{
    public static NoEvaluator<T> Instance { get; } = new();

    public IEvaluatorSession<T> Start(EvaluatorStart<T> start) => throw new InvalidOperationException("The candidates of this study are evaluated by whoever asks for them.");
}
