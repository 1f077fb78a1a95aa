using TypedTune.Learning;

namespace TypedTune.Benchmarks.Peers;

/// <summary>A matrix as TypedTune takes it.</summary>
/// <param name="Features">The numbers, not copied.</param>
/// <param name="Numbers">The target.</param>
/// <param name="Labels">The target as labels, for classes.</param>
internal sealed record TypedTuneRows(FeatureMatrix Features, double[] Numbers, Categories Labels)
{
    public static TypedTuneRows Of(Matrix matrix)
    {
        string[] levels = [.. Enumerable.Range(0, matrix.Classes).Select(level => $"{level}")];
        int[] codes = matrix.Classes == 0 ? [] : Array.ConvertAll(matrix.Target, number => (int)number);
        return new TypedTuneRows(
            FeatureMatrix.FromColumnMajor(matrix.Values, matrix.Rows, FeatureNames.Numbered(matrix.Columns)),
            matrix.Target,
            new Categories(levels, codes));
    }
}
