namespace TypedTune.Learning;

/// <summary>Contributions summed over trees.</summary>
/// <param name="outputs">How many numbers a prediction has.</param>
/// <param name="rows">M.</param>
/// <param name="columns">P.</param>
internal sealed class ContributionSums(int outputs, int rows, int columns)
{
    private readonly double[][] _sums = [.. Enumerable.Range(0, outputs).Select(_ => new double[(long)rows * columns])];

    /// <summary>P.</summary>
    public int Columns => columns;

    /// <summary>How many numbers a prediction has.</summary>
    public int Outputs => outputs;

    /// <summary>Adds to one contribution.</summary>
    public void Add(int output, int row, int column, double value) => _sums[output][(long)column * rows + row] += value;

    /// <summary>The mean over the trees: M × P for each output, column after column.</summary>
    public double[][] DivideBy(int trees)
    {
        foreach (var sum in _sums)
        {
            foreach (ref double value in sum.AsSpan())
                value /= trees;
        }

        return _sums;
    }
}
