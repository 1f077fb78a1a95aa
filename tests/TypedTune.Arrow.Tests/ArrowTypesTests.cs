using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using TypedTune.Learning.Tests.Data;

namespace TypedTune.Arrow.Tests;

/// <summary>Columns as other programs write them.</summary>
public sealed class ArrowTypesTests
{
    public static TheoryData<string, IArrowArray> Distances => new()
    {
        { "int8", new Int8Array.Builder().Append(-3).Append(7).Build() },
        { "int16", new Int16Array.Builder().Append(-3).Append(7).Build() },
        { "int32", new Int32Array.Builder().Append(-3).Append(7).Build() },
        { "int64", new Int64Array.Builder().Append(-3).Append(7).Build() },
        { "float", new FloatArray.Builder().Append(-3).Append(7).Build() },
        { "double", new DoubleArray.Builder().Append(-3).Append(7).Build() },
        { "half", new HalfFloatArray.Builder().Append((Half)(-3)).Append((Half)7).Build() },
        { "decimal", new Decimal128Array.Builder(new Decimal128Type(30, 3)).Append(-3m).Append(7m).Build() },
    };

    public static TheoryData<string, IArrowArray> Names => new()
    {
        { "text", new StringArray.Builder().Append("b").Append("a").Build() },
        { "large text", LargeText("b", "a") },
        { "text view", new StringViewArray.Builder().Append("b").Append("a").Build() },
        { "dictionary", new DictionaryArray(new DictionaryType(Int8Type.Default, StringType.Default, false), new Int8Array.Builder().Append(2).Append(0).Build(), new StringArray.Builder().Append("a").Append("unused").Append("b").Build()) },
        { "large dictionary", new DictionaryArray(new DictionaryType(UInt16Type.Default, LargeStringType.Default, false), new UInt16Array.Builder().Append(0).Append(1).Build(), LargeText("b", "a")) },
    };

    [Theory]
    [MemberData(nameof(Distances))]
    public void NumbersOfEveryWidth_AreRead(string type, IArrowArray values)
    {
        Assert.NotEmpty(type);
        Assert.Equal([new Trip(-3, "x"), new Trip(7, "y")], Batch(("distance", values), ("NAME", new StringArray.Builder().Append("x").Append("y").Build())).ToTable<Trip>());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TextsOfEveryEncoding_AreRead(string type, IArrowArray values)
    {
        Assert.NotEmpty(type);
        var trips = Batch(("distance", new Int32Array.Builder().Append(1).Append(2).Build()), ("name", values)).ToTable<Trip>();

        Assert.Equal([new Trip(1, "b"), new Trip(2, "a")], trips);
        Assert.Equal(["a", "b"], trips.Column(Trip.Columns.Name).Levels);
    }

    [Theory]
    [InlineData(TimeUnit.Second, 1_709_211_900)]
    [InlineData(TimeUnit.Millisecond, 1_709_211_900_000)]
    [InlineData(TimeUnit.Microsecond, 1_709_211_900_000_000)]
    [InlineData(TimeUnit.Nanosecond, 1_709_211_900_000_000_000)]
    public void TimesOfEveryUnit_AreRead(TimeUnit unit, long value)
    {
        var time = new TimestampArray(new TimestampType(unit, (string?)null), new ArrowBuffer.Builder<long>().Append(value).Build(), ArrowBuffer.Empty, 1, 0, 0);
        var matrix = Batch(("seen", time)).ToMatrix();

        Assert.Equal(1_709_211_900, matrix[0, 0]);
        Assert.Equal(NumberKind.DateTime, matrix.Kind(0));
    }

    [Fact]
    public void Slices_StartWhereTheyStart()
    {
        using var batch = Batch(("distance", new Int32Array.Builder().Append(1).Append(2).Append(3).Build()), ("name", new StringArray.Builder().Append("a").Append("b").Append("c").Build())).Slice(1, 2);

        Assert.Equal([new Trip(2, "b"), new Trip(3, "c")], batch.ToTable<Trip>());
    }

    [Fact]
    public void ColumnOfAnotherType_IsRefused() => Assert.Equal(
        "the record batch has the column distance of the type utf8, but Trip.Distance holds whole numbers. Convert the column, or change the property's type.",
        Refuse(("distance", new StringArray.Builder().Append("1").Build()), ("name", new StringArray.Builder().Append("a").Build())));

    [Fact]
    public void NumbersWhereTextsShouldBe_AreRefused() => Assert.Equal(
        "the record batch has the column name of the type int32, but Trip.Name holds categories. Convert it to text, or change the property's type.",
        Refuse(("distance", new Int32Array.Builder().Append(1).Build()), ("name", new Int32Array.Builder().Append(1).Build())));

    [Fact]
    public void MissingColumn_IsRefusedWithTheNearest() => Assert.Equal(
        "the record batch has no column for Trip.Distance: expected a header such as distance; the nearest is 'distanse'. It has: distanse, name.",
        Refuse(("distanse", new Int32Array.Builder().Append(1).Build()), ("name", new StringArray.Builder().Append("a").Build())));

    [Fact]
    public void ValueThatThePropertyCannotHold_IsRefusedWithItsRow() => Assert.Equal(
        "the record batch, row 2, column Distance: '40000' is outside of -32768 to 32767, which is what the type of Distance holds. Correct it, or make the property a long or a double.",
        Refuse(("distance", new Int32Array.Builder().Append(1).Append(40_000).Build()), ("name", new StringArray.Builder().Append("a").Append("b").Build())));

    [Fact]
    public void WholeNumberThatIsNotExact_IsRefusedWithItsRow() => Assert.Contains(
        "row 1, column distance: the value cannot be a whole number without loss.",
        Refuse(("distance", new Int64Array.Builder().Append((1L << 53) + 1).Build()), ("name", new StringArray.Builder().Append("a").Build())),
        StringComparison.Ordinal);

    [Fact]
    public void NullInARequiredColumn_IsRefusedWithItsRow() => Assert.Equal(
        "the record batch, row 2, column Name: the value is missing. Fill it in, or make Trip.Name nullable.",
        Refuse(("distance", new Int32Array.Builder().Append(1).Append(2).Build()), ("name", new StringArray.Builder().Append("a").AppendNull().Build())));

    private static string Refuse(params (string Name, IArrowArray Values)[] columns) => Assert.Throws<TableException>(() => Batch(columns).ToTable<Trip>()).Message;

    private static RecordBatch Batch(params (string Name, IArrowArray Values)[] columns) => new(
        new Schema(columns.Select(column => new Field(column.Name, column.Values.Data.DataType, true)), null),
        columns.Select(column => column.Values),
        columns[0].Values.Length);

    private static LargeStringArray LargeText(params string[] texts)
    {
        byte[][] bytes = System.Array.ConvertAll(texts, System.Text.Encoding.UTF8.GetBytes);
        long[] offsets = [0, .. bytes.Select((_, i) => bytes.Take(i + 1).Sum(text => (long)text.Length))];
        return new LargeStringArray(texts.Length, new ArrowBuffer(MemoryMarshal.AsBytes<long>(offsets).ToArray()), new ArrowBuffer(bytes.SelectMany(text => text).ToArray()), ArrowBuffer.Empty, 0, 0);
    }
}
