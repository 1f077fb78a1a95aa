using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTune.Generators.Incrementality;

/// <summary>
/// What one file can contribute to the models: its declarations, without the bodies of methods, which no model looks into.
/// Holds names and hashes alone, nothing of the syntax tree.
/// </summary>
internal sealed class SourceFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="tree">Its syntax.</param>
    /// <param name="options">A number for the options by which it was parsed.</param>
    public SourceFile(SyntaxTree tree, long options)
    {
        var declares = new HashSet<string>();
        var mentions = new HashSet<string>();
        var namespaces = new HashSet<string>();
        var aliases = new HashSet<string>();
        var hash = Fingerprint.Empty.Add(tree.FilePath).Add(options);
        foreach (var item in tree.GetRoot().DescendantNodesAndTokens(HasDeclarations))
        {
            if (item.IsToken)
            {
                hash = Add(hash, item.AsToken(), mentions);
                continue;
            }

            switch (item.AsNode())
            {
                case BaseTypeDeclarationSyntax type:
                    declares.Add(type.Identifier.ValueText);
                    break;
                case DelegateDeclarationSyntax type:
                    declares.Add(type.Identifier.ValueText);
                    break;
                case BaseNamespaceDeclarationSyntax space:
                    namespaces.Add(space.Name.ToString());
                    break;
                case UsingDirectiveSyntax directive:
                    IsGlobal |= directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                    if (directive.Alias is { } alias)
                        aliases.Add(alias.Name.Identifier.ValueText);
                    break;
            }
        }

        (Hash, Declares, Mentions, Namespaces, Aliases) = (hash, [.. declares], [.. mentions], [.. namespaces], [.. aliases]);
        var structure = Fingerprint.Empty.Add(IsGlobal ? 1 : 0);
        foreach (var names in new[] { Declares, Mentions, Namespaces, Aliases })
            structure = names.Aggregate(structure.Add(names.Length), (sum, name) => sum.Add(name));
        Structure = structure;
    }

    /// <summary>A fingerprint of the declarations.</summary>
    public Fingerprint Hash { get; }

    /// <summary>A fingerprint of all names below.</summary>
    public Fingerprint Structure { get; }

    /// <summary>The simple names of the types that the file declares.</summary>
    public string[] Declares { get; }

    /// <summary>Every identifier in the declarations: no type can matter to them whose name is not among these.</summary>
    public string[] Mentions { get; }

    /// <summary>The namespaces that the file adds to.</summary>
    public string[] Namespaces { get; }

    /// <summary>The names that its using directives give to other types.</summary>
    public string[] Aliases { get; }

    /// <summary>Whether it has global using directives, so that it matters to all files.</summary>
    public bool IsGlobal { get; }

    private static bool HasDeclarations(SyntaxNode node) =>
        node is not (BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax or ConstructorInitializerSyntax);

    private static Fingerprint Add(Fingerprint hash, SyntaxToken token, HashSet<string> mentions)
    {
        // An attribute may be named with or without its suffix.
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            mentions.Add(token.ValueText);
            if (token.Parent?.Parent is AttributeSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax)
                mentions.Add(token.ValueText + "Attribute");
        }

        // Text that the parser skips is among them, wherever it stands: a stray brace ends the namespace before it.
        if (token.HasStructuredTrivia)
        {
            foreach (var trivia in token.GetAllTrivia())
            {
                if (trivia.HasStructure)
                    hash = hash.Add(trivia.ToFullString());
            }
        }

        return hash.Add(token.RawKind).Add(token.Text);
    }
}
