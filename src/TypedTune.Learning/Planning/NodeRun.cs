using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>Gives a node its data, inputs and threads while it runs on one fold, and records its times.</summary>
internal abstract class NodeRun(FitContext context)
{
    /// <summary>Threads and cancellation.</summary>
    public FitContext Context { get; } = context;

    /// <summary>The fold, or the inner fold, that the node works on.</summary>
    public abstract FitTask Task { get; }

    /// <summary>All rows.</summary>
    public abstract FitSource Source { get; }

    /// <summary>The fit that the node takes its predictions from instead of fitting itself; null where it fits.</summary>
    public abstract SubmodelsNode? SharedFit { get; }

    public TimeSpan FitTime { get; private set; }

    public TimeSpan ApplyTime { get; private set; }

    /// <summary>The result of an input.</summary>
    public abstract object ResultOf(PlanNode input);

    /// <summary>Divides the training rows into folds, always in the same way.</summary>
    public abstract IReadOnlyList<Fold> Split(ISplitter splitter);

    public FoldData<T> DataOf<T>(PlanNode input) => ((DataResult<T>)ResultOf(input)).Data;

    public FoldPredictions PredictionsOf(PlanNode input) => ((PredictionResult)ResultOf(input)).Predictions;

    /// <summary>Runs an action and counts its time as fitting.</summary>
    public T Fit<T>(Func<T> fit)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return fit();
        }
        finally
        {
            FitTime += Stopwatch.GetElapsedTime(start);
        }
    }

    /// <summary>Runs an action and counts its time as applying, predicting and scoring.</summary>
    public T Apply<T>(Func<T> apply)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return apply();
        }
        finally
        {
            ApplyTime += Stopwatch.GetElapsedTime(start);
        }
    }
}
