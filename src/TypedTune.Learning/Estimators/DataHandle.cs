namespace TypedTune.Learning;

/// <summary>Points at data in a plan: a fold's rows as they are at one point of a pipeline.</summary>
/// <typeparam name="T">The data.</typeparam>
public class DataHandle<T> : FitHandle
{
    internal DataHandle(IPlanNode node)
        : base(node)
    {
    }
}
