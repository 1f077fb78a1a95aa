namespace TypedTune;

/// <summary>Evaluates candidates one by one by a function.</summary>
/// <param name="objective">The function.</param>
internal sealed class ObjectiveEvaluator<T>(Objective<T> objective) : IEvaluator<T>
{
    public IEvaluatorSession<T> Start(EvaluatorStart<T> start) => new ObjectiveSession<T>(objective, start);
}
