using CsCheck;

namespace TypedTune.Learning.Tests.Data;

/// <summary>Random stays whose every value can be written to text and read back.</summary>
internal static class StayGenerator
{
    private static string[] Pieces { get; } = ["a", "B", " ", "\"", ",", ";", "\n", "\r", "ä", "漢字", "🙂", "=", "\t", "'", ".", "-"];

    private static Gen<string> Text { get; } = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 6].Select(string.Concat);

    private static Gen<DateOnly> Date { get; } = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    /// <summary>Times as exact as a column holds them.</summary>
    public static Gen<DateTime> Time { get; } = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => DateEncoding.ToDateTime(DateEncoding.ToSeconds(new DateTime(ticks))));

    private static Gen<DateTimeOffset> Instant { get; } = Time.Select(time => new DateTimeOffset(time, TimeSpan.Zero));

    private static Gen<TimeSpan> Duration { get; } = Gen.OneOf(Gen.Long[-(1L << 40), 1L << 40], Gen.Long).Select(ticks => DateEncoding.ToTimeSpan(DateEncoding.ToSeconds(new TimeSpan(ticks))));

    public static Gen<Stay> Stays { get; } = Gen.Select(
        Gen.Select(Date, Date.Nullable(), Time, Time.Nullable()),
        Gen.Select(Instant, Instant.Nullable(), Duration, Duration.Nullable()),
        Gen.Select(Gen.Byte, Gen.Int.Nullable(), Gen.Bool.Nullable()),
        Gen.Select(Gen.Enum<Board>(), Gen.Enum<Board>().Nullable(), Gen.OneOf(Gen.Const("NA"), Gen.Const("EU"), Gen.Const("AS"), Gen.Const((string?)null)!), Text),
        (times, lengths, numbers, categories) => new Stay
        {
            Day = times.Item1,
            MaybeDay = times.Item2,
            Seen = times.Item3,
            MaybeSeen = times.Item4,
            Booked = lengths.Item1,
            MaybeBooked = lengths.Item2,
            Length = lengths.Item3,
            MaybeLength = lengths.Item4,
            Nights = numbers.Item1,
            Room = numbers.Item2,
            IsPaid = numbers.Item3,
            Board = categories.Item1,
            MaybeBoard = categories.Item2,
            Region = categories.Item3,
            City = categories.Item4,
        });
}
