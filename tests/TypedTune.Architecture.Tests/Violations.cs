namespace TypedTune.Architecture.Tests;

/// <summary>What a check found, told in full.</summary>
internal static class Violations
{
    /// <summary>Asserts that nothing was found, and lists everything that was.</summary>
    public static void AssertNone(IEnumerable<string> found)
    {
        string[] all = [.. found];
        if (all.Length > 0)
            Assert.Fail(string.Join('\n', all));
    }
}
