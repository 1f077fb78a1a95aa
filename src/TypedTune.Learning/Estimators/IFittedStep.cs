namespace TypedTune.Learning;

/// <summary>What a step learned. Immutable and thread safe.</summary>
/// <typeparam name="TInput">What it reads.</typeparam>
/// <typeparam name="TOutput">What it makes of it.</typeparam>
public interface IFittedStep<TInput, TOutput>
{
    /// <summary>The names of the output's columns.</summary>
    FeatureNames FeatureNames { get; }

    /// <summary>Maps rows, these or others, to the output; as many rows come out as went in.</summary>
    /// <param name="input">Rows with the columns that the step was fitted on.</param>
    /// <exception cref="ArgumentException">The columns are others, or a value cannot be mapped.</exception>
    TOutput Transform(TInput input);
}
