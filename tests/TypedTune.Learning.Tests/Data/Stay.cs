namespace TypedTune.Learning.Tests.Data;

/// <summary>A row with dates, times, durations, narrow numbers and declared categories, its columns made by the generator.</summary>
[Row]
public sealed partial record Stay
{
    public DateOnly Day { get; init; }

    public DateOnly? MaybeDay { get; init; }

    public DateTime Seen { get; init; }

    public DateTime? MaybeSeen { get; init; }

    public DateTimeOffset Booked { get; init; }

    public DateTimeOffset? MaybeBooked { get; init; }

    public TimeSpan Length { get; init; }

    public TimeSpan? MaybeLength { get; init; }

    [Target]
    public byte Nights { get; init; }

    public int? Room { get; init; }

    public bool? IsPaid { get; init; }

    public Board Board { get; init; }

    public Board? MaybeBoard { get; init; }

    [Column(Levels = ["NA", "EU", "AS"])]
    public string? Region { get; init; }

    [Column("City of departure")]
    public string City { get; init; } = "Zürich";
}
