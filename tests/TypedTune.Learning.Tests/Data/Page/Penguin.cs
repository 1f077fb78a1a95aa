namespace TypedTune.Learning.Tests.Data;

#region row
[Row]
public sealed partial record Penguin
{
    [Target]
    public required Species Species { get; init; } // an enum: other texts are errors

    public required string Island { get; init; } // any text

    [Column(Levels = ["FEMALE", "MALE"])]
    public string? Sex { get; init; } // one of these, or missing

    [Column("Bill length (mm)")]
    public double? BillLength { get; init; } // by its header in files

    public int? BodyMass { get; init; } // body_mass, Body Mass, …; 3000000000 is an error
    public required DateOnly Seen { get; init; }

    [Column(Format = "dd.MM.yyyy HH:mm")]
    public DateTime? Ringed { get; init; }
}
#endregion
