using Apache.Arrow;
using Apache.Arrow.Types;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Writes columns as arrays of Arrow.</summary>
internal static class ColumnWriting
{
    /// <summary>Joins columns into a record batch.</summary>
    public static RecordBatch Join(int rows, IEnumerable<(string Name, bool IsNullable, IArrowArray Values)> columns)
    {
        var all = columns.ToArray();
        var schema = new Schema(all.Select(column => new Field(column.Name, column.Values.Data.DataType, column.IsNullable)), null);
        return new RecordBatch(schema, all.Select(column => column.Values), rows);
    }

    /// <summary>Writes numbers, as float64 where imputation made them other than their kind is; what is not-a-number becomes null.</summary>
    /// <exception cref="ArgumentException">Of times or durations some are too long for nanoseconds and others too fine for microseconds.</exception>
    public static IArrowArray Write(double[] values, NumberKind kind)
    {
        var (valid, nulls) = Validity(values.Length, row => !double.IsNaN(values[row]));
        return (Fits(values, kind) ? kind : NumberKind.Real) switch
        {
            NumberKind.Integer => new Int64Array(Buffer(values, value => (long)value), valid, values.Length, nulls, 0),
            NumberKind.Boolean => new BooleanArray(Bits(values.Length, row => values[row] == 1), valid, values.Length, nulls, 0),
            NumberKind.Date => new Date32Array(Buffer(values, value => (int)value), valid, values.Length, nulls, 0),
            NumberKind.DateTime or NumberKind.DateTimeOffset => WriteTimes(values, kind, valid, nulls),
            NumberKind.TimeSpan => WriteDurations(values, valid, nulls),
            _ => new DoubleArray(Buffer(values, value => value), valid, values.Length, nulls, 0),
        };
    }

    /// <summary>Writes categories, dictionary-encoded.</summary>
    public static IArrowArray Write(Categories categories)
    {
        int[] codes = categories.Codes.ToArray();
        var (valid, nulls) = Validity(codes.Length, row => codes[row] >= 0);
        var indices = new Int32Array(new ArrowBuffer.Builder<int>(codes.Length).AppendRange(codes.Select(code => Math.Max(code, 0))).Build(), valid, codes.Length, nulls, 0);
        return new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, ordered: false), indices, new StringArray.Builder().AppendRange(categories.Levels).Build());
    }

    private static bool Fits(double[] values, NumberKind kind) => kind switch
    {
        NumberKind.Integer or NumberKind.Date => values.All(value => double.IsNaN(value) || (value == Math.Truncate(value) && Math.Abs(value) < 1L << (kind == NumberKind.Date ? 31 : 53))),
        NumberKind.Boolean => values.All(value => value is double.NaN or 0 or 1),
        _ => true,
    };

    private static TimestampArray WriteTimes(double[] values, NumberKind kind, ArrowBuffer valid, int nulls)
    {
        long[] ticks = System.Array.ConvertAll(values, value => double.IsNaN(value) ? 0 : (DateEncoding.ToDateTime(value) - DateTime.UnixEpoch).Ticks);
        bool isFine = FitNanoseconds(ticks);
        string? zone = kind == NumberKind.DateTimeOffset ? "UTC" : null;
        return new TimestampArray(new TimestampType(isFine ? TimeUnit.Nanosecond : TimeUnit.Microsecond, zone), Units(ticks, isFine), valid, values.Length, nulls, 0);
    }

    private static DurationArray WriteDurations(double[] values, ArrowBuffer valid, int nulls)
    {
        long[] ticks = System.Array.ConvertAll(values, value => double.IsNaN(value) ? 0 : DateEncoding.ToTimeSpan(value).Ticks);
        bool isFine = FitNanoseconds(ticks);
        return new DurationArray(isFine ? DurationType.Nanosecond : DurationType.Microsecond, Units(ticks, isFine), valid, values.Length, nulls, 0);
    }

    private static bool FitNanoseconds(long[] ticks)
    {
        if (ticks.All(value => value is >= long.MinValue / TimeSpan.NanosecondsPerTick and <= long.MaxValue / TimeSpan.NanosecondsPerTick))
            return true;
        int fine = System.Array.FindIndex(ticks, value => value % TimeSpan.TicksPerMicrosecond != 0);
        return fine < 0 ? false : throw new ArgumentException($"A column cannot be written: the value of row {fine} is finer than a microsecond, and another is beyond the 292 years that nanoseconds reach. Round the one, or leave out the other.");
    }

    private static ArrowBuffer Units(long[] ticks, bool isFine) => new ArrowBuffer.Builder<long>(ticks.Length)
        .AppendRange(ticks.Select(value => isFine ? value * TimeSpan.NanosecondsPerTick : value / TimeSpan.TicksPerMicrosecond))
        .Build();

    private static ArrowBuffer Buffer<T>(double[] values, Func<double, T> convert)
        where T : struct => new ArrowBuffer.Builder<T>(values.Length).AppendRange(values.Select(value => double.IsNaN(value) ? default : convert(value))).Build();

    private static ArrowBuffer Bits(int count, Func<int, bool> isSet) => new ArrowBuffer.BitmapBuilder(count).AppendRange(Enumerable.Range(0, count).Select(isSet)).Build();

    private static (ArrowBuffer Bits, int Nulls) Validity(int count, Func<int, bool> isValid)
    {
        int nulls = Enumerable.Range(0, count).Count(row => !isValid(row));
        return (nulls == 0 ? ArrowBuffer.Empty : Bits(count, isValid), nulls);
    }
}
