namespace TypedTune.Learning;

/// <summary>The values to be predicted, or their predictions: numbers for a regression, labels for a classification. Immutable.</summary>
public sealed class Targets
{
    private readonly double[]? _numbers;
    private readonly Categories? _labels;

    private Targets(double[]? numbers, Categories? labels, string name)
    {
        _numbers = numbers;
        _labels = labels;
        Name = name;
    }

    /// <summary>The target column's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => _numbers?.Length ?? _labels!.RowCount;

    /// <summary>Whether these are labels.</summary>
    public bool AreLabels => _labels is not null;

    /// <summary>The numbers of a regression.</summary>
    /// <exception cref="InvalidOperationException">These are labels.</exception>
    public double[] Numbers => _numbers ?? throw new InvalidOperationException($"{Excerpt.From(Name)} holds labels, but a number a row is needed. Declare the [Target] as a number, or use a classifier.");

    /// <summary>The labels of a classification.</summary>
    /// <exception cref="InvalidOperationException">These are numbers.</exception>
    public Categories Labels => _labels ?? throw new InvalidOperationException($"{Excerpt.From(Name)} holds numbers, but a label a row is needed. Declare the [Target] as a string or an enum, or use a regressor.");

    /// <summary>Targets of a regression; the array is not copied.</summary>
    /// <param name="numbers">One a row.</param>
    /// <param name="name">The column's name.</param>
    public static Targets Of(double[] numbers, string name = "target") => new(numbers ?? throw new ArgumentNullException(nameof(numbers)), null, name);

    /// <summary>Targets of a classification.</summary>
    /// <param name="labels">One a row.</param>
    /// <param name="name">The column's name.</param>
    public static Targets Of(Categories labels, string name = "target") => new(null, labels ?? throw new ArgumentNullException(nameof(labels)), name);

    /// <summary>The rows at the given indices.</summary>
    /// <param name="rows">Indices from 0; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the rows.</exception>
    public Targets TakeRows(ReadOnlySpan<int> rows)
    {
        RowNumbers.Require(rows, RowCount);
        if (_labels is not null)
            return Of(_labels.TakeRows(rows), Name);
        var numbers = new double[rows.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = _numbers![rows[i]];
        return Of(numbers, Name);
    }

    /// <summary>Refuses targets with a missing or infinite value.</summary>
    /// <exception cref="ArgumentException">A row has no finite number, or no label; the message names the row.</exception>
    public void RequireComplete()
    {
        for (int row = 0; row < RowCount; row++)
        {
            if (_numbers is not null ? !double.IsFinite(_numbers[row]) : _labels!.Codes[row] < 0)
                throw new ArgumentException($"{Excerpt.From(Name)} is {(_numbers is null ? "missing" : _numbers[row].ToString(System.Globalization.CultureInfo.InvariantCulture))} in row {row}; every row that is learned from or scored needs a target. Remove such rows first.");
        }
    }
}
