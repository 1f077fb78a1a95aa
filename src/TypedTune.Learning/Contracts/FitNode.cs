using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>
/// One thing to be computed for one fold of a search: a fit, or data made ready for one. Equal configurations on equal
/// inputs share a node, and so are fitted once. Made by a <see cref="FitPlanner"/>; run by the engine.
/// </summary>
public abstract class FitNode
{
    private readonly FitNode[] _inputs;

    private protected FitNode(string? step, int fold, FitNode[] inputs)
    {
        Step = step;
        Fold = fold;
        _inputs = inputs;
    }

    /// <summary>The path of the step that is fitted here, or null where nothing is fitted.</summary>
    public string? Step { get; }

    /// <summary>The fold, from 0.</summary>
    public int Fold { get; }

    internal IReadOnlyList<FitNode> Inputs => _inputs;

    /// <summary>Why there is no result: what this node or one of its inputs threw.</summary>
    internal Exception? Error { get; set; }

    internal TimeSpan FitTime { get; private set; }

    internal TimeSpan ApplyTime { get; private set; }

    /// <summary>Computes the result from the inputs' results.</summary>
    internal abstract void Run(FitContext context);

    /// <summary>Lets go of the result.</summary>
    internal abstract void Release();

    /// <summary>Runs the two halves of the work and keeps their times apart.</summary>
    private protected void Time(Action fit, Action apply)
    {
        long start = Stopwatch.GetTimestamp();
        fit();
        FitTime = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        apply();
        ApplyTime = Stopwatch.GetElapsedTime(start);
    }
}
