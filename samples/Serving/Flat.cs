namespace Serving;

#region row
/// <summary>A flat to let: a row to learn from, and the body of a request.</summary>
[Row]
public sealed partial record Flat
{
    public required double Area { get; init; }
    public double? Floor { get; init; }
    public required District District { get; init; }
    public required string Heating { get; init; }

    [Target]
    public double Rent { get; init; } // not required, so that requests need not send it
}
#endregion
