namespace TypedTune.Learning.Tests;

/// <summary>A row whose target is an enum, with a category and a missing number.</summary>
[Row]
public sealed partial record Flower
{
    public required double Length { get; init; }
    public double? Width { get; init; }
    public string? Colour { get; init; }

    [Target]
    public required FlowerSpecies Species { get; init; }

    public static Table<Flower> Many(int count, int seed = 1) => new(Enumerable.Range(0, count).Select(i =>
    {
        var random = Seed.Of(seed).Derive(i).Stream();
        var species = (FlowerSpecies)random.NextBelow(3);
        string[] colours = ["blue", "red", "white"];
        return new Flower
        {
            Species = species,
            Length = (int)species + random.NextNormal(),
            Width = random.NextDouble() < 0.2 ? null : 2 * (int)species + random.NextNormal(),
            Colour = random.NextDouble() < 0.1 ? null : colours[random.NextBelow(3)],
        };
    }));
}
