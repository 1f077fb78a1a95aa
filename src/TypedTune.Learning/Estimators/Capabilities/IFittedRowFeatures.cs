namespace TypedTune.Learning;

/// <summary>A fitted step on whole rows that maps one row at a time without making a table of it. Implemented by the generator for column transformers.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public interface IFittedRowFeatures<in TRow>
{
    /// <summary>Maps a row, to the same bits as <see cref="IFittedStep{TInput, TOutput}.Transform"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="output">As many values as the step has <see cref="IFittedStep{TInput, TOutput}.FeatureNames"/>, all set.</param>
    /// <exception cref="ArgumentException">A value cannot be mapped.</exception>
    void TransformRow(TRow row, Span<double> output);
}
