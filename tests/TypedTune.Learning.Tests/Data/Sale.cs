namespace TypedTune.Learning.Tests;

/// <summary>A sale of a shop: rows with every role, one of which is computed.</summary>
[Row]
public sealed partial record Sale
{
    public required double Discount { get; init; }

    [Group]
    public required int Shop { get; init; }

    [Time]
    public required DateOnly Day { get; init; }

    [Weight]
    public double Weight => Discount > 0.5 ? 2 : 1;

    [Target]
    public double? Amount { get; init; }
}

/// <summary>The features of a sale: the discount, and the day, though it is a role, since a branch names it.</summary>
[ColumnTransformer<Sale>]
public sealed partial record SaleFeatures
{
    [Remainder]
    public Passthrough Rest { get; init; } = new();

    [Columns(nameof(Sale.Day))]
    public DateParts Day { get; init; } = new();
}

[Pipeline]
public sealed partial record SaleModel
{
    public SaleFeatures Features { get; init; } = new();
    public Ridge Ridge { get; init; } = new();
}
