namespace TypedTune;

/// <summary>A finite space of configurations; covariant, so that what works on grids of estimators can see the estimator's other types.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <remarks>Not for implementing: every one is a <see cref="Grid{T}"/>.</remarks>
public interface IGrid<out T>;
