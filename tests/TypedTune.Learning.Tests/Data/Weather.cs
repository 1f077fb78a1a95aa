namespace TypedTune.Learning.Tests.Data;

internal enum Weather
{
    Sun,
    Rain,
    Fog,
}
