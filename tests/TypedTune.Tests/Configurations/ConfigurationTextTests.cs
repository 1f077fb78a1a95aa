using CsCheck;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Configurations;

/// <summary>What the text of a configuration says, and that it is read back exactly.</summary>
public sealed class ConfigurationTextTests
{
    private static readonly Gen<string> AnyText = Gen.Char.Where(character => !char.IsSurrogate(character)).Array[0, 8].Select(characters => new string(characters));

    private static readonly Gen<IEngine> Engines = Gen.OneOf<IEngine>(
        Gen.Const(new Pedals()),
        Gen.Int[1, 12].Select(cylinders => new Diesel { Cylinders = cylinders }),
        Gen.Double[0.5, 2].Select(voltage => new Electric { Battery = new() { Voltage = voltage } }));

    private static readonly Gen<Everything> Any =
        from numbers in Gen.Select(Gen.Int, Gen.Double, Gen.ULong, Gen.Float, Gen.Decimal, Gen.Long)
        from texts in Gen.Select(AnyText, AnyText, AnyText.Array[0, 3])
        from times in Gen.Select(Gen.DateTime, Gen.DateTimeOffset, Gen.TimeSpan, Gen.DateOnly, Gen.TimeOnly)
        from engines in Gen.Select(Engines, Engines)
        from others in Gen.Select(Gen.Int[0, 3], Gen.Guid, Gen.Int.Array[0, 3], Gen.Bool)
        select new Everything
        {
            Int = numbers.Item1,
            Double = numbers.Item2,
            ULong = numbers.Item3,
            Float = numbers.Item4,
            Decimal = numbers.Item5,
            Big = numbers.Item6,
            Half = (Half)numbers.Item4,
            SByte = others.Item4 ? (sbyte)numbers.Item1 : null,
            Shade = others.Item4 ? Shade.Blue : null,
            Percent = new(numbers.Item2),
            Settings = new() { Name = texts.Item1, Title = others.Item4 ? texts.Item2 : null, Margin = others.Item4 ? new Spaces.Size(1, numbers.Item1) : null },
            Text = texts.Item2,
            Texts = new([.. texts.Item3]),
            Pair = (numbers.Item1, texts.Item1),
            Char = texts.Item1 is [var character, ..] ? character : ' ',
            Engine = engines.Item1,
            Open = others.Item4 ? new Electric() : null,
            Battery = others.Item4 ? new() { Cells = 4 } : null,
            Crate = new() { Number = numbers.Item1, Content = new() { Voltage = numbers.Item2 } },
            Sides = (Sides)others.Item1,
            Guid = others.Item2,
            Time = times.Item1,
            Offset = times.Item2,
            Span = times.Item3,
            Date = others.Item4 ? times.Item4 : null,
            Clock = times.Item5,
            Ints = new([.. others.Item3]),
            Seed = numbers.Item1,
        };

    private static readonly Everything Prototype = new() { Open = new Electric(), Log = "kept" };

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void EveryKind_IsReadBackAsItWasWritten(string culture) => Any.Sample(
        configuration =>
        {
            using var _ = new Culture(culture);
            string text = ConfigurationText.Write(configuration);
            var read = ConfigurationText.Parse(text, Prototype);

            Assert.Equal(configuration with { Log = "kept" }, read);
            Assert.Equal(configuration.Time.Kind, read.Time.Kind);
            Assert.Equal(text, ConfigurationText.Write(read));
            Assert.Equal(Fingerprint.Compute(text), ConfigurationText.Fingerprint(read));
        },
        iter: 200);

    [Fact]
    public void DifferentConfigurations_HaveDifferentTexts() => Gen.Select(Any, Any).Sample((one, other) =>
        Assert.Equal(one == other, ConfigurationText.Write(one) == ConfigurationText.Write(other)));

    [Fact]
    public void Text_HasEveryPropertyInTheOrderOfDeclaration() => Assert.Equal(
        """{"$type":"TypedTune.Tests.Spaces.Vehicle","$version":1,"Engine":{"$type":"TypedTune.Tests.Spaces.Electric","$version":1,"Range":200,"Battery":{"Cells":2,"Voltage":0.1}},"Spare":{"Cells":3,"Voltage":1},"Wheels":4}""",
        ConfigurationText.Write(new Vehicle { Engine = new Electric { Battery = new() { Voltage = 0.1 } } }));

    [Fact]
    public void OptionWithNothingToConfigure_IsItsType() => Assert.Equal(
        """{"$type":"TypedTune.Tests.Spaces.Vehicle","$version":1,"Engine":{"$type":"TypedTune.Tests.Spaces.Pedals"},"Spare":{"Cells":3,"Voltage":1},"Wheels":4}""",
        ConfigurationText.Write(new Vehicle { Engine = new Pedals() }));

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(-0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(1e300, "1E+300")]
    public void Number_HasAsFewDigitsAsTellItApart(double value, string text)
    {
        string written = ConfigurationText.Write(new Settings { Free = value });

        Assert.Contains($"\"Free\":{text},", written, StringComparison.Ordinal);
        Assert.Equal(value, ConfigurationText.Parse(written, new Settings()).Free);
    }

    [Fact]
    public void EqualDecimals_HaveOneText() =>
        Assert.Equal(ConfigurationText.Write(new Everything { Decimal = 1.5m }), ConfigurationText.Write(new Everything { Decimal = 1.500m }));

    [Fact]
    public void String_EscapesWhatItMustAlone() =>
        Assert.Contains("\"Name\":\"ä + <b> \\\"\\\\\\u000a 💡\"", ConfigurationText.Write(new Settings { Name = "ä + <b> \"\\\n 💡" }), StringComparison.Ordinal);

    [Fact]
    public void HalfOfASurrogatePair_IsRefused() => Assert.Equal(
        "TypedTune.Tests.Spaces.Settings.Name holds half of a surrogate pair, which no text can have.",
        Assert.Throws<NotSupportedException>(() => ConfigurationText.Write(new Settings { Name = "a\uD83D" })).Message);

    [Fact]
    public void ValueThatIsNoneOfItsEnum_IsRefused() => Assert.Equal(
        "TypedTune.Tests.Spaces.Settings.Shade is 9, which is no value of TypedTune.Tests.Spaces.Shade.",
        Assert.Throws<NotSupportedException>(() => ConfigurationText.Write(new Settings { Shade = (Shade)9 })).Message);

    [Fact]
    public void TypeWithoutAText_IsRefused()
    {
        Assert.Equal(
            "System.Version has no text: it has no hyperparameters. Mark it [Configuration] and make it partial, or implement IConfiguration.",
            Assert.Throws<NotSupportedException>(() => ConfigurationText.Write(new Version(1, 2))).Message);
        Assert.Throws<NotSupportedException>(() => ConfigurationText.Parse("{}", new Version(1, 2)));
    }

    [Fact]
    public void AWriterThatFailed_DoesNotSpoilTheNextText()
    {
        string before = ConfigurationText.Write(new Vehicle());

        Assert.Throws<NotSupportedException>(() => ConfigurationText.Write(new Everything { Settings = new() { Shade = (Shade)9 } }));

        Assert.Equal(before, ConfigurationText.Write(new Vehicle()));
    }

    [Fact]
    public void SpaceRoot_IsAPrototype()
    {
        var space = Vehicle.Space.Engine.Electric.Battery.Voltage.Uniform(0.5, 2);
        Assert.True(space.TryPoint([0.3], out var point));

        Assert.Equal(point, ConfigurationText.Parse(ConfigurationText.Write(point), space.Root));
    }

    [Fact]
    public void Writing_AllocatesTheStringAlone()
    {
        var configuration = new Vehicle { Engine = new Electric() };
        string text = ConfigurationText.Write(configuration);
        ConfigurationText.Fingerprint(configuration);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ConfigurationText.Write(configuration);
        long written = GC.GetAllocatedBytesForCurrentThread();
        ConfigurationText.Fingerprint(configuration);

        Assert.True(written - before <= 2 * text.Length + 64, $"{written - before} bytes");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - written <= 64, $"{GC.GetAllocatedBytesForCurrentThread() - written} bytes");
    }
}
