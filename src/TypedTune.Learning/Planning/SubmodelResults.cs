using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>The predictions of each submodel, or the exception that it failed with.</summary>
internal sealed class SubmodelResults
{
    private readonly Dictionary<PlanNode, (PredictionResult? Result, Exception? Error)> _results = [];

    /// <summary>Computes the predictions of a member; illegal predictions are a failure of that member only.</summary>
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

    /// <summary>Returns the predictions of a member, or throws the exception that it failed with.</summary>
    public PredictionResult Take(PlanNode member)
    {
        var (result, error) = _results[member];
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
        return result!;
    }
}
