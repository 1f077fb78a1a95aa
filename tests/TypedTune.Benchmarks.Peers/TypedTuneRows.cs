using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>A matrix as TypedTune takes it.</summary>
/// <param name="Features">The numbers, not copied.</param>
/// <param name="Numbers">The target.</param>
/// <param name="Labels">The target as labels, for classes.</param>
internal sealed record TypedTuneRows(FeatureMatrix Features, double[] Numbers, Categories Labels)
{
    /// <summary>Takes a matrix.</summary>
    /// <param name="matrix">N × P.</param>
    /// <param name="levels">How many categories each of the last columns holds.</param>
    public static TypedTuneRows Of(Matrix matrix, int[] levels)
    {
        var numbers = FeatureNames.Numbered(matrix.Columns - levels.Length);
        var categories = FeatureNames.OfCategories(levels.Select((_, index) => $"c{index}"), levels.Select(Numbered));
        int[] codes = matrix.Classes == 0 ? [] : Array.ConvertAll(matrix.Target, number => (int)number);
        return new TypedTuneRows(
            FeatureMatrix.FromColumnMajor(matrix.Values, matrix.Rows, FeatureNames.Concatenate(numbers, categories)),
            matrix.Target,
            new Categories(Numbered(matrix.Classes), codes));
    }

    private static string[] Numbered(int count) => [.. Enumerable.Range(0, count).Select(level => $"{level}")];
}
