using System.IO.Compression;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace TypedTune.Packages.Tests;

/// <summary>What the packages hold, and what a project that knows nothing but them gets.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    private const string RulePages = "docs/rules/";

    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [Theory]
    [InlineData("TypedTune", "lib/net10.0/TypedTune.dll", "lib/net10.0/TypedTune.xml", "analyzers/dotnet/cs/TypedTune.Generators.dll", "analyzers/dotnet/cs/TypedTune.CodeFixes.dll")]
    [InlineData("TypedTune.Learning", "lib/net10.0/TypedTune.Learning.dll", "lib/net10.0/TypedTune.Learning.xml")]
    [InlineData("TypedTune.Arrow", "lib/net10.0/TypedTune.Arrow.dll", "lib/net10.0/TypedTune.Arrow.xml")]
    public void Package_HoldsItsFilesAndNoOthers(string id, params string[] files)
    {
        using var package = Open(id);

        Assert.Equal(
            files.Concat(["README.md", "icon.png", $"{id}.nuspec"]).Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Where(file => IsOurs(file) && !file.StartsWith("docs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TypedTune")]
    [InlineData("TypedTune.Learning")]
    [InlineData("TypedTune.Arrow")]
    public void Package_HoldsThePagesOfTheDocumentation(string id)
    {
        using var package = Open(id);

        Assert.Equal(
            Directory.GetFiles(Path.Combine(PackedFeed.RepositoryRoot, "docs")).Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Where(file => file.StartsWith("docs/", StringComparison.Ordinal) && !file.StartsWith(RulePages, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PackageOfTheRules_HoldsTheirPages()
    {
        using var package = Open("TypedTune");

        Assert.Equal(
            Directory.GetFiles(Path.Combine(PackedFeed.RepositoryRoot, "generators", "rules")).Select(file => RulePages + Path.GetFileName(file)).Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Where(file => file.StartsWith(RulePages, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TypedTune")]
    [InlineData("TypedTune.Learning")]
    [InlineData("TypedTune.Arrow")]
    public void Manifest_NamesLicenceReadmeAndIcon(string id)
    {
        var metadata = Manifest(id);
        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal((id, PackedFeed.Version, "MIT", "README.md", "icon.png"), (Text("id"), Text("version"), Text("license"), Text("readme"), Text("icon")));
        Assert.NotEmpty(Text("description"));

        // There is no public address yet.
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName is "repository" or "projectUrl");
    }

    [Fact]
    public void Learning_HandsTheGeneratorOn()
    {
        var dependency = Manifest("TypedTune.Learning").Descendants().Single(element => element.Attribute("id")?.Value == "TypedTune");

        // NuGet's default would leave the analyzers of an indirect dependency out.
        Assert.Null(dependency.Attribute("exclude"));
    }

    [Theory]
    [InlineData("TypedTune")]
    [InlineData("TypedTune.Learning")]
    [InlineData("TypedTune.Arrow")]
    public void Symbols_CarryTheSourcesAndNameNoFolderOfTheBuild(string id)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{PackedFeed.Version}.snupkg"));
        using var pdb = Copy(package.GetEntry($"lib/net10.0/{id}.pdb")!);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(pdb);
        var reader = provider.GetMetadataReader();

        Assert.All(reader.Documents, document => Assert.Contains(
            reader.GetCustomDebugInformation(document).Select(reader.GetCustomDebugInformation), information => reader.GetGuid(information.Kind) == EmbeddedSource));
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToArray();
        Assert.NotEmpty(documents);
        Assert.DoesNotContain(documents, name => name.StartsWith(PackedFeed.RepositoryRoot, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PackingAgain_GivesTheSameAssemblies()
    {
        string again = Path.Combine(feed.Folder, "again");
        await PackedFeed.Pack(again);

        Assert.All(["TypedTune", "TypedTune.Learning", "TypedTune.Arrow"], id =>
        {
            using var first = Open(id);
            using var second = ZipFile.OpenRead(Path.Combine(again, $"{id}.{PackedFeed.Version}.nupkg"));
            var assemblies = first.Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(assemblies);
            Assert.All(assemblies, entry => Assert.Equal(Copy(entry).ToArray(), Copy(second.GetEntry(entry.FullName)!).ToArray()));
        });
    }

    [Fact]
    public async Task ProjectWithTheLearningPackageAlone_TunesAPipeline()
    {
        var (exitCode, output) = await feed.RunConsumer("Learning", "run", "--disable-build-servers");

        Assert.True(exitCode == 0, output);
        Assert.Contains("15 candidates, 13 distinct", output, StringComparison.Ordinal);
        Assert.Contains("Best: Consumer.Houses with ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstSearchOfTheReadme_RunsAsItStands()
    {
        string folder = Path.Combine(feed.Folder, "First");
        Directory.CreateDirectory(folder);
        string code = await File.ReadAllTextAsync(Path.Combine(PackedFeed.RepositoryRoot, "tests", "TypedTune.Packages.Tests", "Consumers", "First", "first.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("@0.1.0", code, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "first.cs"), code.Replace("@0.1.0", $"@{PackedFeed.Version}", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (exitCode, output) = await feed.Run(folder, "run", "first.cs", "--disable-build-servers");

        Assert.True(exitCode == 0, output);
        Assert.Contains(" a flat", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "flats.model")), output);
    }

    [Fact]
    public async Task ProjectWithTheCorePackageAlone_TunesAnything()
    {
        var (exitCode, output) = await feed.RunConsumer("Core", "run", "--disable-build-servers");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Best: Options { Size = 3 }", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistakeInAProjectWithThePackage_IsReportedAtItsPlace()
    {
        var (exitCode, output) = await feed.RunConsumer("Core", "build", "--disable-build-servers", "-p:DefineConstants=MISTAKE", "-p:OutputPath=mistake/");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Program.cs(5,41): error TT1001: Size must be at least 1 and at most 9, but is 10", output, StringComparison.Ordinal);
    }

    private static bool IsOurs(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal) && file != "[Content_Types].xml";

    private static MemoryStream Copy(ZipArchiveEntry entry)
    {
        var copy = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(feed.Feed, $"{id}.{PackedFeed.Version}.nupkg"));

    private XElement Manifest(string id)
    {
        using var package = Open(id);
        return XDocument.Load(Copy(package.GetEntry($"{id}.nuspec")!)).Root!.Elements().Single();
    }
}
