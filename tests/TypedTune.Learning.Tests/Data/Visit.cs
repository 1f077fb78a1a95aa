namespace TypedTune.Learning.Tests.Data;

/// <summary>A row with a column of every kind: numbers, whole numbers, truth values, free and declared categories, each required and optional.</summary>
internal sealed record Visit : IRow<Visit>
{
    public static RowSchema<Visit> Schema { get; } = new(
        "Visit",
        [
            Columns.Weight, Columns.MaybeWeight, Columns.Count, Columns.MaybeCount, Columns.Paid, Columns.MaybePaid, Columns.Note,
            Columns.MaybeNote, Columns.Weather,
        ],
        row => new Visit
        {
            Weight = row.Number(0),
            MaybeWeight = row.OptionalNumber(1),
            Count = (int)row.Number(2),
            MaybeCount = row.OptionalNumber(3) is { } count ? (long)count : null,
            Paid = row.Number(4) != 0,
            MaybePaid = row.OptionalNumber(5) is { } paid ? paid != 0 : null,
            Note = row.Category(6)!,
            MaybeNote = row.Category(7),
            Weather = Enum.Parse<Weather>(row.Category(8)!),
        });

    public double Weight { get; init; }

    public double? MaybeWeight { get; init; }

    public int Count { get; init; }

    public long? MaybeCount { get; init; }

    public bool Paid { get; init; }

    public bool? MaybePaid { get; init; }

    public string Note { get; init; } = "none";

    public string? MaybeNote { get; init; }

    public Weather Weather { get; init; }

    public static class Columns
    {
        public static NumberColumn<Visit> Weight { get; } = new("Weight", 0, NumberKind.Real, row => row.Weight) { Header = "Weight (kg)" };

        public static NumberColumn<Visit> MaybeWeight { get; } = new("MaybeWeight", 1, NumberKind.Real, row => row.MaybeWeight ?? double.NaN) { IsOptional = true };

        public static NumberColumn<Visit> Count { get; } = new("Count", 2, NumberKind.Integer, row => row.Count);

        public static NumberColumn<Visit> MaybeCount { get; } = new("MaybeCount", 3, NumberKind.Integer, row => row.MaybeCount ?? double.NaN) { IsOptional = true };

        public static NumberColumn<Visit> Paid { get; } = new("Paid", 4, NumberKind.Boolean, row => row.Paid ? 1 : 0);

        public static NumberColumn<Visit> MaybePaid { get; } = new("MaybePaid", 5, NumberKind.Boolean, row => row.MaybePaid is { } paid ? (paid ? 1 : 0) : double.NaN) { IsOptional = true };

        public static CategoryColumn<Visit> Note { get; } = new("Note", 6, row => row.Note);

        public static CategoryColumn<Visit> MaybeNote { get; } = new("MaybeNote", 7, row => row.MaybeNote) { IsOptional = true };

        public static CategoryColumn<Visit> Weather { get; } = new("Weather", 8, row => row.Weather.ToString()) { Levels = ["Sun", "Rain", "Fog"] };
    }
}
