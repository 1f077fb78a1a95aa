using System.Text.RegularExpressions;
using TypedTune.Testing;

namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>Mistakes as projects of a solution outside of the repository, built once by the SDK as a user builds them; deleted afterwards.</summary>
public sealed partial class MistakeBuild : IAsyncLifetime
{
    private const string WorkingFolder = "Working";
    private const int Share = 5;

    /// <summary>Whether all mistakes are built, and not every fifth, which takes minutes less. All are compiled in this process anyway.</summary>
    internal static bool BuildsAll { get; } = Environment.GetEnvironmentVariable("TYPEDTUNE_MISTAKES") == "all";

    /// <summary>The mistakes that are built.</summary>
    internal static IReadOnlyList<Mistake> Mistakes { get; } = [.. MistakeTests.All.Values.Where((_, number) => BuildsAll || number % Share == 0)];

    private readonly string _folder = Directory.CreateTempSubdirectory("typedtune-mistakes-").FullName;

    private ILookup<string, (string Place, string Id, string Message)> _printed = Array.Empty<(string, string, string)>().ToLookup(item => item.Item1);

    /// <summary>What the build of the working project printed.</summary>
    public IEnumerable<string> PrintedByWorkingProject => Printed(WorkingFolder);

    public async ValueTask InitializeAsync()
    {
        await Write(new Mistake(WorkingFolder, ""));
        foreach (var mistake in Mistakes)
            await Write(mistake);
        var projects = Mistakes.Select(mistake => mistake.Folder).Prepend(WorkingFolder).Select(name => $"  <Project Path=\"{name}/{name}.csproj\" />");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Mistakes.slnx"), $"<Solution>\n{string.Join('\n', projects)}\n</Solution>\n");
        var (_, output) = await Dotnet.Run(
            _folder, new Dictionary<string, string>(), "build", "Mistakes.slnx", "-m:2", "-v:q", "-tl:off", "-clp:NoSummary");

        // At the end the errors come again.
        string told = output.Split("\nBuild FAILED.")[0];
        _printed = LinePattern().Matches(told).Select(line => (Project: line.Groups["project"].Value, Line: line))
            .ToLookup(item => item.Project, item => (PlaceOf(item.Line), item.Line.Groups["id"].Value, item.Line.Groups["message"].Value));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the build of a mistake printed: places and rules.</summary>
    internal IEnumerable<string> Printed(Mistake mistake) => Printed(mistake.Folder);

    /// <summary>Lines of a table: the mistake, the place, what was printed.</summary>
    internal IEnumerable<string> Rows(Mistake mistake) =>
        _printed[mistake.Folder].OrderBy(line => line.Id, StringComparer.Ordinal).ThenBy(line => line.Place, StringComparer.Ordinal)
            .Select(line => $"| {mistake.Name} | {line.Place} | {line.Id} | {(line.Id.StartsWith("TT", StringComparison.Ordinal) ? line.Message.Replace("|", "\\|", StringComparison.Ordinal) : "the compiler's own")} |");

    private IEnumerable<string> Printed(string folder) => _printed[folder].Select(line => $"{line.Place} {line.Id}").Order(StringComparer.Ordinal);

    private async Task Write(Mistake mistake)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, mistake.Folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{mistake.Folder}.csproj"), WorkingProject.Project(mistake.Properties));
        foreach (var (name, text) in mistake.Files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
    }

    // In a generated file, the whole path, so that it cannot be taken for one of the user's.
    private static string PlaceOf(Match line) => !line.Groups["file"].Success ? "CSC"
        : $"{(line.Groups["file"].Value.Contains("/obj/", StringComparison.Ordinal) ? line.Groups["file"].Value : Path.GetFileName(line.Groups["file"].Value))}({line.Groups["line"].Value},{line.Groups["column"].Value})";

    [GeneratedRegex(@"^\s*(?:CSC|(?<file>[^(\r\n]+)\((?<line>\d+),(?<column>\d+)\)) ?: (?:error|warning) (?<id>\w+): (?<message>.*) \[[^\]\r\n]*?(?<project>[^/\\\]\r\n]+)\.csproj\]\r?$", RegexOptions.Multiline)]
    private static partial Regex LinePattern();
}
