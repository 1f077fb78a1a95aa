namespace TypedTune.Learning.Tests.Searching;

/// <summary>A field of a farm: a small table with everything that a pipeline meets.</summary>
[Row]
public sealed partial record Plot
{
    public required double East { get; init; }
    public required double North { get; init; }
    public double? Rain { get; init; }
    public required string Soil { get; init; }

    [Target]
    public required double Yield { get; init; }

    public static Table<Plot> Many(int count, int seed = 1)
    {
        string[] soils = ["clay", "loam", "sand"];
        var root = Seed.Of(seed);
        return new Table<Plot>(Enumerable.Range(0, count).Select(i =>
        {
            var random = root.Derive(i).Stream();
            double east = random.NextDouble() * 10, north = random.NextDouble() * 10, rain = 1 + random.NextDouble() * 5;
            int soil = random.NextBelow(3);
            return new Plot
            {
                East = east,
                North = north,
                Rain = random.NextDouble() < 0.05 ? null : rain,
                Soil = soils[soil],
                Yield = 3 * Math.Sin(east) + north * 0.5 + rain * (soil + 1) + 0.1 * random.NextNormal(),
            };
        }));
    }
}
