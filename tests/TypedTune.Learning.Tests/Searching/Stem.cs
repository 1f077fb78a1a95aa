namespace TypedTune.Learning.Tests.Searching;

[Row]
public sealed partial record Stem
{
    public required double Length { get; init; }

    public required double Width { get; init; }

    [Target]
    public required string Kind { get; init; }

    /// <summary>Two kinds, which the length tells apart but for some noise.</summary>
    public static Table<Stem> Many(int rows)
    {
        var random = Seed.Of(5).Stream();
        return new(Enumerable.Range(0, rows).Select(_ =>
        {
            double length = random.NextNormal();
            return new Stem { Length = length, Width = random.NextNormal(), Kind = length + random.NextNormal() > 0 ? "long" : "short" };
        }));
    }

    public static Dataset Matrix(int rows)
    {
        var stems = Many(rows);
        return new Dataset(stems.Numbers(Columns.Length, Columns.Width), stems.Targets);
    }
}
