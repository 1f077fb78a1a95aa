using CsCheck;

namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>After any edits, what a driver kept and what it made again are together what a fresh run makes.</summary>
public sealed class EquivalenceTests
{
    private static readonly string[] Names = ["A", "B", "C", "D", "a", "Aa", "AA", "aA"];

    private static readonly Gen<string> GenType = AnyOf("int", "double", "bool", "string", "Kind", "Kind?", "A", "B", "C", "D", "N.A", "N.Kind", "aa", "AA", "MaxFeatures", "Alias");

    private static readonly Gen<string> GenAttribute = AnyOf(
        "[Hyperparameter]", "[Hyperparameter(Min = 1)]", "[Hyperparameter(Min = 1, Max = Limits.Most)]", "[TypedTune.Hyperparameter]", "[OneOf<A, B>]", "[OneOf<B, N.A, C>]", "[Tune]", "");

    private static readonly Gen<string> GenInitializer = AnyOf("", " = Limits.Most;", " = new();", " = default;");

    private static readonly Gen<string> GenMember =
        Gen.Select(GenAttribute, GenType, AnyOf("X", "Y", "Z"), GenInitializer, (attribute, type, name, initial) => $"/// <summary>{name}</summary>\n{attribute} public {type} {name} {{ get; init; }}{initial}");

    private static readonly Gen<string> GenDeclaration = Gen.Select(
        AnyOf(Names), GenMember.Array[0, 3], AnyOf("", "", "", " : A", " : B", " : Root"), AnyOf("record", "record", "record", "class"),
        (name, members, parent, keyword) => $"public partial {keyword} {name}{parent} {{ {string.Join("\n", members)} public int M() {{ return 1; }} }}");

    private static readonly Gen<string> GenFile = Gen.OneOf(
        GenDeclaration,
        GenDeclaration,
        GenDeclaration.Select(declaration => $"namespace N {{ {declaration} }}"),
        GenDeclaration.Select(declaration => $"public partial class Aa {{ {declaration} }}"),
        GenDeclaration.Select(declaration => $"[Row] {declaration}"),
        GenDeclaration.Select(declaration => $"using Alias = A; {declaration}"),
        AnyOf(
            "public enum Kind { One, Two }",
            "public enum Kind { One }",
            "namespace N { public enum Kind { Three } }",
            "public static class Limits { public const int Most = 8; }",
            "public static class Limits { public const int Most = 9; }",
            "global using Alias = B;",
            "global using Tune = TypedTune.HyperparameterAttribute;",
            "global using N;",
            "public abstract partial record Root { [Hyperparameter] public bool R { get; init; } }",
            "public sealed class HyperparameterAttribute : System.Attribute { public double Min; public double Max; }",
            "#nullable disable\npublic partial record D { [Hyperparameter] public string? X { get; init; } }",
            ""));

    [Fact]
    public void AnyEdits_GiveWhatAFreshRunGives() => Gen.Select(GenFile.Array[4, 8], Gen.Select(Gen.Int[0, 7], GenFile).Array[1, 6]).Sample(
        (files, edits) =>
        {
            var project = new EditedProject(files);
            Assert.Equal(project.FromScratch(), project.Texts);
            foreach (var (index, file) in edits)
            {
                project.SetFile($"File{1 + (index % files.Length)}.cs", file);
                Assert.Equal(project.FromScratch(), project.Texts);
            }
        },
        iter: Iterations.Of(300));

    [Fact]
    public void StrayBrace_ReadsAgainWhatItMovesToAnotherNamespace()
    {
        var project = new EditedProject(
            "namespace N;\n[Row] public partial record District { public required string Ocean { get; init; } [Target] public required double Value { get; init; } }",
            "namespace N { [ColumnTransformer<District>] public partial record Features { [Columns(nameof(District.Ocean))] public OneHotEncoder Ocean { get; init; } = new(); } }");
        string before = project.Texts["N.Features.g.cs"];

        project.Replace("namespace N;", "namespace N;\n}");

        Assert.Equal(project.FromScratch(), project.Texts);
        Assert.NotEqual(before, project.Texts["N.Features.g.cs"]);
    }

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
