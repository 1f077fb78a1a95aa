using System.Runtime.InteropServices;

namespace TypedTune.Benchmarks.Peers;

/// <summary>Rows of numbers and what is to be learned from them, as forests.py writes them.</summary>
/// <param name="Rows">N.</param>
/// <param name="Columns">P.</param>
/// <param name="Classes">How many classes there are; 0 for a regression.</param>
/// <param name="Values">N × P, column after column.</param>
/// <param name="Target">N numbers, or N classes numbered from 0.</param>
internal sealed record Matrix(int Rows, int Columns, int Classes, double[] Values, double[] Target)
{
    /// <summary>Three 32-bit integers (rows, columns, classes), then the values and the target in 64 bits each, all little-endian.</summary>
    public static Matrix Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<int> header = stackalloc int[3];
        file.ReadExactly(MemoryMarshal.AsBytes(header));
        var matrix = new Matrix(header[0], header[1], header[2], new double[header[0] * header[1]], new double[header[0]]);
        // A read of all of it at once could be longer than a span of bytes.
        for (int column = 0; column < matrix.Columns; column++)
            file.ReadExactly(MemoryMarshal.AsBytes(matrix.Values.AsSpan(column * matrix.Rows, matrix.Rows)));
        file.ReadExactly(MemoryMarshal.AsBytes(matrix.Target.AsSpan()));
        return matrix;
    }

    /// <summary>The first rows, copied.</summary>
    public Matrix Head(int rows)
    {
        rows = Math.Min(rows, Rows);
        var values = new double[rows * Columns];
        for (int column = 0; column < Columns; column++)
            Values.AsSpan(column * Rows, rows).CopyTo(values.AsSpan(column * rows));
        return new Matrix(rows, Columns, Classes, values, Target[..rows]);
    }

    /// <summary>The root mean squared error of predictions, or their share of right classes.</summary>
    public double Score(double[] predictions)
    {
        if (Classes > 0)
            return predictions.Zip(Target, (predicted, actual) => predicted == actual ? 1.0 : 0.0).Average();
        return Math.Sqrt(predictions.Zip(Target, (predicted, actual) => (predicted - actual) * (predicted - actual)).Average());
    }
}
