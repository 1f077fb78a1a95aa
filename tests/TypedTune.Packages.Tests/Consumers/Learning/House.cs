using TypedTune.Learning;

namespace Consumer;

[Row]
public sealed partial record House
{
    public required int Rooms { get; init; }
    public required double Age { get; init; }
    public required string Street { get; init; }
    [Target] public required double Price { get; init; }
}

[ColumnTransformer<House>]
public sealed partial record Features
{
    [Columns(nameof(House.Street))]
    public OneHotEncoder Street { get; init; } = new();

    [Remainder]
    public StandardScaler Numbers { get; init; } = new();
}

[Pipeline]
public sealed partial record Houses
{
    public Features Features { get; init; } = new();
    public RandomForestRegressor Forest { get; init; } = new() { Seed = 1 };
}
