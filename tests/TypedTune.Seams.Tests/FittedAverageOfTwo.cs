using TypedTune.Learning;

namespace TypedTune.Seams;

/// <summary>Two fitted regressors whose predictions are averaged. Immutable and thread safe.</summary>
public sealed record FittedAverageOfTwo(FittedRidge Linear, FittedRandomForestRegressor Forest) : IFittedRegressor
{
    public double[] Predict(FeatureMatrix features, FitContext? context = null) => Mean([new(Linear.Predict(features, context)), new(Forest.Predict(features, context))]).Points.Numbers;

    internal static Predictions Mean(IReadOnlyList<Predictions> members) => new([.. members[0].Points.Numbers.Zip(members[1].Points.Numbers, (one, other) => (one + other) / 2)]);
}
