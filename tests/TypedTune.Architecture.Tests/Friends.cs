using System.Xml.Linq;

namespace TypedTune.Architecture.Tests;

/// <summary>The assemblies that a project opens its internals to.</summary>
internal static class Friends
{
    /// <summary>Reads them from a project file.</summary>
    /// <param name="project">The file's content.</param>
    public static IEnumerable<string> Read(string project) =>
        XDocument.Parse(project).Descendants("InternalsVisibleTo").Select(item => item.Attribute("Include")!.Value);

    /// <summary>Those that are no project under <c>tests</c>.</summary>
    /// <param name="project">The file's content.</param>
    public static IEnumerable<string> FindOutsideTests(string project) =>
        Read(project).Where(friend => !File.Exists(Path.Combine(Repository.Root, "tests", friend, $"{friend}.csproj")));
}
