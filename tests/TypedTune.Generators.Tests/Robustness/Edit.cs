namespace TypedTune.Generators.Tests.Robustness;

/// <summary>A project, and the same with another text of one of its files.</summary>
/// <param name="Before">The files.</param>
/// <param name="File">The file that is edited.</param>
/// <param name="Text">Its text after that.</param>
internal sealed record Edit(IReadOnlyList<string> Before, int File, string Text)
{
    public IReadOnlyList<string> After { get; } = [.. Before.Select((text, i) => i == File ? Text : text)];

    public override string ToString() => string.Join("\n", After.Select((text, i) => $"// File{i}.cs{(i == File ? ", edited" : "")}\n{(text == UserCode.District ? "(District)" : text == UserCode.Model ? "(Model)" : text)}"));
}
