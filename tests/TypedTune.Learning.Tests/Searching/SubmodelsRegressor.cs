namespace TypedTune.Learning.Tests.Searching;

/// <summary>A mean that is shrunk: one fit serves every strength. It counts its fits.</summary>
public sealed partial record ShrunkMean : IRegressor<ShrunkMean, FittedShrunkMean>, ISubmodels<ShrunkMean, double[], ShrunkMeanSubmodels>, IFitEstimate
{
    [Hyperparameter(Min = 0, Max = 1)]
    public double Strength { get; init; }

    /// <summary>Submodels do not differ in it.</summary>
    [Hyperparameter]
    public int Kind { get; init; }

    /// <summary>What a fit is said to take, a unit of strength.</summary>
    public double Work { get; init; }

    [ConfigurationIgnore]
    public FaultLog? Log { get; init; }

    public ShrunkMean ToSubmodelKey() => this with { Strength = 0 };

    public ShrunkMean Widest(IReadOnlyList<ShrunkMean> members, int rows) => Kind == 9 ? throw new NotSupportedException("no widest") : this with { Strength = members.Max(member => member.Strength) };

    public FitEstimate EstimateFit(InputSize input) => new(1 + Work * Strength);

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        Log?.Entries.Enqueue($"alone {Strength}");
        return new FittedShrunkMean(target.Average(), Strength);
    }

    public ShrunkMeanSubmodels FitSubmodels(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        Log?.Entries.Enqueue($"submodels up to {Strength}");
        return new ShrunkMeanSubmodels(target.Average());
    }
}

public sealed class FittedShrunkMean(double mean, double strength) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null)
    {
        double[] predictions = new double[features.RowCount];
        Array.Fill(predictions, mean * (1 - strength));
        return predictions;
    }
}

public sealed class ShrunkMeanSubmodels(double mean) : IFittedSubmodels<ShrunkMean, double[]>
{
    public double[][] Predict(FeatureMatrix features, IReadOnlyList<ShrunkMean> members, FitContext? context = null) =>
        [.. members.Select(member => new FittedShrunkMean(mean, member.Strength).Predict(features, context))];
}
