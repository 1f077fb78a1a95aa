namespace TypedTune.Learning;

/// <summary>
/// A predictor whose one fit can serve other configurations too: those that differ from it only in hyperparameters along a path, such as the
/// number of a forest's trees. Implement <see cref="IPath{TSelf, TTarget, TFittedPath}"/>; a search uses this untyped form.
/// </summary>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
public interface IPath<TTarget>
{
    /// <summary>The key of the path: it is equal for exactly those configurations that one fit can serve.</summary>
    object PathKey { get; }

    /// <summary>Finds the configuration whose fit serves all members.</summary>
    /// <param name="members">Configurations of one <see cref="PathKey"/>, at least one.</param>
    /// <param name="rows">N, on how many rows it will be fitted.</param>
    IPath<TTarget> Widest(IReadOnlyList<IPath<TTarget>> members, int rows);

    /// <summary>Fits a model on N rows that serves this configuration and those narrower.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N targets.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    IFittedPath<TTarget> FitPath(FeatureMatrix features, TTarget target, FitContext? context = null);
}

/// <summary>
/// The capability that lets a search fit candidates that differ only along a path once, and score them in one pass. Opt in by implementing it
/// beside <see cref="IRegressor{TSelf, TFitted}"/> or <see cref="IClassifier{TSelf, TFitted}"/>.
/// </summary>
/// <typeparam name="TSelf">The configuration, a record: its equality tells which members one path has.</typeparam>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
/// <typeparam name="TFittedPath">The fitted path.</typeparam>
/// <remarks>
/// Each member must be predicted exactly as by its own fit: the search may take either. A search leaves paths alone out of bag, for weighted
/// rows, for metrics that need more than points, see <see cref="PredictionNeeds"/>, and where an <see cref="IFitEstimate"/> says that the widest fit takes more than it saves.
/// </remarks>
public interface IPath<TSelf, TTarget, TFittedPath> : IPath<TTarget>
    where TSelf : class, IPath<TSelf, TTarget, TFittedPath>
    where TFittedPath : IFittedPath<TSelf, TTarget>
{
    /// <summary>This configuration with every hyperparameter along the path set to one and the same value: equal for the members of one path.</summary>
    /// <remarks>A method, since a record prints its properties, and one of its own type without end.</remarks>
    TSelf ToPathKey();

    object IPath<TTarget>.PathKey => ToPathKey();

    /// <summary>Finds the configuration whose fit serves all members.</summary>
    /// <param name="members">Configurations of one <see cref="ToPathKey"/>, at least one.</param>
    /// <param name="rows">N, on how many rows it will be fitted.</param>
    TSelf Widest(IReadOnlyList<TSelf> members, int rows);

    IPath<TTarget> IPath<TTarget>.Widest(IReadOnlyList<IPath<TTarget>> members, int rows) => Widest([.. members.Cast<TSelf>()], rows);

    /// <inheritdoc cref="IPath{TTarget}.FitPath"/>
    new TFittedPath FitPath(FeatureMatrix features, TTarget target, FitContext? context = null);

    IFittedPath<TTarget> IPath<TTarget>.FitPath(FeatureMatrix features, TTarget target, FitContext? context) => FitPath(features, target, context);
}
