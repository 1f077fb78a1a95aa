namespace TypedTune.Learning;

/// <summary>One division of the rows into training rows and validation rows, as row numbers from 0.</summary>
/// <remarks>Treated as immutable: do not write to the arrays, which are not copied. Safe to read from several threads.</remarks>
/// <param name="train">The rows to learn from, ascending.</param>
/// <param name="validation">The rows to be scored on, ascending, none of them in <paramref name="train"/>.</param>
public sealed class Fold(int[] train, int[] validation)
{
    /// <summary>The rows to learn from, ascending.</summary>
    public int[] Train { get; } = train ?? throw new ArgumentNullException(nameof(train));

    /// <summary>The rows to be scored on, ascending.</summary>
    public int[] Validation { get; } = validation ?? throw new ArgumentNullException(nameof(validation));

    /// <summary>The numbers of training and validation rows.</summary>
    public override string ToString() => $"{Train.Length} rows to learn from, {Validation.Length} to be scored on";

    /// <summary>Creates folds from the number of the fold that holds each row back.</summary>
    internal static IReadOnlyList<Fold> Of(ReadOnlySpan<int> foldOfRow, int folds)
    {
        var sizes = new int[folds];
        foreach (int fold in foldOfRow)
            sizes[fold]++;
        var result = new Fold[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            var train = new int[foldOfRow.Length - sizes[fold]];
            var validation = new int[sizes[fold]];
            int trained = 0, validated = 0;
            for (int row = 0; row < foldOfRow.Length; row++)
            {
                if (foldOfRow[row] == fold)
                    validation[validated++] = row;
                else
                    train[trained++] = row;
            }

            result[fold] = new Fold(train, validation);
        }

        return result;
    }
}
