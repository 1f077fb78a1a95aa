namespace TypedTune.Learning;

/// <summary>A fitted step, which maps rows to an output. Immutable and thread safe.</summary>
/// <typeparam name="TInput">The input that it reads.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
public interface IFittedStep<TInput, TOutput>
{
    /// <summary>The names of the output's columns.</summary>
    FeatureNames FeatureNames { get; }

    /// <summary>Maps rows, these or others, to the output; as many rows come out as went in.</summary>
    /// <param name="input">Rows with the columns that the step was fitted on.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a value cannot be mapped.</exception>
    TOutput Transform(TInput input);
}
