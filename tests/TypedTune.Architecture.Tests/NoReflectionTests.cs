using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedTune.Learning;

namespace TypedTune.Architecture.Tests;

/// <summary>The libraries look at no type at run time: read from what was built.</summary>
public sealed class NoReflectionTests
{
    public static TheoryData<string> Assemblies => [typeof(Grid<>).Assembly.Location, typeof(Table<>).Assembly.Location, typeof(TypedTune.Arrow.ArrowFile).Assembly.Location];

    // The compiler writes these attributes itself: the assembly's description, and the name of an indexer.
    private static readonly string[] WrittenByTheCompiler =
    [
        "AssemblyCompanyAttribute", "AssemblyConfigurationAttribute", "AssemblyFileVersionAttribute", "AssemblyInformationalVersionAttribute",
        "AssemblyMetadataAttribute", "AssemblyProductAttribute", "AssemblyTitleAttribute", "AssemblyDescriptionAttribute", "DefaultMemberAttribute",
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Library_RefersToNoReflection(string assembly)
    {
        var referred = ReferredTypes(assembly).ToArray();

        Assert.Contains(("System", "Object"), referred);
        Assert.DoesNotContain(referred, type => type.Namespace.StartsWith("System.Reflection", StringComparison.Ordinal) && !WrittenByTheCompiler.Contains(type.Name));
        Assert.DoesNotContain(referred, type => type.Namespace is "System.Dynamic" or "System.Linq.Expressions" or "Microsoft.CSharp.RuntimeBinder");
        Assert.DoesNotContain(("System", "Activator"), referred);
        Assert.DoesNotContain(("System", "Random"), referred);
    }

    private static IEnumerable<(string Namespace, string Name)> ReferredTypes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => (metadata.GetString(type.Namespace), metadata.GetString(type.Name)))];
    }
}
