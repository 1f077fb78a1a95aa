using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>What each member of a path predicts, or failed with.</summary>
internal sealed class PathResults
{
    private readonly Dictionary<PlanNode, (PredictionResult? Result, Exception? Error)> _results = [];

    /// <summary>Computes what a member predicts; what is wrong with its predictions is its own failure.</summary>
    public void Add(PlanNode member, Func<PredictionResult> predict, Func<Exception, bool> isOwn)
    {
        try
        {
            _results[member] = (predict(), null);
        }
        catch (Exception exception) when (isOwn(exception))
        {
            _results[member] = (null, exception);
        }
    }

    /// <summary>What a member predicts; throws what it failed with.</summary>
    public PredictionResult Take(PlanNode member)
    {
        var (result, error) = _results[member];
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
        return result!;
    }
}
