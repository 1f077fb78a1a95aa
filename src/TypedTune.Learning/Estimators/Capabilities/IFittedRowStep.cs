namespace TypedTune.Learning;

/// <summary>A fitted step that maps one row at a time without making a matrix of it, as an application needs it that answers requests.</summary>
/// <remarks>Optional: of a step without it a matrix of one row is made. Immutable and thread safe, as all that is fitted.</remarks>
/// <typeparam name="TInput">What a row holds: a double a column of numbers, a string a column of categories, null where missing.</typeparam>
/// <typeparam name="TOutput">What a mapped row holds, alike.</typeparam>
public interface IFittedRowStep<TInput, TOutput>
{
    /// <summary>Maps a row, to the same bits as <see cref="IFittedStep{TInput, TOutput}.Transform"/>.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">The columns, those at fit.</param>
    /// <param name="output">As many values as the step has <see cref="IFittedStep{TInput, TOutput}.FeatureNames"/>, all set.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a value cannot be mapped.</exception>
    void TransformRow(ReadOnlySpan<TInput> row, FeatureNames names, Span<TOutput> output);
}
