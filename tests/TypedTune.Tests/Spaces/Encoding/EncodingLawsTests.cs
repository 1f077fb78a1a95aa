using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>The laws of encoding, over random spaces and random grids.</summary>
public sealed class EncodingLawsTests
{
    [Fact]
    public void DrawsOfSettings_ComeBackAsTheyWere() => AssertDrawsComeBack(RandomSpaces.Settings);

    [Fact]
    public void DrawsOfVehicles_ComeBackAsTheyWere() => AssertDrawsComeBack(RandomSpaces.Vehicles);

    [Fact]
    public void PointsOfAGrid_ComeBackAsTheyWere() => ToyGrids.Any.Sample(grid =>
    {
        var encoding = SpaceEncoding.Create(grid);
        Assert.All(grid.Take(200), toy => AssertComesBack(encoding, toy));
    });

    [Fact]
    public void WhatIsDecoded_IsHeld() => Gen.Select(RandomSpaces.Vehicles, RandomSpaces.Vehicles, Gen.ULong).Sample((space, other, seed) =>
    {
        var encoding = SpaceEncoding.Create(space);
        foreach (var vehicle in Draw(other, seed, 10))
        {
            bool isHeld = encoding.Encode(vehicle, new double[encoding.Hyperparameters.Count]);
            bool isDecoded = encoding.TryDecode(encoding.Encode(vehicle), out var decoded);
            Assert.True(!isHeld || (isDecoded && decoded == vehicle));
            Assert.True(!isDecoded || encoding.Holds(decoded));
        }
    });

    [Fact]
    public void GridHoldsExactly_ItsPoints() => Gen.Select(ToyGrids.Any, ToyGrids.Any).Sample((grid, other) =>
    {
        var (encoding, points) = (SpaceEncoding.Create(grid), grid.ToHashSet());
        Assert.All(other.Take(100), toy => Assert.Equal(points.Contains(toy), encoding.Holds(toy)));
    });

    [Fact]
    public void Encoding_IsTheSameWhateverBranchAPointWasDrawnFrom() => RandomSpaces.Vehicles.Sample(space =>
    {
        var encoding = SpaceEncoding.Create(space);
        foreach (var vehicle in Draw(space, 3, 10))
            Assert.Equal(encoding.Encode(vehicle), encoding.Encode(vehicle with { }));
    });

    [Fact]
    public void NearestOfAnExactPoint_IsThePointItself() => Gen.Select(RandomSpaces.Settings, Gen.ULong).Sample((space, seed) =>
    {
        var encoding = SpaceEncoding.Create(space);
        foreach (var settings in Draw(space, seed, 5))
        {
            if (encoding.TryDecodeNearest(encoding.Encode(settings), out var nearest))
                Assert.Equal(settings, nearest);
        }
    });

    [Fact]
    public void NearestOfAnyNumbers_IsHeld() => Gen.Select(RandomSpaces.Vehicles, Gen.Double[-20, 300].Array[20]).Sample((space, numbers) =>
    {
        var encoding = SpaceEncoding.Create(space);
        if (encoding.TryDecodeNearest(numbers.AsSpan(0, encoding.Hyperparameters.Count), out var nearest))
            Assert.True(encoding.Holds(nearest));
    });

    [Fact]
    public void QuantilesOfABranch_LieInItsRanges() => Gen.Select(RandomSpaces.Settings, Gen.ULong, Gen.Double[0, 1]).Sample((space, seed, share) =>
    {
        var encoding = SpaceEncoding.Create(space);
        foreach (var settings in Draw(space, seed, 3))
        {
            double[] coordinates = encoding.Encode(settings);
            var branch = encoding.FindBranch(coordinates)!;
            for (int i = 0; i < coordinates.Length; i++)
            {
                Assert.Equal(SpaceEncoding.IsInactive(coordinates[i]), branch.Ranges[i] is null);
                if (branch.Ranges[i] is not { } range)
                    continue;
                double drawn = branch.Quantile(i, share);
                Assert.InRange(drawn, range.Low, range.High);
                Assert.InRange(coordinates[i], range.Low, range.High);
                Assert.InRange(range.Low, encoding.Hyperparameters[i].Range.Low, encoding.Hyperparameters[i].Range.High);
                Assert.True(range.Values.Count == 0 || range.Values.Contains(drawn));
            }
        }
    });

    private static void AssertDrawsComeBack<T>(Gen<Space<T>> spaces) => Gen.Select(spaces, Gen.ULong).Sample((space, seed) =>
    {
        var encoding = SpaceEncoding.Create(space);
        Assert.Equal(space.Parameters.Select(parameter => parameter.Path).Order(), encoding.Hyperparameters.Select(hyperparameter => hyperparameter.Path).Where(path => space.Parameters.Any(parameter => parameter.Path == path)).Distinct().Order());
        foreach (var configuration in Draw(space, seed, 20))
            AssertComesBack(encoding, configuration);
    });

    private static void AssertComesBack<T>(SpaceEncoding<T> encoding, T configuration)
    {
        double[] coordinates = new double[encoding.Hyperparameters.Count];
        Assert.True(encoding.Encode(configuration, coordinates), $"{configuration} is not held");
        Assert.True(encoding.TryDecode(coordinates, out var decoded), $"{configuration} became {string.Join(", ", coordinates)}");
        Assert.Equal(configuration, decoded);
        Assert.DoesNotContain(SpaceEncoding.Unlisted, coordinates.Where((_, i) => encoding.Hyperparameters[i].Range.Kind == HyperparameterKind.Choice));
    }

    private static IEnumerable<T> Draw<T>(Space<T> space, ulong seed, int attempts)
    {
        var random = Seed.Of(unchecked((long)seed)).Stream();
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            if (space.TryPoint(Enumerable.Range(0, space.Dimensions).Select(_ => random.NextDouble()).ToArray(), out var point))
                yield return point;
        }
    }
}
