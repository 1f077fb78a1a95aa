using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>What holds for every fixer.</summary>
public sealed class EveryFixTests
{
    public static TheoryData<Type> Fixers => [.. typeof(RuleCodeFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Fixers))]
    public void Fixer_IsFoundByAnEditor(Type fixer)
    {
        var export = Assert.Single(fixer.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));

        Assert.Equal([LanguageNames.CSharp], ((ExportCodeFixProviderAttribute)export).Languages);
        Assert.Single(fixer.GetCustomAttributes(typeof(SharedAttribute), inherit: false));
        Assert.NotEmpty(((CodeFixProvider)Activator.CreateInstance(fixer)!).FixableDiagnosticIds);
    }

    [Fact]
    public void Compiler_NeedsNoFixes() => Assert.DoesNotContain(
        typeof(SpaceGenerator).Assembly.GetReferencedAssemblies(),
        reference => reference.Name!.Contains("Workspaces", StringComparison.Ordinal) || reference.Name == typeof(RuleCodeFix).Assembly.GetName().Name);
}
