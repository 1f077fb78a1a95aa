namespace TypedTune.Learning.Tests.Data;

#region roles
[Row]
public sealed partial record Sighting
{
    public double? BillLength { get; init; }

    [Stratum]
    public required string Island { get; init; } // in every fold in about the same proportion; a feature as well

    [Group]
    public required string Individual { get; init; } // rows of one individual are never on both sides of a split

    [Time]
    public required DateOnly Seen { get; init; } // what came later is not learned from

    public int Observers { get; init; } = 1;

    [Weight]
    public double Certainty => Observers > 1 ? 1 : 0.5; // learned with and scored with; without a setter it is computed

    [Target]
    public required Species Species { get; init; }
}
#endregion
