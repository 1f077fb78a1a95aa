namespace TypedTune.Learning.Tests.Data;

/// <summary>The species of a penguin.</summary>
public enum Species
{
    Adelie,
    Chinstrap,
    Gentoo,
}
