using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Annotations;

/// <summary>The generated check of a whole configuration.</summary>
public sealed class ValidationTests
{
    [Fact]
    public void Defaults_AreLegal()
    {
        Validate(new Settings());
        Validate(new Vehicle());
        Validate(new Settings { Depth = null, Limit = null });
    }

    [Fact]
    public void ValueOutside_IsNamedByItsType() => AssertRefused("Settings.Count must be at least 1 and at most 100, but is 0.", new Settings { Count = 0 });

    [Fact]
    public void NullableValueOutside_IsNamed() => AssertRefused("Settings.Depth must be at least 1 and at most 3, but is 4.", new Settings { Depth = 4 });

    [Fact]
    public void ValueThatIsNotANumber_IsNamed() => AssertRefused("Settings.Share must be at least 0 and at most 1, but is NaN.", new Settings { Share = double.NaN });

    [Fact]
    public void NestedValueOutside_IsNamedByItsOwnType()
    {
        AssertRefused("Battery.Cells must be at least 1 and at most 4, but is 9.", new Vehicle { Spare = new() { Cells = 9 } });
        AssertRefused("Battery.Cells must be at least 1 and at most 4, but is 0.", new Vehicle { Engine = new Electric { Battery = new() { Cells = 0 } } });
    }

    [Fact]
    public void Name_IsTheTypeAsItsAuthorWroteIt() => Assert.Equal("Settings", ((ITunable)new Settings()).Name);

    private static void Validate(ITunable configuration) => configuration.Validate();

    private static void AssertRefused(string message, ITunable configuration) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(configuration.Validate).Message);
}
