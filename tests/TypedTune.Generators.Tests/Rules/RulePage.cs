using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Testing;

namespace TypedTune.Generators.Tests.Rules;

/// <summary>The page of a rule, which its help link leads to.</summary>
internal sealed partial class RulePage
{
    public const string Folder = "generators/rules";

    private readonly Dictionary<string, string> _sections;

    public RulePage(string id)
    {
        string[] parts = Repository.Read($"{Folder}/{id}.md").Split("\n## ");
        Head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Sections = [.. parts.Skip(1).Select(part => part[..part.IndexOf('\n', StringComparison.Ordinal)])];
        _sections = Sections.Zip(parts.Skip(1)).ToDictionary();
    }

    /// <summary>The lines above the first section.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The sections' titles, in order.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>The C# code of a section, as files of a project: the code first, then what it stands on.</summary>
    public string[] Code(string section)
    {
        string code = Assert.Single(CodePattern().Matches(_sections[section])).Groups["code"].Value;
        bool isDeclaration = CSharpSyntaxTree.ParseText(code, Compiling.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.Any(member => member is BaseTypeDeclarationSyntax);
        return [isDeclaration ? $"namespace Housing;\n\n{code}" : UserCode.Statements(code), UserCode.District, UserCode.Model];
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodePattern();
}
