namespace TypedTune.Learning;

/// <summary>Names where a step stands in a pipeline, as <c>Preprocessing.Geo</c>. Called by generated code.</summary>
public static class StepPath
{
    /// <summary>The path of a step inside another.</summary>
    /// <param name="path">The outer step's path; empty at the root.</param>
    /// <param name="name">The inner step's name.</param>
    public static string Join(string path, string name) => string.IsNullOrEmpty(path) ? name : $"{path}.{name}";
}
