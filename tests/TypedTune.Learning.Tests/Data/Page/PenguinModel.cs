namespace TypedTune.Learning.Tests.Data;

#region dates
[ColumnTransformer<Penguin>]
[DropColumns(nameof(Penguin.Sex), nameof(Penguin.Ringed))]
public sealed partial record PenguinFeatures
{
    [Columns(nameof(Penguin.Seen))]
    public DateParts Seen { get; init; } = new() { Day = false, DayOfWeek = false, Cyclic = true }; // Seen.Seen.month sin, …

    [Columns(nameof(Penguin.Island))]
    public OneHotEncoder Island { get; init; } = new();

    [Remainder]
    public SimpleImputer Rest { get; init; } = new();
}

[Pipeline]
public sealed partial record PenguinModel
{
    public PenguinFeatures Features { get; init; } = new();
    public RandomForestClassifier Forest { get; init; } = new() { Trees = 10, Seed = 42 };
}
#endregion
