using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Configurations;

/// <summary>What is no text of a configuration is refused by an error that says where it is wrong.</summary>
public sealed class RefusedTextTests
{
    private const string Battery = """{"$type":"TypedTune.Tests.Spaces.Battery","$version":1,"Cells":2,"Voltage":1}""";

    [Theory]
    [InlineData("\"Cells\":2,", "", "TypedTune.Tests.Spaces.Battery has no property 'Cells'.")]
    [InlineData("\"Cells\":2", "\"Cell\":2,\"Cells\":2", "TypedTune.Tests.Spaces.Battery has an unknown or repeated property 'Cell'.")]
    [InlineData("\"Cells\":2", "\"Cells\":2,\"Cells\":2", "TypedTune.Tests.Spaces.Battery has an unknown or repeated property 'Cells'.")]
    [InlineData("\"Cells\":2", "\"Cells\":2.5", "TypedTune.Tests.Spaces.Battery.Cells should be a number of type System.Int32, but is 2.5.")]
    [InlineData("\"Cells\":2", "\"Cells\":3000000000", "TypedTune.Tests.Spaces.Battery.Cells should be a number of type System.Int32, but is 3000000000.")]
    [InlineData("\"Cells\":2", "\"Cells\":\"2\"", "TypedTune.Tests.Spaces.Battery.Cells should be a number of type System.Int32, but is \"2\".")]
    [InlineData("\"Cells\":2", "\"Cells\":null", "TypedTune.Tests.Spaces.Battery.Cells should be a number of type System.Int32, but is null.")]
    [InlineData("\"Voltage\":1", "\"Voltage\":1e999", "TypedTune.Tests.Spaces.Battery.Voltage should be a number of type System.Double, but is 1e999.")]
    [InlineData("\"Voltage\":1", "\"Voltage\":true", "TypedTune.Tests.Spaces.Battery.Voltage should be a number of type System.Double, but is true.")]
    [InlineData("\"$version\":1", "\"$version\":2", "TypedTune.Tests.Spaces.Battery is of version 2 of TypedTune.Tests.Spaces.Battery, but only version 1 is known here. It was written by a newer program.")]
    [InlineData("\"$version\":1,", "", "TypedTune.Tests.Spaces.Battery has no property '$version'.")]
    [InlineData("Spaces.Battery", "Spaces.Diesel", "TypedTune.Tests.Spaces.Battery is a TypedTune.Tests.Spaces.Diesel, but a TypedTune.Tests.Spaces.Battery is expected.")]
    public void WrongText_IsRefused(string part, string replacement, string message) => Assert.Equal(message, Refused(Battery.Replace(part, replacement, StringComparison.Ordinal), new Battery()));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("pickle")]
    public void WhatIsNoJson_IsRefused(string text) => Assert.StartsWith("This is not the text of a TypedTune.Tests.Spaces.Battery, or it is damaged: ", Refused(text, new Battery()), StringComparison.Ordinal);

    [Fact]
    public void AnotherValue_IsNoObject() => Assert.Equal("TypedTune.Tests.Spaces.Battery should be a TypedTune.Tests.Spaces.Battery, but is [1].", Refused("[1]", new Battery()));

    [Fact]
    public void UnknownOption_IsRefusedWithThoseThatThereAre()
    {
        string text = ConfigurationText.Write(new Vehicle()).Replace("Spaces.Diesel", "Spaces.Steam", StringComparison.Ordinal);

        Assert.Equal(
            "TypedTune.Tests.Spaces.Vehicle.Engine is a TypedTune.Tests.Spaces.Steam, but only TypedTune.Tests.Spaces.Diesel, TypedTune.Tests.Spaces.Electric, TypedTune.Tests.Spaces.Pedals can be read here; name the options with [OneOf].",
            Refused(text, new Vehicle()));
    }

    [Fact]
    public void OptionOfAPropertyWithoutOptions_IsThatOfThePrototype()
    {
        var diesel = new Everything { Open = new Diesel { Cylinders = 6 } };
        string text = ConfigurationText.Write(diesel);

        Assert.Equal(diesel, ConfigurationText.Parse(text, new Everything { Open = new Diesel() }));
        Assert.Equal(
            "TypedTune.Tests.Configurations.Everything.Open is a TypedTune.Tests.Spaces.Diesel, but only TypedTune.Tests.Spaces.Electric can be read here; name the options with [OneOf].",
            Refused(text, new Everything { Open = new Electric() }));
    }

    [Theory]
    [InlineData("\"Shade\":\"Red\"", "\"Shade\":\"red\"", "TypedTune.Tests.Spaces.Settings.Shade should be the name of a TypedTune.Tests.Spaces.Shade in quotes, but is \"red\".")]
    [InlineData("\"Shade\":\"Red\"", "\"Shade\":\"1\"", "TypedTune.Tests.Spaces.Settings.Shade should be the name of a TypedTune.Tests.Spaces.Shade in quotes, but is \"1\".")]
    [InlineData("\"Shade\":\"Red\"", "\"Shade\":\"Red, Green\"", "TypedTune.Tests.Spaces.Settings.Shade should be the name of a TypedTune.Tests.Spaces.Shade in quotes, but is \"Red, Green\".")]
    [InlineData("\"Columns\":0", "\"Columns\":\"x\"", "TypedTune.Tests.Spaces.Settings.Size.Columns should be a number of type System.Int32, but is \"x\".")]
    public void WrongValueDeepInside_IsNamed(string part, string replacement, string message) =>
        Assert.Equal(message, Refused(ConfigurationText.Write(new Settings()).Replace(part, replacement, StringComparison.Ordinal), new Settings()));

    [Fact]
    public void PropertiesInAnotherOrder_AreRead() =>
        Assert.Equal(new Battery { Cells = 3 }, ConfigurationText.Parse("""{ "Voltage": 1.0, "$version": 1, "Cells": 3, "$type": "TypedTune.Tests.Spaces.Battery" }""", new Battery()));

    private static string Refused<T>(string text, T prototype) => Assert.Throws<FormatException>(() => ConfigurationText.Parse(text, prototype)).Message;
}
