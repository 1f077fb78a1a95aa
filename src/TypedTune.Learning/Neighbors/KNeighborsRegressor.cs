namespace TypedTune.Learning;

/// <summary>Predicts the mean of the targets of the nearest training rows, by Euclidean distance.</summary>
/// <remarks>
/// Every distance is computed: a prediction of M rows costs M × N × P. Scale the columns first, or the widest decides alone.
/// Equally distant rows are taken in the order of the training rows, where scikit-learn's choice depends on its search tree.
/// </remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record KNeighborsRegressor : IRegressor<KNeighborsRegressor, FittedKNeighborsRegressor>, IFitEstimate, ISubmodels<KNeighborsRegressor, double[], FittedKNeighborsRegressorSubmodels>
{
    /// <summary>How many neighbours decide, at least 1 and at most the number of training rows. Default: 5.</summary>
    [Hyperparameter(Min = 1, SearchMin = 1, SearchMax = 50, Scale = Scale.Log)]
    public int Neighbors { get; init; } = 5;

    /// <summary>How much each neighbour counts. Default: <see cref="NeighborWeights.Uniform"/>.</summary>
    [Hyperparameter]
    public NeighborWeights Weights { get; init; } = NeighborWeights.Uniform;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer rows than neighbours, no columns, or a value is missing or infinite.</exception>
    public FittedKNeighborsRegressor Fit(FeatureMatrix features, double[] target, FitContext? context = null) => FitSubmodels(features, target, context).Limit(this);

    /// <summary>Takes the rows for any <see cref="Neighbors"/> and <see cref="Weights"/>, whose predictions need one search alone.</summary>
    /// <inheritdoc cref="Fit" path="/param"/>
    /// <inheritdoc cref="Fit" path="/exception"/>
    public FittedKNeighborsRegressorSubmodels FitSubmodels(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        DeclaredBounds.Check(this);
        var search = new NeighborSearch(features, Targets.Of(target), Neighbors, nameof(KNeighborsRegressor));
        return new FittedKNeighborsRegressorSubmodels(search, [.. target]);
    }

    KNeighborsRegressor ISubmodels<KNeighborsRegressor, double[], FittedKNeighborsRegressorSubmodels>.ToSubmodelKey() => new();

    KNeighborsRegressor ISubmodels<KNeighborsRegressor, double[], FittedKNeighborsRegressorSubmodels>.Widest(IReadOnlyList<KNeighborsRegressor> members, int rows) =>
        this with { Neighbors = NeighborRule.Widest(members.Select(member => member.Neighbors), rows) };

    FitEstimate IFitEstimate.EstimateFit(InputSize input) => NeighborRule.Estimate(Neighbors, input);
}
