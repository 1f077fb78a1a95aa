namespace TypedTune.Learning;

/// <summary>One fit that predicts for several configurations. Implement <see cref="IFittedSubmodels{TSelf, TTarget}"/>; a search uses this untyped form.</summary>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
public interface IFittedSubmodels<TTarget>
{
    /// <summary>Predicts for several configurations in one pass.</summary>
    /// <param name="features">M × P, the columns as at fit.</param>
    /// <param name="members">Configurations that the fit serves.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <returns>For each member M predictions.</returns>
    TTarget[] Predict(FeatureMatrix features, IReadOnlyList<ISubmodels<TTarget>> members, FitContext? context = null);
}

/// <summary>One fit that predicts for several configurations of a known type. Immutable and thread safe.</summary>
/// <typeparam name="TSelf">The configuration.</typeparam>
/// <typeparam name="TTarget">An array of numbers for a regressor, <see cref="Categories"/> for a classifier.</typeparam>
public interface IFittedSubmodels<TSelf, TTarget> : IFittedSubmodels<TTarget>
    where TSelf : class, ISubmodels<TTarget>
{
    /// <inheritdoc cref="IFittedSubmodels{TTarget}.Predict"/>
    TTarget[] Predict(FeatureMatrix features, IReadOnlyList<TSelf> members, FitContext? context = null);

    TTarget[] IFittedSubmodels<TTarget>.Predict(FeatureMatrix features, IReadOnlyList<ISubmodels<TTarget>> members, FitContext? context) =>
        Predict(features, [.. members.Cast<TSelf>()], context);
}
