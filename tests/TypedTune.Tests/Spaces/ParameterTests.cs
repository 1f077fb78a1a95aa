namespace TypedTune.Tests.Spaces;

/// <summary>A hyperparameter of every kind, in a space of its own.</summary>
public sealed class ParameterTests
{
    private static Settings.Hyperparameters<Settings> P => Settings.Space;

    [Fact]
    public void In_GivesExactlyTheseValuesInThisOrder()
    {
        Assert.Equal([7, 3], P.Count.In(7, 3).Select(settings => settings.Count));
        Assert.Equal([7L, -3L], P.Ticks.In(7, -3).Select(settings => settings.Ticks));
        Assert.Equal([0.5, 0.25], P.Share.In(0.5, 0.25).Select(settings => settings.Share));
        Assert.Equal([true], P.IsFast.In(true).Select(settings => settings.IsFast));
        Assert.Equal([Shade.Blue, Shade.Red], P.Shade.In(Shade.Blue, Shade.Red).Select(settings => settings.Shade));
        Assert.Equal(["b", "a"], P.Name.In("b", "a").Select(settings => settings.Name));
        Assert.Equal([new Size(2, 3)], P.Size.In(new Size(2, 3)).Select(settings => settings.Size));
        Assert.Equal([(byte)4], P.Shards.In(4).Select(settings => settings.Shards));
    }

    [Fact]
    public void In_TakesACollectionToo()
    {
        int[] counts = [1, 2];
        List<string> names = ["x", "y"];

        Assert.Equal(counts, P.Count.In(counts).Select(settings => settings.Count));
        Assert.Equal(counts, P.Count.In(counts.Where(count => count > 0)).Select(settings => settings.Count));
        Assert.Equal(counts.Select(count => (int?)count), P.Depth.In(counts).Select(settings => settings.Depth));
        Assert.Equal(names, P.Name.In(names).Select(settings => settings.Name));
    }

    [Fact]
    public void ValuesChangedAfterwards_ChangeNoSpace()
    {
        int[] counts = [1, 2];
        var grid = P.Count.In(counts);

        counts[0] = 9;

        Assert.Equal([1, 2], grid.Select(settings => settings.Count));
    }

    [Fact]
    public void Nullables_TakeNullAsAValue()
    {
        Assert.Equal([null, 3], P.Depth.In(null, 3).Select(settings => settings.Depth));
        Assert.Equal([null, 0.5], P.Limit.In(null, 0.5).Select(settings => settings.Limit));
        Assert.Equal([1, 2, 3, null], (P.Depth.Uniform(1, 3) + P.Depth.Null()).Select(settings => settings.Depth));
        Assert.Equal([null], P.Limit.Null().Select(settings => settings.Limit));
        Assert.Equal([null, true], P.IsLoud.In(null, true).Select(settings => settings.IsLoud));
        Assert.Equal([Shade.Green, null], P.Border.In(Shade.Green, null).Select(settings => settings.Border));
        Assert.Equal([null, "t"], P.Title.In(null, "t").Select(settings => settings.Title));
        Assert.Equal([null, new Size(1, 1)], P.Margin.In(null, new Size(1, 1)).Select(settings => settings.Margin));
    }

    [Fact]
    public void Any_IsEveryValueInTheOrderOfDeclarationAndNullLast()
    {
        Assert.Equal([false, true], P.IsFast.Any().Select(settings => settings.IsFast));
        Assert.Equal([Shade.Red, Shade.Green, Shade.Blue], P.Shade.Any().Select(settings => settings.Shade));
        Assert.Equal([false, true, null], P.IsLoud.Any().Select(settings => settings.IsLoud));
        Assert.Equal([Shade.Red, Shade.Green, Shade.Blue, null], P.Border.Any().Select(settings => settings.Border));
    }

    [Fact]
    public void All_OfAComponentTakesEveryDeclaredRange()
    {
        var space = P.All();

        Assert.Equal(["Count", "Shards", "Share", "IsFast", "Shade", "Depth", "IsLoud", "Border"], space.Parameters.Select(parameter => parameter.Path));
        Assert.Null(space.Cardinality);
        Grid<Toy> finite = Toy.Space.All();
        Assert.Equal(10 * 10 * 2 * 3, finite.Count);
    }

    [Fact]
    public void WhatASpaceLeavesOut_KeepsItsValueFromTheRoot()
    {
        var root = new Settings { Seed = 42, Name = "root" };

        Assert.Equal([root with { Count = 1 }, root with { Count = 2 }], Settings.SpaceFrom(root).Count.In(1, 2));
        Assert.Equal(new Settings { Count = 1 }, P.Count.In(1).Single());
    }

    [Fact]
    public void NestedParts_AreReachedByTheirMembers()
    {
        var p = Vehicle.Space;

        Assert.Equal([new Vehicle { Spare = new Battery { Cells = 1 } }], p.Spare.Cells.In(1));
        Assert.Equal("Spare.Cells", p.Spare.Cells.ToString());
        Assert.Equal(3, Vehicle.SpaceFrom(new Vehicle { Spare = new Battery { Cells = 3 } }).Spare.Voltage.In(2).Single().Spare.Cells);
    }

    [Fact]
    public void OptionOfAChoice_IsTakenWhereItIsBound()
    {
        var p = Vehicle.Space;

        var grid = p.Engine.Diesel.Cylinders.In(6) + (p.Engine.Electric.Range.In(300, 400) * p.Engine.Electric.Battery.Cells.In(1));

        Assert.Equal(
            [new Diesel { Cylinders = 6 }, new Electric { Range = 300, Battery = new() { Cells = 1 } }, new Electric { Range = 400, Battery = new() { Cells = 1 } }],
            grid.Select(vehicle => vehicle.Engine));
        Assert.Equal([new Diesel(), new Electric(), new Pedals()], p.Engine.Any().Select(vehicle => vehicle.Engine));
        Assert.Equal([new Pedals()], p.Engine.In(new Pedals()).Select(vehicle => vehicle.Engine));
    }

    [Fact]
    public void OptionOfTheRoot_KeepsItsOtherValues()
    {
        var p = Vehicle.SpaceFrom(new Vehicle { Engine = new Diesel { Cylinders = 12 } });

        Assert.Equal(new Diesel { Cylinders = 12, IsTurbo = true }, p.Engine.Diesel.IsTurbo.In(true).Single().Engine);
        Assert.Equal(new Electric { Range = 5 }, p.Engine.Electric.Range.In(5).Single().Engine);
    }

    [Fact]
    public void AllOfAChoice_IsTheSumOverItsOptions()
    {
        var space = Vehicle.Space.Engine.All();

        Assert.Equal(["Engine.Diesel.Cylinders", "Engine.Diesel.IsTurbo", "Engine.Electric.Battery.Cells", "Engine.Electric.Battery.Voltage", "Engine"], space.Parameters.Select(parameter => parameter.Path));
        Assert.True(space.TryPoint([0.99, .. new double[space.Dimensions - 1]], out var last));
        Assert.Equal(new Pedals(), last.Engine);
    }

    [Fact]
    public void Format_IsTheValueInTheInvariantCulture()
    {
        using var german = new Culture("de-DE");
        string?[] Formats(Space<Settings> space, Settings settings) => [.. space.Parameters.Select(parameter => parameter.Format(settings))];

        Assert.Equal(["0.5", "Blue", "null"], Formats(P.Share.In(0.5) * P.Shade.Any() * P.Title.In("t"), new Settings { Shade = Shade.Blue }));
        Assert.Equal(["null"], Formats(P.Depth.Uniform(1, 3) + P.Depth.Null(), new Settings()));
        Assert.Equal(["2"], Formats(P.Depth.Null() + P.Depth.Uniform(1, 3), new Settings { Depth = 2 }));
    }

    [Fact]
    public void FormatOfAnotherOption_IsNull()
    {
        var parameter = Vehicle.Space.Engine.Electric.Battery.Cells.In(1).Parameters.Single();

        Assert.Null(parameter.Format(new Vehicle()));
        Assert.Equal("2", parameter.Format(new Vehicle { Engine = new Electric() }));
    }
}
