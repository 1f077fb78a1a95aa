using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace TypedTune.Learning.Tests.Searching;

public enum Fault
{
    None,
    Throw,
    NaN,
    Hang,
    OutOfMemory,
    TimeOut,
}

/// <summary>What the faulty steps did, for tests that look at it afterwards. One a test.</summary>
public sealed class FaultLog
{
    public ConcurrentBag<Thread> Threads { get; } = [];

    public ConcurrentBag<WeakReference> Fitted { get; } = [];

    public ConcurrentDictionary<string, int> Fits { get; } = [];

    public ConcurrentQueue<string> Entries { get; } = [];

    public int FitsOf(string step) => Fits.GetValueOrDefault(step);

    // A log tells no configuration from another.
    public override bool Equals(object? obj) => obj is FaultLog;

    public override int GetHashCode() => 0;
}

/// <summary>Where a step goes wrong: in one fold, or nowhere.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="Fold">In which of three folds; -1 for all of them.</param>
/// <param name="Times">How often, before it goes right.</param>
[Configuration]
public sealed partial record FaultPlan(Fault Fault, int Fold = -1, int Times = int.MaxValue)
{
    public static FaultPlan None { get; } = new(Fault.None);

    private readonly StrongBox<int> _happened = new();

    // Not part of the configuration.
    public bool Equals(FaultPlan? other) => other is not null && (Fault, Fold, Times) == (other.Fault, other.Fold, other.Times);

    public override int GetHashCode() => HashCode.Combine(Fault, Fold, Times);

    /// <summary>Does what is planned; the first column holds the row's number.</summary>
    /// <returns>Whether the output should be spoilt.</returns>
    public bool Strike(ReadOnlySpan<double> rows, int count, FitContext? context)
    {
        int fold = !rows.Contains(0) ? 0 : !rows.Contains(count - 1) ? 2 : 1;
        if (Fault == Fault.None || (Fold >= 0 && fold != Fold) || Interlocked.Increment(ref _happened.Value) > Times)
            return false;
        switch (Fault)
        {
            case Fault.Throw:
                throw new InvalidOperationException("it broke");
            case Fault.TimeOut:
                throw new TimeoutException("the database is slow");
            case Fault.OutOfMemory:
                throw new OutOfMemoryException("there is no more");
            case Fault.Hang:
                context!.CancellationToken.WaitHandle.WaitOne();
                context.CancellationToken.ThrowIfCancellationRequested();
                return false;
            default:
                return true;
        }
    }
}

/// <summary>A transformer that goes wrong as planned, and otherwise hands its input on.</summary>
public sealed partial record FaultyStep : ITransformer<FittedFaultyStep>
{
    public const int Rows = 30;

    public string Name { get; init; } = "";

    [Hyperparameter]
    public FaultPlan Plan { get; init; } = FaultPlan.None;

    [ConfigurationIgnore]
    public FaultLog? Log { get; init; }

    public FittedFaultyStep Fit(FeatureMatrix input, FitContext? context = null)
    {
        Log?.Fits.AddOrUpdate(Name, 1, (_, fits) => fits + 1);
        Log?.Threads.Add(Thread.CurrentThread);
        bool isSpoilt = Plan.Strike(input.Column(0), Rows, context);
        var fitted = new FittedFaultyStep(input.Names, isSpoilt);
        Log?.Fitted.Add(new WeakReference(fitted));
        return fitted;
    }
}

public sealed class FittedFaultyStep(FeatureNames names, bool isSpoilt) : IFittedStep<FeatureMatrix, FeatureMatrix>
{
    public FeatureNames FeatureNames => names;

    public FeatureMatrix Transform(FeatureMatrix input)
    {
        if (!isSpoilt)
            return input;
        double[] values = new double[(long)input.RowCount * input.ColumnCount];
        Array.Fill(values, double.NaN);
        return FeatureMatrix.FromColumnMajor(values, input.RowCount, names);
    }
}

/// <summary>A regressor that goes wrong as planned, and otherwise predicts the columns' mean times its slope.</summary>
public sealed partial record FaultyRegressor : IRegressor<FaultyRegressor, FittedFaultyRegressor>
{
    [Hyperparameter]
    public double Slope { get; init; } = 1;

    [Hyperparameter]
    public FaultPlan Plan { get; init; } = FaultPlan.None;

    [ConfigurationIgnore]
    public FaultLog? Log { get; init; }

    public FittedFaultyRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        Log?.Fits.AddOrUpdate("Last", 1, (_, fits) => fits + 1);
        Log?.Threads.Add(Thread.CurrentThread);
        double slope = Plan.Strike(features.Column(0), FaultyStep.Rows, context) ? double.NaN : Slope;
        var fitted = new FittedFaultyRegressor(slope);
        Log?.Fitted.Add(new WeakReference(fitted));
        return fitted;
    }
}

public sealed class FittedFaultyRegressor(double slope) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null) =>
        [.. Enumerable.Range(0, features.RowCount).Select(row => slope * Enumerable.Range(0, features.ColumnCount).Average(column => features[row, column]))];
}

[Row]
public sealed partial record FaultyRow
{
    public required double Number { get; init; }

    public required double Other { get; init; }

    [Target]
    public required double Value { get; init; }

    public static Table<FaultyRow> Many() => new(Enumerable.Range(0, FaultyStep.Rows).Select(i => new FaultyRow { Number = i, Other = i, Value = 2 * i }));
}

[Pipeline]
public sealed partial record FaultyBranch
{
    public FaultyStep First { get; init; } = new();

    public FaultyStep Second { get; init; } = new();
}

[ColumnTransformer<FaultyRow>]
public sealed partial record FaultyFeatures
{
    [Columns(nameof(FaultyRow.Number))]
    public FaultyBranch Left { get; init; } = new();

    [Columns(nameof(FaultyRow.Other))]
    public FaultyStep Right { get; init; } = new();
}

/// <summary>A pipeline of which every step can go wrong.</summary>
[Pipeline]
public sealed partial record FaultyModel
{
    public FaultyFeatures Features { get; init; } = new();

    public FaultyStep Middle { get; init; } = new();

    public FaultyRegressor Last { get; init; } = new();

    public static IReadOnlyList<string> Steps { get; } = ["Features.Left.First", "Features.Left.Second", "Features.Right", "Middle", "Last"];

    /// <summary>The model whose steps write to a log.</summary>
    public static FaultyModel Logging(FaultLog? log)
    {
        var model = new FaultyModel();
        FaultyStep Step(string name) => new() { Name = name, Log = log };
        return model with
        {
            Features = model.Features with
            {
                Left = model.Features.Left with { First = Step(Steps[0]), Second = Step(Steps[1]) },
                Right = Step(Steps[2]),
            },
            Middle = Step(Steps[3]),
            Last = new FaultyRegressor { Log = log },
        };
    }

    /// <summary>A candidate a slope: faulty at a step, or not at all.</summary>
    public static Grid<FaultyModel> Candidates(string step, FaultLog? log, params (FaultPlan Plan, double Slope)[] candidates)
    {
        var p = SpaceFrom(Logging(log));
        var plan = step switch
        {
            "Features.Left.First" => p.Features.Left.First.Plan,
            "Features.Left.Second" => p.Features.Left.Second.Plan,
            "Features.Right" => p.Features.Right.Plan,
            "Middle" => p.Middle.Plan,
            _ => p.Last.Plan,
        };
        return candidates.Select(candidate => plan.In(candidate.Plan) * p.Last.Slope.In(candidate.Slope)).Aggregate((one, other) => one + other);
    }
}
