namespace TypedTune.Tests.Spaces;

public enum Shade
{
    Red,
    Green,
    Blue,
}
