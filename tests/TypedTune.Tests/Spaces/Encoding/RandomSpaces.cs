using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>Random spaces of everything that the algebra has: sums that overlap, products, conditions, ranges of all distributions, nullables and choices.</summary>
internal static class RandomSpaces
{
    private static readonly Settings.Hyperparameters<Settings> S = Spaces.Settings.Space;

    private static readonly Vehicle.Hyperparameters<Vehicle> V = Vehicle.SpaceFrom(new Vehicle { Engine = new Electric { Range = 150 } });

    public static Gen<Space<Settings>> Settings { get; } = Over(
        [
            Choose(S.Count.In(3, 1, 10), S.Count.Uniform(2, 40, 7), S.Count.LogUniform(1, 100), S.Count.Normal(20, 30), S.Count.LogUniform(1, 100).Steps(5)),
            Choose(S.Ticks.Uniform(0, 1_000_000_000_000), S.Ticks.In(5, 7), S.Ticks.Uniform(-9, 9, 3)),
            Choose(S.Share.Uniform(0, 1), S.Share.Uniform(0, 1, 0.1), S.Share.In(0.25, 0.5), S.Share.Normal(0.5, 0.2), S.Share.Uniform(0.2, 0.9).Steps(4)),
            Choose(S.Rate.LogUniform(1e-4, 10), S.Rate.LogNormal(0, 1), S.Rate.In(0.1, double.PositiveInfinity)),
            Choose(S.Free.Normal(0, 1), S.Free.In(0.0, 3)),
            Choose(S.Shade.Any(), S.Shade.In(Shade.Blue, Shade.Red)),
            Choose(S.Name.In("plain", "fancy"), S.Name.In("other", "fancy", "fancy")),
            Choose(S.Depth.All(), S.Depth.Null(), S.Depth.All() + S.Depth.Null(), S.Depth.In(1, null, 2)),
            Choose(S.Limit.LogNormal(1, 1), S.Limit.In(2.5, null), S.Limit.Null()),
            Choose(S.Border.Any(), S.IsLoud.Any() * S.IsFast.Any(), S.Margin.In(null, new Size(1, 2))),
        ],
        settings => settings.Count > 5,
        settings => settings.Share < 0.6 || settings.Depth is null);

    public static Gen<Space<Vehicle>> Vehicles { get; } = Over(
        [
            Choose<Vehicle>(
                V.Engine.Diesel.Cylinders.Uniform(1, 12),
                V.Engine.Diesel.Cylinders.In(4, 6) * V.Engine.Diesel.IsTurbo.Any(),
                V.Engine.Electric.Battery.All() + V.Engine.Electric.Range.In(100, 200),
                V.Engine.Electric.Range.LogUniform(50, 500),
                V.Engine.Any(),
                V.Engine.In(new Diesel { IsTurbo = true }, new Pedals()),
                V.Engine.All2()),
            Choose<Vehicle>(V.Spare.All(), V.Spare.Cells.In(1, 3), V.Spare.Voltage.Uniform(0.5, 2) * V.Spare.Cells.All()),
            Choose<Vehicle>(V.Wheels.All(), V.Wheels.In(2, 4)),
        ],
        vehicle => vehicle.Engine is not Diesel { Cylinders: > 6 },
        vehicle => vehicle.Wheels > 2);

    private static Space<Vehicle> All2(this Vehicle.Hyperparameters<Vehicle>.EngineOptions engine) =>
        engine.Diesel.IsTurbo.In(true) + engine.Diesel.Cylinders.In(3) + engine.Electric.Battery.Cells.In(1, 2) + engine.In(new Electric(), new Diesel { Cylinders = 3, IsTurbo = true });

    private static Gen<Space<T>> Choose<T>(params Space<T>[] spaces) => Gen.Int[0, spaces.Length - 1].Select(i => spaces[i]);

    // Factors of a product vary different hyperparameters; terms of a sum may vary any.
    private static Gen<Space<T>> Over<T>(Gen<Space<T>>[] hyperparameters, params Func<T, bool>[] conditions)
    {
        var leaf = Gen.OneOf(hyperparameters);
        if (hyperparameters.Length == 1)
            return Gen.OneOf(leaf, Gen.Select(leaf, leaf).Select((left, right) => left + right));
        int half = hyperparameters.Length / 2;
        var (first, second) = (Over(hyperparameters[..half], conditions), Over(hyperparameters[half..], conditions));
        var product = Gen.Select(first, second).Select((left, right) => left * right);
        var sum = Gen.Select(Gen.OneOf(product, leaf), Gen.OneOf(product, leaf, first)).Select((left, right) => left + right);
        var filtered = Gen.Select(Gen.OneOf(product, sum), Gen.Int[0, conditions.Length - 1]).Select((space, i) => space.Where(conditions[i]));
        return Gen.OneOf(leaf, product, product, sum, filtered);
    }
}
