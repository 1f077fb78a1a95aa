namespace TypedTune.Learning.Tests.Data;

/// <summary>What a guest eats; <c>NA</c> is a category here, not a missing value.</summary>
public enum Board
{
    None,
    Half,
    Full,
    NA,
}
