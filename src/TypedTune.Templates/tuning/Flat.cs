namespace TuningApp;

/// <summary>A row of the file: a property for each column.</summary>
[Row]
public sealed partial record Flat
{
    public required double Area { get; init; }
    public double? Floor { get; init; } // nullable: may be missing
    public required string Heating { get; init; }

    [Target]
    public double Rent { get; init; }
}
