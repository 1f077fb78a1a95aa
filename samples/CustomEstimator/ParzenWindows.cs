using TypedTune;
using TypedTune.Learning;

namespace CustomEstimator;

#region estimator
/// <summary>Parzen windows (Ann. Math. Stat. 33, 1962): every training row votes for its label, and counts the less the farther away it is.</summary>
public sealed partial record ParzenWindows :
    IClassifier<ParzenWindows, FittedParzenWindows>, IProbabilisticClassification, IWeightedClassifier<FittedParzenWindows>, ISubmodels<ParzenWindows, Categories, FittedParzenWindows>
{
    [Hyperparameter(Min = 1e-3, Max = 1e3, Scale = Scale.Log)]
    public double Width { get; init; } = 1;

    public FittedParzenWindows Fit(FeatureMatrix features, Categories target, FitContext? context = null) =>
        Fit(features, target, [.. Enumerable.Repeat(1.0, target.RowCount)], context);

    // Row weights, where the data has some.
    public FittedParzenWindows Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context = null)
    {
        ((ITunable)this).Validate();
        features.RequireTrainable(Targets.Of(target), weights, nameof(ParzenWindows));
        int[] voters = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        return new(this, features.TakeRows(voters), target.TakeRows(voters), [.. voters.Select(row => weights[row])]);
    }

    // Submodels: the width counts when rows are predicted, so that one fit answers for every width.
    public ParzenWindows ToSubmodelKey() => this with { Width = 1 };
    public ParzenWindows Widest(IReadOnlyList<ParzenWindows> members, int rows) => members[0];
    public FittedParzenWindows FitSubmodels(FeatureMatrix features, Categories target, FitContext? context = null) => Fit(features, target, context);
}

/// <summary>The rows that vote. Immutable and thread safe.</summary>
public sealed partial class FittedParzenWindows(ParzenWindows windows, FeatureMatrix rows, Categories target, double[] weights) : IFittedProbabilisticClassifier, IFittedSubmodels<ParzenWindows, Categories>
{
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => Predict(features, [windows], context)[0];

    public Categories[] Predict(FeatureMatrix features, IReadOnlyList<ParzenWindows> members, FitContext? context = null) =>
        [.. Probabilities(features, members, context).Select(of => new Categories([.. target.Levels], [.. of.Select(row => Array.IndexOf(row, row.Max()))]))];

    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) =>
        FeatureMatrix.FromRows(Probabilities(features, [windows], context)[0], new FeatureNames(target.Levels));

    // Distances are found once for all members.
    private double[][][] Probabilities(FeatureMatrix features, IReadOnlyList<ParzenWindows> members, FitContext? context)
    {
        features.RequireFinite(rows.Names, nameof(ParzenWindows));
        double[][][] result = [.. members.Select(_ => new double[features.RowCount][])];
        (context ?? FitContext.Default).For(features.RowCount, row =>
        {
            double[] distances = [.. weights.Select((_, voter) => Math.Min(1e300, rows.Names.Select((_, c) => Math.Pow(features[row, c] - rows[voter, c], 2)).Sum()))];
            double nearest = distances.Min();
            for (int i = 0; i < members.Count; i++)
                result[i][row] = Shares([.. weights.Select((weight, voter) => weight * Math.Exp((nearest - distances[voter]) / 2 / Math.Pow(members[i].Width, 2)))]);
        });
        return result;
    }

    private double[] Shares(double[] votes) => [.. target.Levels.Select((_, level) => votes.Where((_, voter) => target.Codes[voter] == level).Sum() / votes.Sum())];
}
#endregion
