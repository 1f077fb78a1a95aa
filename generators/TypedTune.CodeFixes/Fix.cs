namespace TypedTune.CodeFixes;

/// <summary>One way to put a diagnostic right.</summary>
/// <param name="title">What it does, in the editor's menu; the same title on other diagnostics is the same fix.</param>
/// <param name="changes">What it changes.</param>
internal sealed class Fix(string title, params Change[] changes)
{
    public string Title => title;

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>The menu entry that gathers this fix with its alternatives; null if it stands by itself.</summary>
    public string? Group { get; set; }
}
