namespace TypedTune.Learning;

/// <summary>
/// A predictor whose fit holds submodels: models of other configurations, such as the forests of fewer trees that a forest holds, which need no fit of their own. Implement <see cref="ISubmodels{TSelf, TTarget, TFittedSubmodels}"/>; a search uses this untyped form.
/// </summary>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
public interface ISubmodels<TTarget>
{
    /// <summary>A key that is equal for exactly those configurations whose models one fit can hold.</summary>
    object SubmodelKey { get; }

    /// <summary>Finds the configuration whose fit holds the models of all members.</summary>
    /// <param name="members">Configurations of one <see cref="SubmodelKey"/>, at least one.</param>
    /// <param name="rows">N, on how many rows it will be fitted.</param>
    ISubmodels<TTarget> Widest(IReadOnlyList<ISubmodels<TTarget>> members, int rows);

    /// <summary>Fits a model on N rows that holds those of this configuration and of the narrower ones.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N targets.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    IFittedSubmodels<TTarget> FitSubmodels(FeatureMatrix features, TTarget target, FitContext? context = null);
}

/// <summary>
/// The capability that lets a search fit candidates whose models are submodels of one fit once, and score them in one pass. Opt in by implementing it
/// beside <see cref="IRegressor{TSelf, TFitted}"/> or <see cref="IClassifier{TSelf, TFitted}"/>.
/// </summary>
/// <typeparam name="TSelf">The configuration, a record: its equality tells whose models one fit holds.</typeparam>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
/// <typeparam name="TFittedSubmodels">The fitted model and its submodels.</typeparam>
/// <remarks>
/// Each member must be predicted exactly as by its own fit: the search may take either. A search fits each candidate by itself out of bag, for weighted
/// rows, for metrics that need more than points, see <see cref="PredictionNeeds"/>, and where an <see cref="IFitEstimate"/> says that the widest fit takes more than it saves.
/// </remarks>
public interface ISubmodels<TSelf, TTarget, TFittedSubmodels> : ISubmodels<TTarget>
    where TSelf : class, ISubmodels<TSelf, TTarget, TFittedSubmodels>
    where TFittedSubmodels : IFittedSubmodels<TSelf, TTarget>
{
    /// <summary>This configuration with every hyperparameter that submodels differ in set to one and the same value: equal for exactly the submodels of one fit.</summary>
    /// <remarks>A method, since a record prints its properties, and one of its own type without end.</remarks>
    TSelf ToSubmodelKey();

    object ISubmodels<TTarget>.SubmodelKey => ToSubmodelKey();

    /// <summary>Finds the configuration whose fit holds the models of all members.</summary>
    /// <param name="members">Configurations of one <see cref="ToSubmodelKey"/>, at least one.</param>
    /// <param name="rows">N, on how many rows it will be fitted.</param>
    TSelf Widest(IReadOnlyList<TSelf> members, int rows);

    ISubmodels<TTarget> ISubmodels<TTarget>.Widest(IReadOnlyList<ISubmodels<TTarget>> members, int rows) => Widest([.. members.Cast<TSelf>()], rows);

    /// <inheritdoc cref="ISubmodels{TTarget}.FitSubmodels"/>
    new TFittedSubmodels FitSubmodels(FeatureMatrix features, TTarget target, FitContext? context = null);

    IFittedSubmodels<TTarget> ISubmodels<TTarget>.FitSubmodels(FeatureMatrix features, TTarget target, FitContext? context) => FitSubmodels(features, target, context);
}
