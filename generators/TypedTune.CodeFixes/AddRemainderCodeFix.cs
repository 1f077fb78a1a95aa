using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators;
using TypedTune.Generators.Parsing;

namespace TypedTune.CodeFixes;

/// <summary>Lets a branch work on the columns that are left over: one that has none, or one for columns that no branch uses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddRemainderCodeFix() : RuleCodeFix("TT0105", "TT0109")
{
    private const string Title = "Add [Remainder]";
    private const string Group = "Add [Remainder] to a branch";

    private protected override IEnumerable<Fix> Find(Problem problem)
    {
        if (problem.Model.Compilation.GetTypeByMetadataName(KnownNames.Remainder) is not { } remainder)
            return [];
        if (problem.Node is PropertyDeclarationSyntax property)
        {
            // One that has the attribute found nothing left.
            return problem.Model.GetDeclaredSymbol(property, problem.Cancellation)?.FindAttribute(KnownNames.Remainder) is null
                ? [new Fix(Title, Add(problem.Document.Id, property, remainder))]
                : [];
        }

        return problem.Property("Columns") is { } columns
            ? from branch in Branches(problem, columns.Split(','))
              let document = problem.DocumentOf(branch.SyntaxTree)
              where document is not null
              select new Fix($"Add [Remainder] to {branch.Identifier.ValueText}", Add(document, branch, remainder)) { Group = Group }
            : [];
    }

    // A branch takes what is left of the kind that it reads.
    private static IEnumerable<PropertyDeclarationSyntax> Branches(Problem problem, string[] columns)
    {
        if (ColumnTransformerCode.TypeAround(problem) is not { } type || ColumnTransformerCode.RowOf(type) is not { } row)
            yield break;
        var kinds = RowParser.FeatureColumns(row);
        foreach (var property in type.InstanceProperties().Where(property => property.FindAttribute(KnownNames.Remainder) is null))
        {
            string? input = SignatureParser.Parse(property.Type)?.Input;
            if (columns.Any(column => kinds.TryGetValue(column, out bool isNumber) && input == (isNumber ? SignatureParser.Numbers : SignatureParser.Categories))
                && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(problem.Cancellation) is PropertyDeclarationSyntax syntax)
            {
                yield return syntax;
            }
        }
    }

    private static Change Add(DocumentId document, PropertyDeclarationSyntax property, INamedTypeSymbol remainder) =>
        new(document, editor => editor.ReplaceNode(property, (now, generator) => AttributeCode.Add(generator, now, remainder)));
}
