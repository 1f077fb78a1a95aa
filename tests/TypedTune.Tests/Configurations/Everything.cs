using System.Collections.Immutable;
using System.Numerics;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Configurations;

/// <summary>A property of every kind that has a text.</summary>
public sealed partial record Everything
{
    [Hyperparameter(Min = 1, Max = 9)]
    public int Int { get; init; } = 1;

    [Hyperparameter]
    public double Double { get; init; }

    [Hyperparameter]
    public Shade? Shade { get; init; }

    [Hyperparameter]
    public Settings Settings { get; init; } = new();

    [Hyperparameter]
    public Percent Percent { get; init; }

    [OneOf<Diesel, Electric, Pedals>]
    public IEngine Engine { get; init; } = new Diesel();

    public IEngine? Open { get; init; }

    public Battery? Battery { get; init; }

    public Crate<Battery> Crate { get; init; } = new();

    public (int, string) Pair { get; init; } = (1, "");

    public ulong ULong { get; init; }

    public sbyte? SByte { get; init; }

    public float Float { get; init; }

    public Half Half { get; init; }

    public decimal Decimal { get; init; }

    public BigInteger Big { get; init; }

    public char Char { get; init; } = 'c';

    public string? Text { get; init; }

    public Sides Sides { get; init; }

    public Guid Guid { get; init; }

    public TimeSpan Span { get; init; }

    public DateTime Time { get; init; }

    public DateTimeOffset Offset { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly Clock { get; init; }

    public Items<int> Ints { get; init; } = new([]);

    public Items<string> Texts { get; init; } = new([]);

    public int Seed { get; init; }

    [ConfigurationIgnore]
    public object? Log { get; init; }
}

[Flags]
public enum Sides
{
    None = 0,
    Left = 1,
    Right = 2,
}

/// <summary>Something in a box.</summary>
public sealed partial record Crate<T>
    where T : new()
{
    [Hyperparameter]
    public int Number { get; init; }

    public T Content { get; init; } = new();
}

/// <summary>A list that compares its items.</summary>
[Configuration]
public sealed partial record Items<T>(ImmutableArray<T> Values)
{
    public bool Equals(Items<T>? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Length;
}

/// <summary>A value that formats and parses itself.</summary>
public readonly record struct Percent(double Share) : IFormattable, IParsable<Percent>
{
    public static Percent Parse(string s, IFormatProvider? provider) => new(double.Parse(s.AsSpan(0, s.Length - 1), provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out Percent result) => throw new NotSupportedException();

    public string ToString(string? format, IFormatProvider? formatProvider) => Share.ToString("R", formatProvider) + "%";
}
