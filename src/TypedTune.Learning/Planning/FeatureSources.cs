namespace TypedTune.Learning;

/// <summary>Passes on, from step to step, from which original columns each feature was made.</summary>
internal static class FeatureSources
{
    /// <summary>A step's output, with the sources of its columns.</summary>
    /// <param name="input">The input of the step.</param>
    /// <param name="output">The output of the step. Sources that the step itself gave to its columns are kept.</param>
    public static TOutput Trace<TInput, TOutput>(TInput input, TOutput output)
    {
        FeatureNames? inputs = input switch
        {
            FeatureMatrix numbers => numbers.Names,
            CategoryMatrix categories => categories.Names,
            _ => null,
        };
        object? traced = (inputs, output) switch
        {
            (null, _) => output,
            (_, FeatureMatrix { Names.KnowsSources: false } numbers) => numbers.WithNames(Trace(inputs, numbers.Names)),
            (_, CategoryMatrix { Names.KnowsSources: false } categories) => categories.WithNames(Trace(inputs, categories.Names)),
            _ => output,
        };
        return (TOutput)traced!;
    }

    private static FeatureNames Trace(FeatureNames inputs, FeatureNames outputs) => outputs.Equals(inputs) ? inputs : outputs.MadeOf(inputs);
}
