namespace TypedTune.Tests.Spaces;

/// <summary>What a sampler sees of a space: which hyperparameters there are, and what their numbers mean.</summary>
public sealed class SpaceEncodingTests
{
    private const double Inactive = SpaceEncoding.Inactive;

    private static readonly Settings.Hyperparameters<Settings> P = Settings.Space;

    private static readonly Vehicle.Hyperparameters<Vehicle> V = Vehicle.Space;

    [Fact]
    public void Branches_ShareWhatTheyHaveInCommon()
    {
        var encoding = SpaceEncoding.Create((P.Count.In(1, 2) * P.Share.Uniform(0, 1)) + P.Count.In(4, 8));

        Assert.Equal(["Count (Ordered)", "Share (Real)"], Names(encoding));
        Assert.Equal([1, 2, 4, 8], encoding.Hyperparameters[0].Range.Values);
        Assert.Equal([2, 0.25], encoding.Encode(new Settings { Count = 2, Share = 0.25 }));
        Assert.Equal([8, Inactive], encoding.Encode(new Settings { Count = 8 }));
    }

    [Fact]
    public void InactiveHyperparameter_IsAsTheRootHasItAndNothingElse()
    {
        var encoding = SpaceEncoding.Create((P.Count.In(1, 2) * P.Share.Uniform(0, 1)) + P.Count.In(4, 8));

        Assert.True(encoding.TryDecode([4, Inactive], out var decoded));
        Assert.Equal(new Settings { Count = 4 }, decoded);
        Assert.False(encoding.TryDecode([4, 0.5], out _));
        Assert.False(encoding.TryDecode([1, Inactive], out _));
        Assert.False(encoding.TryDecode([3, Inactive], out _));
        Assert.False(encoding.TryDecode([Inactive, Inactive], out _));
        Assert.False(encoding.TryDecode([1, 1.5], out _));
    }

    [Fact]
    public void Choice_IsOneHyperparameterAndItsOptionsHaveTheirOwn()
    {
        var encoding = SpaceEncoding.Create(V.Engine.All());

        Assert.Equal(
            ["Engine (Choice)", "Engine.Diesel.Cylinders (Integer)", "Engine.Diesel.IsTurbo (Choice)", "Engine.Electric.Battery.Cells (Integer)", "Engine.Electric.Battery.Voltage (Real)"],
            Names(encoding));
        Assert.Equal(["Diesel", "Electric", "Pedals { }"], encoding.Hyperparameters[0].Options);
        Assert.Equal([0, 6, 1, Inactive, Inactive], encoding.Encode(new Vehicle { Engine = new Diesel { Cylinders = 6, IsTurbo = true } }));
        Assert.Equal([1, Inactive, Inactive, 3, 1.5], encoding.Encode(new Vehicle { Engine = new Electric { Battery = new() { Cells = 3, Voltage = 1.5 } } }));
        Assert.Equal([2, Inactive, Inactive, Inactive, Inactive], encoding.Encode(new Vehicle { Engine = new Pedals() }));
        Assert.False(encoding.TryDecode([2, 6, 1, Inactive, Inactive], out _));
        Assert.False(encoding.TryDecode([0, Inactive, Inactive, 3, 1.5], out _));
    }

    [Fact]
    public void Null_IsAnOptionBesideTheNumbers()
    {
        var encoding = SpaceEncoding.Create(P.Depth.Uniform(1, 3) + P.Depth.Null());

        Assert.Equal(["Depth (Choice)", "Depth (Integer)"], Names(encoding));
        Assert.Equal(["null", "number"], encoding.Hyperparameters[0].Options);
        Assert.Equal([1, 2], encoding.Encode(new Settings { Depth = 2 }));
        Assert.Equal([0, Inactive], encoding.Encode(new Settings { Depth = null }));
        Assert.Equal(["Depth (Integer)"], Names(SpaceEncoding.Create(P.Depth.Uniform(1, 3))));
        Assert.Equal([1, 2], SpaceEncoding.Create(P.Depth.In(1, 2, null)).Encode(new Settings { Depth = 2 }));
    }

    [Fact]
    public void Infinity_IsAnOptionBesideTheNumbers()
    {
        var encoding = SpaceEncoding.Create(P.Rate.In(0.5, double.PositiveInfinity, 2));

        Assert.Equal(["Rate (Choice)", "Rate (Ordered)"], Names(encoding));
        Assert.Equal([0, Inactive], encoding.Encode(new Settings { Rate = double.PositiveInfinity }));
        Assert.Equal([1, 2], encoding.Encode(new Settings { Rate = 2 }));
    }

    [Fact]
    public void Range_SaysKindScaleEndsAndStep()
    {
        AssertRange(P.Share.Uniform(0.2, 0.8), HyperparameterKind.Real, Scale.Linear, 0.2, 0.8, null);
        AssertRange(P.Share.Uniform(0, 1, 0.3), HyperparameterKind.Real, Scale.Linear, 0, 0.9, 0.3);
        AssertRange(P.Rate.LogUniform(1e-4, 10), HyperparameterKind.Real, Scale.Log, 1e-4, 10, null);
        AssertRange(P.Free.Normal(0, 1), HyperparameterKind.Real, Scale.Linear, double.NegativeInfinity, double.PositiveInfinity, null);
        AssertRange(P.Count.Uniform(1, 9, 3), HyperparameterKind.Integer, Scale.Linear, 1, 7, 3);
        AssertRange(P.Count.LogUniform(1, 64), HyperparameterKind.Integer, Scale.Log, 1, 64, 1);
        AssertRange(P.Shards.All(), HyperparameterKind.Integer, Scale.Log, 1, 64, 1);
        AssertRange(Tail.Space.Open.All(), HyperparameterKind.Integer, Scale.Linear, 1, 4, 1);
        AssertRange(Tail.Space.Half.All(), HyperparameterKind.Real, Scale.Linear, double.Epsilon, Math.BitDecrement(1.0), null);
    }

    [Fact]
    public void ListedNumbers_AreOrderedOnTheDeclaredScale()
    {
        AssertRange(P.Shards.In(8, 1, 64), HyperparameterKind.Ordered, Scale.Log, 1, 64, null, 1, 8, 64);
        AssertRange(P.Count.In(8, 1), HyperparameterKind.Ordered, Scale.Linear, 1, 8, null, 1, 8);
        AssertRange(P.Rate.LogUniform(1, 100).Steps(3), HyperparameterKind.Ordered, Scale.Log, 1, 100, null, 1, 10, 100);
        AssertRange(Tail.Space.FromZero.In(0, 0.5), HyperparameterKind.Ordered, Scale.Linear, 0, 0.5, null, 0, 0.5);
    }

    [Fact]
    public void OtherValues_AreAChoiceInTheOrderOfTheList()
    {
        AssertChoice(P.Shade.In(Shade.Blue, Shade.Red), "Blue", "Red");
        AssertChoice(P.IsFast.Any(), "False", "True");
        AssertChoice(P.Title.In("b", null, "a", "b"), "b", "null", "a");
        AssertChoice(P.Size.In(new Size(1, 2)), "Size { Rows = 1, Columns = 2 }");
    }

    [Fact]
    public void RangesOfSeveralBranches_AreCoveredByOne()
    {
        AssertRange(P.Count.Uniform(1, 9, 4) + P.Count.Uniform(11, 19, 2), HyperparameterKind.Integer, Scale.Linear, 1, 19, 2);
        AssertRange(P.Count.Uniform(1, 9) + P.Count.In(40), HyperparameterKind.Integer, Scale.Linear, 1, 40, 1);
        AssertRange(P.Share.Uniform(0, 0.2, 0.1) + P.Share.Uniform(0.5, 1, 0.1), HyperparameterKind.Real, Scale.Linear, 0, 1, 0.1);
        AssertRange(P.Share.Uniform(0, 0.2, 0.1) + P.Share.Uniform(0.55, 1, 0.1), HyperparameterKind.Real, Scale.Linear, 0, 0.95, null);
        AssertRange(P.Rate.LogUniform(0.1, 1) + P.Rate.Uniform(1, 5), HyperparameterKind.Real, Scale.Log, 0.1, 5, null);
        Assert.False(SpaceEncoding.Create(P.Count.Uniform(1, 9) + P.Count.In(40)).TryDecode([20], out _));
    }

    [Fact]
    public void KnownTrialFromElsewhere_IsEncodedAsItIs()
    {
        var encoding = SpaceEncoding.Create((P.Count.In(1, 2) * P.Share.Uniform(0, 0.5)) + P.Shade.In(Shade.Red, Shade.Blue));
        double[] coordinates = new double[3];

        Assert.False(encoding.Encode(new Settings { Count = 77, Share = 0.9, Shade = Shade.Green }, coordinates));
        Assert.Equal([77, 0.9, SpaceEncoding.Unlisted], coordinates);
        Assert.False(encoding.TryDecode(coordinates, out var decoded));
        Assert.Equal(new Settings(), decoded);
    }

    [Fact]
    public void WhatTheSpaceDoesNotVary_MakesAConfigurationForeign()
    {
        var encoding = SpaceEncoding.Create(P.Count.In(1, 2));

        Assert.True(encoding.Holds(new Settings { Count = 2 }));
        Assert.False(encoding.Holds(new Settings { Count = 2, Seed = 5 }));
        Assert.Equal([2], encoding.Encode(new Settings { Count = 2, Seed = 5 }));
    }

    [Fact]
    public void NotANumber_IsRefusedAndNotTakenForInactive()
    {
        var exception = Assert.Throws<ArgumentException>(() => SpaceEncoding.Create(P.Free.Uniform(0, 1)).Encode(new Settings { Free = double.NaN }));

        Assert.StartsWith("Free of the configuration is not a number (NaN), which cannot be encoded.", exception.Message);
    }

    [Fact]
    public void Condition_RefusesWhatItRefusesInTheSpace()
    {
        var encoding = SpaceEncoding.Create((P.Count.Uniform(1, 9) * P.Share.Uniform(0, 1)).Where(settings => settings.Count > 5 || settings.Share < 0.5));

        Assert.True(encoding.TryDecode([3, 0.25], out _));
        Assert.False(encoding.TryDecode([3, 0.75], out _));
        Assert.False(encoding.TryDecodeNearest([3.4, 0.75], out _));
        Assert.False(encoding.Holds(new Settings { Count = 3, Share = 0.75 }));
    }

    [Fact]
    public void OverlappingBranches_AreToldApartByWhatIsActive()
    {
        var encoding = SpaceEncoding.Create((P.Count.In(1, 2) * P.Share.Uniform(0, 1)) + P.Count.In(2, 3));

        Assert.True(encoding.TryDecode([2, 0.7], out var first));
        Assert.True(encoding.TryDecode([2, Inactive], out var second));
        Assert.Equal(0.7, first.Share);
        Assert.Equal(0.5, second.Share);
        Assert.Equal([2, 0.5], encoding.Encode(second));
    }

    [Fact]
    public void Nearest_RoundsLimitsAndChoosesABranch()
    {
        var encoding = SpaceEncoding.Create((P.Shards.In(1, 8, 64) * P.Share.Uniform(0, 1, 0.25)) + (P.Shards.In(2) * P.Shade.Any()));

        Assert.Equal(new Settings { Shards = 8, Share = 0.75 }, Nearest(encoding, 20, 0.7, Inactive));
        Assert.Equal(new Settings { Shards = 64, Share = 1 }, Nearest(encoding, 900, 4, Inactive));
        Assert.Equal(new Settings { Shards = 2, Shade = Shade.Blue }, Nearest(encoding, 2.1, Inactive, 2));
        Assert.Equal(new Settings { Shards = 1, Share = 0.5 }, Nearest(encoding, 1, Inactive, Inactive));
    }

    [Fact]
    public void Branch_HasItsOwnRangesAndThePriorOverThem()
    {
        var encoding = SpaceEncoding.Create((P.Count.In(1, 2, 2, 2) * P.Rate.LogUniform(1, 100)) + P.Count.In(4, 8));

        var branch = encoding.FindBranch([1, 50])!;

        Assert.Equal([1, 2], branch.Ranges[0]!.Values);
        Assert.Equal([1, 2, 2, 2], new[] { 0.1, 0.3, 0.6, 0.9 }.Select(share => branch.Quantile(0, share)));
        Assert.Equal(10, branch.Quantile(1, 0.5), 1e-9);
        Assert.Null(encoding.FindBranch([4, 50]));
        var other = encoding.FindBranch([4, Inactive])!;
        Assert.Null(other.Ranges[1]);
        Assert.StartsWith("Hyperparameter 1 is inactive", Assert.Throws<InvalidOperationException>(() => other.Quantile(1, 0.5)).Message);
    }

    [Fact]
    public void WholeAndItsPartInOneProduct_AreRefused()
    {
        var lens = Lens.From(new Vehicle()).Then("Spare", vehicle => vehicle.Spare, (vehicle, spare) => vehicle with { Spare = spare });
        var space = new Parameter<Vehicle, Battery>(lens).In(new Battery(), new Battery { Cells = 4 }) * V.Spare.Cells.In(1, 2);

        var exception = Assert.Throws<ArgumentException>(() => SpaceEncoding.Create(space));

        Assert.Equal("A product varies both Spare and Spare.Cells, a whole and a part of it, so that one overwrites the other and neither can be read back. Vary the parts alone.", exception.Message);
    }

    [Fact]
    public void WholeAndItsPartInTwoTerms_AreToldApart()
    {
        var encoding = SpaceEncoding.Create(V.Engine.Diesel.Cylinders.In(3) + V.Engine.In(new Diesel { Cylinders = 3, IsTurbo = true }));

        Assert.Equal([0, 3], encoding.Encode(new Vehicle { Engine = new Diesel { Cylinders = 3 } }));
        Assert.Equal([1, Inactive], encoding.Encode(new Vehicle { Engine = new Diesel { Cylinders = 3, IsTurbo = true } }));
    }

    [Fact]
    public void LargeGrid_IsNeitherVisitedNorListed()
    {
        var grid = P.Ticks.Uniform(1, 1_000_000_000) * P.Count.Uniform(1, 100) * P.Share.Uniform(0, 1, 1e-9) * P.Shade.Any() * (P.Depth.Uniform(1, 3) + P.Depth.Null());
        var encoding = SpaceEncoding.Create(grid);
        var point = grid[grid.Count / 3];

        Assert.Empty(encoding.Hyperparameters[0].Range.Values);
        Assert.True(encoding.TryDecode(encoding.Encode(point), out var decoded));
        Assert.Equal(point, decoded);
    }

    [Fact]
    public void MillionBranches_AreNotMultipliedOut()
    {
        Space<Numbers> space = Numbers.At(0).In(1, 2) + Numbers.At(0).Uniform(2, 9);
        for (int i = 1; i < 20; i++)
            space *= Numbers.At(i).In(1, 2) + Numbers.At(i).Uniform(2, 9);
        var encoding = SpaceEncoding.Create(space);

        Assert.Equal(20, encoding.Hyperparameters.Count);
        Assert.True(space.TryPoint(Enumerable.Repeat(0.6, space.Dimensions).ToArray(), out var point));
        Assert.True(encoding.TryDecode(encoding.Encode(point), out var decoded));
        Assert.Equal(point, decoded);
        Assert.False(encoding.Holds(Numbers.At(19).In(10).Single()));
    }

    [Fact]
    public void WholeNumbersBeyondADouble_AreHeldExactlyAndDecodedRounded()
    {
        var encoding = SpaceEncoding.Create(P.Ticks.Uniform(1, long.MaxValue, 2));
        const long Odd = (1L << 60) + 1;

        Assert.True(encoding.Holds(new Settings { Ticks = Odd }));
        Assert.False(encoding.Holds(new Settings { Ticks = Odd + 1 }));
        Assert.True(encoding.TryDecodeNearest(encoding.Encode(new Settings { Ticks = Odd }), out var nearest));
        Assert.InRange(nearest.Ticks, Odd - 200, Odd + 200);
    }

    [Fact]
    public void WrongLength_IsRefused()
    {
        var encoding = SpaceEncoding.Create(P.Count.In(1));

        Assert.StartsWith("The encoding has 1 hyperparameters, but 2 numbers were given.", Assert.Throws<ArgumentException>(() => encoding.TryDecode([1, 2], out _)).Message);
        Assert.Throws<ArgumentException>(() => encoding.Encode(new Settings(), new double[2]));
    }

    private sealed record Numbers(params int[] Values)
    {
        public static IntegerParameter<Numbers, int> At(int index) => new(
            Lens.From(new Numbers(new int[20])).Then($"N{index}", numbers => numbers.Values[index], (numbers, value) => numbers.With(index, value)),
            Bounds.None);

        public bool Equals(Numbers? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Sum();

        private Numbers With(int index, int value)
        {
            int[] values = [.. Values];
            values[index] = value;
            return new Numbers(values);
        }
    }

    private static Settings Nearest(SpaceEncoding<Settings> encoding, params double[] coordinates)
    {
        Assert.True(encoding.TryDecodeNearest(coordinates, out var nearest));
        Assert.True(encoding.Holds(nearest));
        return nearest;
    }

    private static void AssertRange<T>(Space<T> space, HyperparameterKind kind, Scale scale, double low, double high, double? step, params double[] values)
    {
        var range = Assert.Single(SpaceEncoding.Create(space).Hyperparameters).Range;
        Assert.Equal((kind, scale, low, high, step), (range.Kind, range.Scale, range.Low, range.High, range.Step));
        Assert.Equal(values, range.Values.Select(value => Math.Round(value, 9)));
    }

    private static void AssertChoice(Space<Settings> space, params string[] options)
    {
        var hyperparameter = Assert.Single(SpaceEncoding.Create(space).Hyperparameters);
        Assert.Equal(HyperparameterKind.Choice, hyperparameter.Range.Kind);
        Assert.Equal(options, hyperparameter.Options);
    }

    private static IEnumerable<string> Names<T>(SpaceEncoding<T> encoding) => encoding.Hyperparameters.Select(hyperparameter => hyperparameter.ToString());
}
