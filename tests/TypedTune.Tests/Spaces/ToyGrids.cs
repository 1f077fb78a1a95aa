using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>Random grids over chosen hyperparameters of a <see cref="Toy"/>, made by random expressions.</summary>
internal static class ToyGrids
{
    private static readonly Gen<Grid<Toy>> One = Gen.Const(Grid<Toy>.Of(new Toy()));

    private static readonly Gen<Grid<Toy>> Height = Gen.Int[0, 9].Array[1, 3].Select(values => Toy.Space.Height.In(values));

    private static readonly Gen<Grid<Toy>> Width = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[1, 3])
        .Select((low, length, step) => Toy.Space.Width.Uniform(low, low + length, step));

    private static readonly Gen<Grid<Toy>> IsRound = Gen.Bool.Array[1, 2].Select(values => Toy.Space.IsRound.In(values));

    private static readonly Gen<Grid<Toy>> Shade = Gen.OneOf(
        Gen.Const(Toy.Space.Shade.Any()),
        Gen.Enum<Shade>().Array[1, 2].Select(values => Toy.Space.Shade.In(values)));

    private static readonly Gen<Grid<Toy>> Limit = Gen.OneOf(
        Gen.Const(Toy.Space.Limit.Null()),
        Gen.Int[1, 4].Array[1, 2].Select(values => Toy.Space.Limit.In(values) + Toy.Space.Limit.Null()));

    private static readonly Func<Toy, bool>[] AllConditions =
    [
        toy => toy.IsRound,
        toy => toy.Height > toy.Width,
        toy => toy.Limit is null or > 2,
        toy => toy.Shade != Spaces.Shade.Blue,
        _ => false,
    ];

    /// <summary>Three grids that may be multiplied, as no two vary the same hyperparameter.</summary>
    public static Gen<(Grid<Toy> A, Grid<Toy> B, Grid<Toy> C)> Factors { get; } = Gen.Select(Over(2, Height, Width), Over(2, IsRound, Shade), Over(1, Limit));

    public static Gen<Grid<Toy>> Any { get; } = Over(3, Height, Width, IsRound, Shade, Limit);

    public static Gen<Func<Toy, bool>> Conditions { get; } = Gen.Int[0, AllConditions.Length - 1].Select(i => AllConditions[i]);

    private static Gen<Grid<Toy>> Over(int depth, params Gen<Grid<Toy>>[] parameters)
    {
        var leaf = Gen.OneOf([.. parameters, One]);
        if (depth == 0)
            return leaf;
        var smaller = Over(depth - 1, parameters);
        var sum = Gen.Select(smaller, smaller).Select((left, right) => left + right);
        var filtered = Gen.Select(smaller, Gen.Int[1, 9]).Select((grid, bound) => grid.Where(toy => toy.Height <= bound));
        if (parameters.Length == 1)
            return Gen.OneOf(leaf, sum, filtered);
        int half = parameters.Length / 2;
        var product = Gen.Select(Over(depth - 1, parameters[..half]), Over(depth - 1, parameters[half..])).Select((left, right) => left * right);
        return Gen.OneOf(leaf, sum, product, product, filtered);
    }
}
