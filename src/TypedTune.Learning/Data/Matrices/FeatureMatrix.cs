using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;
using DenseMatrix = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix;

namespace TypedTune.Learning;

/// <summary>
/// Named columns of numbers, one row a sample: N × P, each column in one piece. A missing value is not-a-number.
/// </summary>
/// <remarks>
/// Treated as immutable: steps read it and return new ones. It shares its array with whoever made it
/// (<see cref="FromColumnMajor"/>, MathNet), so change that array and you change the matrix.
/// Safe to read from several threads.
/// </remarks>
public sealed class FeatureMatrix
{
    private readonly FeatureMatrix[] _parts;
    private readonly ColumnMemos? _memos;

    // Null where all columns are plain numbers, or nothing is known of them.
    private readonly NumberKind[]? _kinds;
    private volatile double[]? _values;

    // Of values column after column, or of parts side by side, whose values nobody else has.
    private FeatureMatrix(double[]? values, FeatureMatrix[] parts, int rows, FeatureNames names, ColumnMemos? memos, NumberKind[]? kinds = null)
    {
        _values = values;
        _kinds = kinds;
        _parts = parts;
        _memos = memos;
        RowCount = rows;
        Names = names;
    }

    /// <summary>N, the number of rows.</summary>
    public int RowCount { get; }

    /// <summary>P, the number of columns.</summary>
    public int ColumnCount => Names.Count;

    /// <summary>One name a column.</summary>
    public FeatureNames Names { get; }

    /// <summary>The value in a row and a column, both from 0.</summary>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
            return Column(column)[row];
        }
    }

    /// <summary>Makes a matrix over an array that holds it column after column; the array is not copied.</summary>
    /// <param name="values">rows × names.Count numbers.</param>
    /// <param name="rows">N, at least 0.</param>
    /// <param name="names">One name a column.</param>
    /// <exception cref="ArgumentException">The array's length is not rows × names.Count.</exception>
    public static FeatureMatrix FromColumnMajor(double[] values, int rows, FeatureNames names)
    {
        RequireLength(values, rows, names);
        return new FeatureMatrix(values, [], rows, names, null);
    }

    /// <summary>Takes over an array that nobody else has, so that values derived from its columns can be kept with them.</summary>
    internal static FeatureMatrix Own(double[] values, int rows, FeatureNames names, NumberKind[]? kinds = null)
    {
        RequireLength(values, rows, names);
        return new FeatureMatrix(values, [], rows, names, ColumnMemos.Create(names.Count), kinds);
    }

    /// <summary>What the numbers of a column stand for: as a table's column says, which its rows, parts of them and joins keep; <see cref="NumberKind.Real"/> in what was made otherwise.</summary>
    /// <param name="column">From 0.</param>
    public NumberKind Kind(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
        return _kinds?[column] ?? NumberKind.Real;
    }

    /// <summary>The same columns, told what their numbers stand for; nothing is copied.</summary>
    /// <param name="kinds">One a column, such as <see cref="NumberKind.Date"/>, copied.</param>
    /// <exception cref="ArgumentException">There are not as many as columns.</exception>
    public FeatureMatrix WithKinds(params IReadOnlyList<NumberKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.Count != ColumnCount)
            throw new ArgumentException($"{kinds.Count} kinds were given for {ColumnCount} columns.", nameof(kinds));
        return new FeatureMatrix(_values, _parts, RowCount, Names, _memos, [.. kinds]);
    }

    /// <summary>The kinds of all columns; null where all are plain numbers.</summary>
    internal NumberKind[]? Kinds => _kinds;

    private static void RequireLength(double[] values, int rows, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (values.Length != (long)rows * names.Count)
            throw new ArgumentException($"{rows} rows × {names.Count} columns need {(long)rows * names.Count} values, but the array holds {values.Length}.", nameof(values));
    }

    private static void RequireCount(FeatureNames names, int columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != columns)
            throw new ArgumentException($"{names.Count} names were given for {columns} columns.", nameof(names));
    }

    /// <summary>Makes a matrix from numbers of any precision, column after column, copied.</summary>
    /// <typeparam name="T">Such as <see cref="float"/>.</typeparam>
    /// <param name="values">rows × names.Count numbers.</param>
    /// <param name="rows">N, at least 0.</param>
    /// <param name="names">One name a column.</param>
    /// <exception cref="ArgumentException">There are not rows × names.Count numbers.</exception>
    public static FeatureMatrix FromColumnMajor<T>(ReadOnlySpan<T> values, int rows, FeatureNames names)
        where T : struct, IFloatingPointIeee754<T>
    {
        var converted = new double[values.Length];
        for (int i = 0; i < converted.Length; i++)
            converted[i] = double.CreateChecked(values[i]);
        return Own(converted, rows, names);
    }

    /// <summary>Makes a matrix from numbers of any precision, row after row, copied.</summary>
    /// <typeparam name="T">Such as <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">rows × names.Count numbers.</param>
    /// <param name="rows">N, at least 0.</param>
    /// <param name="names">One name a column.</param>
    /// <exception cref="ArgumentException">There are not rows × names.Count numbers.</exception>
    public static FeatureMatrix FromRowMajor<T>(ReadOnlySpan<T> values, int rows, FeatureNames names)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(names);
        var columns = new double[values.Length];
        var matrix = Own(columns, rows, names);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < names.Count; column++)
                columns[column * rows + row] = double.CreateChecked(values[row * names.Count + column]);
        }

        return matrix;
    }

    /// <summary>Makes a matrix of copied columns.</summary>
    /// <param name="names">One name a column.</param>
    /// <param name="columns">The columns, all of one length.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or are not as many as the names.</exception>
    public static FeatureMatrix FromColumns(FeatureNames names, params IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count != names.Count)
            throw new ArgumentException($"{names.Count} names were given for {columns.Count} columns.", nameof(columns));
        int rows = columns.Count == 0 ? 0 : columns[0].Length;
        var values = new double[(long)rows * columns.Count];
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c].Length != rows)
                throw new ArgumentException($"Column {Excerpt.From(names[c])} has {columns[c].Length} rows, but {Excerpt.From(names[0])} has {rows}.", nameof(columns));
            columns[c].CopyTo(values, c * rows);
        }

        return Own(values, rows, names);
    }

    /// <summary>Makes a matrix from rows, copied.</summary>
    /// <param name="rows">Rows of one length.</param>
    /// <param name="names">One name a column; default <c>x0</c>, <c>x1</c>, ….</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static FeatureMatrix FromRows(IReadOnlyList<double[]> rows, FeatureNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int columns = names?.Count ?? (rows.Count == 0 ? 0 : rows[0].Length);
        var values = new double[(long)rows.Count * columns];
        for (int r = 0; r < rows.Count; r++)
        {
            if (rows[r].Length != columns)
                throw new ArgumentException($"Row {r} has {rows[r].Length} values, but {columns} columns are expected.", nameof(rows));
            for (int c = 0; c < columns; c++)
                values[c * rows.Count + r] = rows[r][c];
        }

        return Own(values, rows.Count, names ?? FeatureNames.Numbered(columns));
    }

    /// <summary>Wraps a MathNet matrix. A dense one shares its storage with the result; any other is copied.</summary>
    /// <param name="matrix">N × P.</param>
    /// <param name="names">One name a column; default <c>x0</c>, <c>x1</c>, ….</param>
    /// <exception cref="ArgumentException">The names are not as many as the columns.</exception>
    public static FeatureMatrix FromMathNet(Matrix<double> matrix, FeatureNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var values = matrix.Storage is DenseColumnMajorMatrixStorage<double> dense ? dense.Data : matrix.ToColumnMajorArray();
        return FromColumnMajor(values, matrix.RowCount, names ?? FeatureNames.Numbered(matrix.ColumnCount));
    }

    /// <summary>This matrix as MathNet's, sharing the storage: nothing is copied, unless it is part of another one by <see cref="Concatenate"/>, whose values must not change.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no rows or no columns, which MathNet does not allow.</exception>
    public Matrix<double> ToMathNet()
    {
        if (RowCount == 0 || ColumnCount == 0)
            throw new InvalidOperationException($"A {RowCount} × {ColumnCount} matrix cannot be a MathNet matrix, which needs a row and a column at least.");
        bool mayBeShared = _memos is null || _memos.TryForget();
        return new DenseMatrix(RowCount, ColumnCount, mayBeShared ? Values() : [.. Values()]);
    }

    /// <summary>One column, N values.</summary>
    /// <param name="column">From 0.</param>
    public ReadOnlySpan<double> Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
        return _values is { } values ? values.AsSpan(column * RowCount, RowCount) : ColumnOfPart(column);
    }

    private ReadOnlySpan<double> ColumnOfPart(int column)
    {
        int part = 0;
        for (; column >= _parts[part].ColumnCount; part++)
            column -= _parts[part].ColumnCount;
        return _parts[part].Column(column);
    }

    /// <summary>All values, column after column. A matrix made by <see cref="Concatenate"/> puts them into one array when it is first asked.</summary>
    public ReadOnlySpan<double> AsColumnMajor() => Values();

    // Made twice by two threads at once, it is the same.
    private double[] Values()
    {
        if (_values is { } values)
            return values;
        double[] joined = new double[(long)RowCount * ColumnCount];
        int at = 0;
        foreach (var part in _parts)
        {
            part.AsColumnMajor().CopyTo(joined.AsSpan(at));
            at += RowCount * part.ColumnCount;
        }

        return Interlocked.CompareExchange(ref _values, joined, null) ?? joined;
    }

    /// <summary>The rows at the given indices, copied in that order.</summary>
    /// <param name="rows">Indices from 0; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the rows.</exception>
    public FeatureMatrix TakeRows(ReadOnlySpan<int> rows)
    {
        RowNumbers.Require(rows, RowCount);
        var values = new double[(long)rows.Length * ColumnCount];
        for (int c = 0; c < ColumnCount; c++)
        {
            var from = Column(c);
            var to = values.AsSpan(c * rows.Length, rows.Length);
            for (int i = 0; i < rows.Length; i++)
                to[i] = from[rows[i]];
        }

        return Own(values, rows.Length, Names, _kinds);
    }

    /// <summary>Renames the columns; nothing is copied.</summary>
    /// <param name="names">One name a column.</param>
    public FeatureMatrix WithNames(FeatureNames names)
    {
        RequireCount(names, ColumnCount);
        return new FeatureMatrix(_values, _parts, RowCount, names, _memos, _kinds);
    }

    /// <summary>Joins matrices of the same rows side by side. Only columns that someone else may change are copied.</summary>
    /// <param name="names">The names of the result, in order.</param>
    /// <param name="parts">The matrices, in order.</param>
    /// <exception cref="ArgumentException">The parts differ in rows, or have other than as many columns as there are names.</exception>
    public static FeatureMatrix Concatenate(FeatureNames names, params IReadOnlyList<FeatureMatrix> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        int rows = parts.Count == 0 ? 0 : parts[0].RowCount;
        foreach (var part in parts)
        {
            if (part.RowCount != rows)
                throw new ArgumentException($"Matrices of {rows} and {part.RowCount} rows cannot stand side by side.", nameof(parts));
        }

        RequireCount(names, parts.Sum(part => part.ColumnCount));
        FeatureMatrix[] owned = [.. parts.Select(part => part.AsPart())];
        return new FeatureMatrix(null, owned, rows, names, ColumnMemos.From(owned.SelectMany(part => Enumerable.Range(0, part.ColumnCount).Select(column => part.Memo(column)!))), JoinKinds(parts));
    }

    private static NumberKind[]? JoinKinds(IReadOnlyList<FeatureMatrix> parts) => parts.All(part => part._kinds is null)
        ? null
        : [.. parts.SelectMany(part => part._kinds ?? new NumberKind[part.ColumnCount])];

    private FeatureMatrix AsPart() => _memos is not null && _memos.TryKeep() ? this : Own([.. Values()], RowCount, Names, _kinds);

    /// <summary>The store of values that were derived from a column; null if someone else may change the column.</summary>
    internal ColumnMemo? Memo(int column) => _memos?[column];

    /// <summary>A copy with one column in another order.</summary>
    internal FeatureMatrix Permute(int column, int[] order)
    {
        double[] values = [.. Values()];
        var from = Column(column);
        for (int row = 0; row < order.Length; row++)
            values[column * RowCount + row] = from[order[row]];
        return Own(values, RowCount, Names, _kinds);
    }

    /// <summary>Refuses a matrix whose columns are not those that a step was fitted on.</summary>
    /// <param name="fitted">The names at fit.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ColumnMismatchException">The names differ.</exception>
    public void RequireColumns(FeatureNames fitted, string step)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        if (!Names.Equals(fitted))
            throw new ColumnMismatchException(step, fitted, Names);
    }

    /// <summary>Rows, columns and their names.</summary>
    public override string ToString() => $"{RowCount} × {ColumnCount} [{Names}]";
}
