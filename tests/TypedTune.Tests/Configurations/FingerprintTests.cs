using CsCheck;

namespace TypedTune.Tests.Configurations;

/// <summary>Fingerprints are the same everywhere, and are read back from their text.</summary>
public sealed class FingerprintTests
{
    // The reference values of XxHash128 (xxhsum -H128).
    [Theory]
    [InlineData("", "99aa06d3014798d86001c324468d497f")]
    [InlineData("a", "a96faf705af16834e6c632b61e964e1f")]
    public void Fingerprint_IsThatOfTheReference(string text, string fingerprint) => Assert.Equal(fingerprint, Fingerprint.Compute(text).ToString());

    [Fact]
    public void Text_IsReadBack() => Gen.Select(Gen.ULong, Gen.ULong).Sample((high, low) =>
        Assert.Equal(new Fingerprint(high, low), Fingerprint.Parse(new Fingerprint(high, low).ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("99aa06d3014798d86001c324468d497")]
    [InlineData("99aa06d3014798d86001c324468d497g")]
    [InlineData(" 99aa06d3014798d86001c324468d497")]
    public void AnythingElse_IsRefused(string text)
    {
        Assert.False(Fingerprint.TryParse(text, out _));
        Assert.Equal($"A fingerprint is 32 hexadecimal digits, but this is '{text}'.", Assert.Throws<FormatException>(() => Fingerprint.Parse(text)).Message);
    }
}
