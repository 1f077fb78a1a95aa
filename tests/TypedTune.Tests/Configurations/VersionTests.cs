namespace TypedTune.Tests.Configurations;

/// <summary>Types that changed: what was written before is read where they say so, and refused elsewhere.</summary>
public sealed class VersionTests
{
    private const string OfVersion2 = """{"$type":"TypedTune.Tests.Configurations.Grown","$version":2,"Size":5}""";

    [Fact]
    public void Version_IsInTheText() => Assert.Equal(
        """{"$type":"TypedTune.Tests.Configurations.Grown","$version":3,"Size":1,"Rate":0.5}""",
        ConfigurationText.Write(new Grown()));

    [Fact]
    public void VersionOfAPart_IsInTheText() => Assert.Equal(
        """{"$type":"TypedTune.Tests.Configurations.Garden","$version":1,"Plant":{"$version":3,"Size":1,"Rate":0.5}}""",
        ConfigurationText.Write(new Garden()));

    [Fact]
    public void PropertyThatIsNewer_HasItsDefaultAndNotThePrototypes() =>
        Assert.Equal(new Grown { Size = 5, Rate = 0.5 }, ConfigurationText.Parse(OfVersion2, new Grown { Rate = 0.9 }));

    [Theory]
    [InlineData("\"$version\":2", "\"$version\":1", "TypedTune.Tests.Configurations.Grown is of version 1 of TypedTune.Tests.Configurations.Grown, which version 3 does not read. To read it, set OldestVersion in its [Configuration], and say with [AddedIn] which properties are newer.")]
    [InlineData("\"$version\":2", "\"$version\":3", "TypedTune.Tests.Configurations.Grown has no property 'Rate'.")]
    [InlineData("\"Size\":5", "\"Size\":5,\"Rate\":1", "TypedTune.Tests.Configurations.Grown has an unknown or repeated property 'Rate'.")]
    [InlineData("\"Size\":5", "\"Length\":5", "TypedTune.Tests.Configurations.Grown has no property 'Size'.")]
    public void TextThatDoesNotFitItsVersion_IsRefused(string part, string replacement, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ConfigurationText.Parse(OfVersion2.Replace(part, replacement, StringComparison.Ordinal), new Grown())).Message);

    [Fact]
    public void PropertyThatReturnsAnotherValue_IsRefused() => Assert.StartsWith(
        "A TypedTune.Tests.Configurations.Growing is not read back as it was written: ",
        Assert.Throws<FormatException>(() => ConfigurationText.Parse(ConfigurationText.Write(new Growing()), new Growing())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void DerivedTypeWithoutATextOfItsOwn_IsRefused() => Assert.Equal(
        "TypedTune.Tests.Configurations.VersionTests+Wider has no text of its own, but that of its base TypedTune.Tests.Configurations.Wide, in which its own properties would be lost. Mark it [Configuration] and make it partial.",
        Assert.Throws<NotSupportedException>(() => ConfigurationText.Write<Wide>(new Wider())).Message);

    private sealed record Wider : Wide
    {
        public int Extra { get; init; }
    }
}

[Configuration(Version = 3, OldestVersion = 2)]
public sealed partial record Grown
{
    [Hyperparameter]
    public int Size { get; init; } = 1;

    [Hyperparameter, AddedIn(3)]
    public double Rate { get; init; } = 0.5;
}

public sealed partial record Garden
{
    [Hyperparameter]
    public Grown Plant { get; init; } = new();
}

public sealed partial record Growing
{
    private readonly int _size;

    [Hyperparameter]
    public int Size
    {
        get => _size + 1;
        init => _size = value;
    }
}

public partial record Wide
{
    [Hyperparameter]
    public int Width { get; init; }
}
