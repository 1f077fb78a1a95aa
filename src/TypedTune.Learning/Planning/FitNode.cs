using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>
/// One thing to be computed for one fold of a search: a fit, or data made ready for one. Equal configurations on equal
/// inputs share a node, and so are fitted once. Made by a <see cref="FitPlanner"/>; run by the engine.
/// </summary>
public abstract class FitNode
{
    private FitNode[] _inputs;

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

    /// <summary>The step that a failure here is one of; <see cref="Step"/>, but for what takes its predictions from another's fit.</summary>
    internal string? BlamedStep { get => field ?? Step; init; }

    /// <summary>What is fitted, for messages.</summary>
    internal object? Configuration { get; init; }

    /// <summary>What the fit will take.</summary>
    internal virtual FitEstimate Estimate { get; init; }

    /// <summary>How many bytes the result will hold, data and model together.</summary>
    internal virtual long EstimatedBytes => Estimate.ModelBytes;

    /// <summary>How many bytes the result holds.</summary>
    internal virtual long Bytes => Estimate.ModelBytes;

    /// <summary>How many fits there would be here if no path were shared.</summary>
    internal virtual int FitsWithoutPath => 1;

    /// <summary>How many fits there would be here if every candidate, repeats included, fitted everything.</summary>
    internal int Uses { get; set; }

    /// <summary>The node's place in the order of the work.</summary>
    internal int Order { get; set; }

    /// <summary>Why there is no result: what this node or one of its inputs threw.</summary>
    internal Exception? Error { get; set; }

    /// <summary>Whether the node did not fail of itself, but was broken off by the end of the run.</summary>
    internal bool IsInterrupted { get; set; }

    internal TimeSpan FitTime { get; private set; }

    internal TimeSpan ApplyTime { get; private set; }

    /// <summary>The time of both.</summary>
    internal TimeSpan Duration => FitTime + ApplyTime;

    /// <summary>Computes the result from the inputs' results.</summary>
    internal abstract void Run(FitContext context);

    /// <summary>Lets go of the result.</summary>
    internal abstract void Release();

    /// <summary>Nodes and everything that they need, each once, inputs first: what the first one needs, then what else the second does.</summary>
    internal static IReadOnlyList<FitNode> Reachable(params IEnumerable<FitNode> nodes)
    {
        var seen = new HashSet<FitNode>();
        var ordered = new List<FitNode>();
        foreach (var node in nodes)
            AddReachable(node, seen, ordered);
        return ordered;
    }

    /// <summary>The time of the nodes' fits, and that of applying and scoring.</summary>
    internal static (TimeSpan Fit, TimeSpan Score) Times(IEnumerable<FitNode> nodes)
    {
        var (fit, score) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var node in nodes)
            (fit, score) = (fit + node.FitTime, score + node.ApplyTime);
        return (fit, score);
    }

    private protected void ReplaceInputs(params FitNode[] inputs) => _inputs = inputs;

    private static void AddReachable(FitNode node, HashSet<FitNode> seen, List<FitNode> ordered)
    {
        var open = new Stack<(FitNode Node, bool IsExpanded)>([(node, false)]);
        while (open.TryPop(out var next))
        {
            if (next.IsExpanded)
            {
                ordered.Add(next.Node);
            }
            else if (seen.Add(next.Node))
            {
                open.Push((next.Node, true));
                for (int i = next.Node._inputs.Length - 1; i >= 0; i--)
                    open.Push((next.Node._inputs[i], false));
            }
        }
    }

    /// <summary>Runs the two halves of the work and keeps their times apart; a repetition adds to them.</summary>
    private protected void Time(Action fit, Action apply)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            fit();
        }
        finally
        {
            FitTime += Stopwatch.GetElapsedTime(start);
        }

        start = Stopwatch.GetTimestamp();
        try
        {
            apply();
        }
        finally
        {
            ApplyTime += Stopwatch.GetElapsedTime(start);
        }
    }
}
